package io.github.unrolled.ui.instruments.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.task.Task;
import org.junit.jupiter.api.Test;

/** The slice stays as long as it can, and so do its axes. */
class SliceChoiceTest {
  private final Scene scene = new Scene();
  private final Offer offer = new Offer();
  private final SliceChoice choice = new SliceChoice(offer);

  /** Planes of the first two parameters, or of random directions. */
  private static final class Offer implements SliceChoice.Planes {
    boolean random;
    int shapes;

    @Override
    public void setShape(NetworkShape shape, ParameterNames names) {
      shapes++;
    }

    @Override
    public ParameterPlane plane(NetworkShape shape, Numbers origin) {
      return random
          ? ParameterPlane.random(shape, origin, 1)
          : ParameterPlane.ofParameters(shape, 0, 1);
    }
  }

  private Slice after(Event... events) {
    return choice.follow(scene.after(events), scene.seen);
  }

  @Test
  void trainingKeepsSliceAndAxes() {
    Slice slice = after();
    assertTrue(choice.isAnother() && choice.hasNewAxes());
    slice.include(5, 40);
    assertSame(slice, after(new Command.EpochsRequested(3)));
    assertFalse(choice.isAnother() || choice.hasNewAxes());
    assertEquals(5, slice.across().end());
    assertEquals(50, slice.up().end());
    assertEquals(1, offer.shapes);
  }

  @Test
  void aNewRunHasAxesAnew() {
    Slice slice = after();
    slice.include(5, 40);
    assertSame(slice, after(new Command.ResetRequested()));
    assertFalse(choice.isAnother());
    assertTrue(choice.hasNewAxes());
    assertEquals(3, slice.across().end());
    after();
    assertFalse(choice.hasNewAxes(), "once is enough");
  }

  @Test
  void aMovedStartKeepsTheAxesOfOneRun() {
    Slice slice = after(new Command.EpochsRequested(2));
    slice.include(5, 40);
    choice.keepAxes();
    after(new Command.StartMoved(Numbers.of(1, 0.6, 0, 1, 0)));
    assertFalse(choice.hasNewAxes());
    assertEquals(5, slice.across().end());
    after(new Command.ResetRequested());
    assertTrue(choice.hasNewAxes());
  }

  @Test
  void anotherTaskHasAxesAnewOnTheSamePlane() {
    Slice slice = after();
    slice.include(5, 40);
    Slice other = after(new Change.LengthChanged(7));
    assertTrue(choice.isAnother() && choice.hasNewAxes());
    assertSame(slice.plane(), other.plane());
    assertEquals(3, other.across().end());
    assertEquals(1, offer.shapes);
  }

  @Test
  void anotherNetworkHasAnotherPlane() {
    Slice slice = after();
    Slice other = after(new Change.HiddenSizeChanged(3));
    assertNotSame(slice.plane(), other.plane());
    assertEquals("W_ih[1, 1]", other.names().symbol(0));
    assertEquals(2, offer.shapes);
    Slice task = after(new Change.TaskChosen(Task.ECHO));
    assertTrue(choice.isAnother());
    assertNotSame(other, task);
  }

  @Test
  void aChosenPlaneIsMadeForTheNextState() {
    Slice slice = after();
    choice.choose();
    Slice other = after();
    assertNotSame(slice.plane(), other.plane());
    assertSame(slice.names(), other.names());
    assertTrue(choice.hasNewAxes());
    assertSame(other, after());
  }

  @Test
  void randomDirectionsAreOfTheSeedsNetwork() {
    after(new Change.HiddenSizeChanged(3));
    Slice parameters = after();
    assertSame(parameters.plane(), after(new Change.SeedEntered(2)).plane());
    offer.random = true;
    choice.choose();
    Slice random = after();
    assertEquals(1, random.across().end(), "directions are shown closer");
    assertNotSame(random.plane(), after(new Change.SeedEntered(3)).plane());
  }

  @Test
  void aNewPlaneGoesThroughTheNetworkShown() {
    Slice slice = after(new Command.EpochsRequested(5));
    assertFalse(slice.plane().goThrough(scene.state().snapshot().parameters()), "it does already");
  }
}
