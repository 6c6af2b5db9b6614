package io.github.unrolled.ui.instruments.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.LossLandscape;
import org.junit.jupiter.api.Test;

/** Losses are worked out in slices of time and pictured when there is something to see. */
class LossWorkTest {
  private final Scene scene = new Scene();
  private final LossPicture picture = new LossPicture(LossPictureTest::takeLog10);
  private final LossWork work = new LossWork(scene.frames, picture);
  private final Slice slice = scene.slice(0, 1);

  LossWorkTest() {
    // Between two looks at the clock some cells are done, and few such fit in a call.
    scene.frames.setCostOfReading(1);
  }

  private boolean follow(Event... events) {
    State state = scene.after(events);
    work.follow(state, scene.seen, slice.plane());
    work.goThrough(slice.plane(), state.snapshot().parameters());
    return work.work(slice, state.isRunning());
  }

  private int finish() {
    int calls = 1;
    while (follow()) {
      calls++;
      assertTrue(calls < 10_000);
    }
    return calls;
  }

  private void assertIsOfTheNetworkShown() {
    LossLandscape expected =
        new LossLandscape(
            scene.state().experiment().newNetwork(),
            scene.state().problem().inputs().toArray(),
            scene.state().problem().targets().toArray(),
            slice.plane());
    expected.start(slice.plane(), slice.across().end(), slice.up().end());
    while (!expected.isDone()) {
      expected.work(1000);
    }
    double[] logs = expected.losses().clone();
    LossPictureTest.takeLog10(logs, -18);
    for (int i = 0; i < logs.length; i++) {
      assertEquals(logs[i], picture.logs()[i]);
    }
    assertTrue(picture.isThere());
    assertTrue(picture.contours().size() > 0);
  }

  @Test
  void itIsShownCoarseFirstAndThenComplete() {
    boolean coarse = false;
    while (follow()) {
      coarse |= picture.isThere() && picture.contours().size() == 0;
      assertTrue(!work.isPictured() || picture.contours().size() > 0);
    }
    assertTrue(coarse);
    assertTrue(work.isPictured());
    assertIsOfTheNetworkShown();
    assertFalse(follow(), "it rests");
  }

  @Test
  void anotherNetworkIsWorkedOutBehindThePictureOfTheOneBefore() {
    finish();
    int shown = picture.revision();
    assertTrue(follow(new Command.EpochsRequested(1)));
    assertEquals(shown, picture.revision());
    assertTrue(work.isPictured());
    finish();
    assertNotEquals(shown, picture.revision());
    assertIsOfTheNetworkShown();
  }

  @Test
  void anotherStartStateHasLossesOfItsOwn() {
    finish();
    follow(new Change.StartStateSet(0, 0.75));
    assertFalse(work.isPictured());
    finish();
    assertIsOfTheNetworkShown();
  }

  @Test
  void atRestItWorksLongerThanBesideTraining() {
    int atRest = finish();
    work.forget();
    int calls = 1;
    while (work.work(slice, true)) {
      calls++;
    }
    assertTrue(calls > 1.5 * atRest, calls + " calls beside, " + atRest + " at rest");
  }

  @Test
  void otherAxesHaveNothingOfTheOldPicture() {
    finish();
    scene.frames.setCostOfReading(10);
    slice.include(4, 0);
    follow();
    assertFalse(picture.isThere());
    assertFalse(work.isPictured());
    finish();
    assertIsOfTheNetworkShown();
    work.forget();
    work.work(slice, false);
    assertFalse(picture.isThere());
  }

  @Test
  void whatTakesTooLongIsShownAsFarAsItIs() {
    finish();
    follow(new Command.EpochsRequested(1));
    LossLandscape losses = work.losses();
    assertNotNull(losses);
    while (!losses.isShowable()) {
      follow();
    }
    assertTrue(picture.contours().size() > 0, "still the picture before");
    scene.frames.draw(2000);
    follow();
    assertEquals(0, picture.contours().size(), "coarse");
    assertTrue(picture.isThere());
    finish();
    assertIsOfTheNetworkShown();
  }
}
