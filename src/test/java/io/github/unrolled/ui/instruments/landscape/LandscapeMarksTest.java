package io.github.unrolled.ui.instruments.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Timeline;
import org.junit.jupiter.api.Test;

/** Path, tries and present lie where the parameters are. */
class LandscapeMarksTest {
  private final Scene scene = new Scene();
  private final Slice slice = scene.slice(0, 1);
  private final LandscapeMarks marks = new LandscapeMarks();

  private void follow() {
    marks.follow(scene.after(), slice.plane());
  }

  @Test
  void thePathIsOfTheCheckpointsAndLeadsToThePresent() {
    scene.after(new Command.EpochsRequested(600));
    follow();
    Timeline timeline = scene.state().run().timeline();
    assertEquals(timeline.size(), marks.path().size());
    for (int i = 0; i < timeline.size(); i++) {
      assertEquals(timeline.parameter(i, 0), marks.path().across(i));
      assertEquals(timeline.parameter(i, 1), marks.path().up(i));
      assertFalse(marks.isClipped(i));
    }
    Numbers present = scene.state().snapshot().parameters();
    assertEquals(present.get(0), marks.presentAcross());
    assertEquals(present.get(1), marks.presentUp());
    assertTrue(marks.pathIsOpen());
    scene.after(new Command.EpochChosen(100));
    follow();
    assertFalse(marks.pathIsOpen(), "the present is on the path");
    assertEquals(timeline.parameter(100, 0), marks.presentAcross());
  }

  @Test
  void clippedStepsAreMarked() {
    scene.after(new Change.ClipLimitChanged(1e-3), new Command.EpochsRequested(20));
    follow();
    assertFalse(marks.isClipped(0));
    assertTrue(marks.isClipped(1));
  }

  @Test
  void triesAreThoseOfTheSearch() {
    follow();
    assertFalse(marks.hasBest());
    scene.after(new Command.SearchSwitched(true));
    scene.frames.setCostOfReading(1);
    scene.frames.draw(16);
    scene.frames.setCostOfReading(0);
    scene.after(new Command.SearchSwitched(false), new Command.MethodChosen(Method.RANDOM_SEARCH));
    follow();
    assertTrue(marks.tries().size() > 0);
    assertTrue(marks.hasBest() && marks.isSearched());
    assertFalse(marks.pathIsOpen(), "the network shown is not on the path");
    assertEquals(scene.state().run().tries().best(0), marks.bestAcross());
    assertEquals(marks.bestAcross(), marks.presentAcross());
    assertEquals(scene.state().run().tries().parameter(0, 1), marks.tries().up(0));
  }

  @Test
  void theAxesAreWidenedForPathAndPresent() {
    scene.after(new Command.ParameterSet(0, 7), new Command.EpochsRequested(1));
    scene.after(new Command.ParameterSet(0, 1), new Command.ParameterSet(1, -15));
    follow();
    marks.widen(slice);
    assertEquals(10, slice.across().end());
    assertEquals(20, slice.up().end());
  }
}
