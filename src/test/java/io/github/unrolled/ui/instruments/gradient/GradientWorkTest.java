package io.github.unrolled.ui.instruments.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.insight.GradientThroughTime;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Task;
import org.junit.jupiter.api.Test;

/** State after state is worked out, and what is complete stays to be seen meanwhile. */
class GradientWorkTest {
  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});
  private final GradientWork work = new GradientWork();

  private int finish() {
    int calls = 1;
    while (!work.follow(store.state())) {
      assertFalse(work.isFinished());
      calls++;
    }
    assertTrue(work.isFinished());
    return calls;
  }

  private void large() {
    store.dispatch(new Change.TaskChosen(Task.ECHO));
    store.dispatch(new Change.CellChosen(CellType.LSTM));
    store.dispatch(new Change.HiddenSizeChanged(32));
    store.dispatch(new Change.LengthChanged(60));
  }

  private GradientThroughTime shown() {
    GradientThroughTime shown = work.shown();
    assertNotNull(shown);
    return shown;
  }

  @Test
  void whatIsSmallIsThereAtOnceAndThenRests() {
    assertEquals(1, finish());
    assertFalse(work.follow(store.state()), "nothing new");
    store.dispatch(new Command.StepPointedAt(2));
    assertFalse(work.follow(store.state()), "nothing that counts");
    GradientThroughTime before = shown();
    store.dispatch(new Change.StepChosen(3));
    assertTrue(work.follow(store.state()), "the radius is taken at the cursor");
    assertEquals(2, shown().radiusStep());
    assertNotSame(before, shown(), "the other was still shown while this was worked out");
  }

  @Test
  void whatIsCompleteIsShownUntilTheNextIs() {
    large();
    assertTrue(finish() > 1, "it takes more than one call");
    GradientThroughTime first = shown();
    store.dispatch(new Command.EpochsRequested(1));
    assertFalse(work.follow(store.state()));
    assertSame(first, work.shown());
    double entry = first.entry(50, 3);
    store.dispatch(new Command.EpochsRequested(1));
    finish();
    assertEquals(entry, first.entry(50, 3), "what is shown is not worked on");
    assertNotSame(first, work.shown());
  }

  @Test
  void aStateThatCameMeanwhileIsNextAndIsWhatAFreshOneGives() {
    large();
    work.follow(store.state());
    store.dispatch(new Command.EpochsRequested(3));
    finish();
    finish();
    GradientWork fresh = new GradientWork();
    while (!fresh.follow(store.state())) {
      assertFalse(fresh.isFinished());
    }
    GradientThroughTime expected = fresh.shown();
    assertNotNull(expected);
    for (int t = 0; t < 60; t++) {
      for (int k = 0; k <= t; k++) {
        assertEquals(expected.entry(t, k), shown().entry(t, k));
      }
    }
    assertEquals(expected.radius(), shown().radius());
  }

  @Test
  void anotherStartStateIsFollowedInBothBuffers() {
    for (double start : new double[] {0.5, -1, 0, 0.25}) {
      store.dispatch(new Change.StartStateSet(0, start));
      finish();
      Pass pass = store.state().snapshot().pass();
      Problem problem = store.state().problem();
      for (int t = 0; t < pass.steps(); t++) {
        double scale = 2.0 / pass.trainSteps();
        assertEquals(
            scale * (pass.output(t) - problem.targets().get(t)), shown().outputGradient(t));
      }
    }
  }

  @Test
  void nothingOfAnotherNetworkOrTaskIsShown() {
    finish();
    large();
    assertFalse(work.follow(store.state()));
    assertNull(work.shown());
    finish();
    store.dispatch(new Change.LengthChanged(59));
    assertFalse(work.follow(store.state()));
    assertNull(work.shown());
  }
}
