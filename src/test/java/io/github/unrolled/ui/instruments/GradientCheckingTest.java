package io.github.unrolled.ui.instruments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.insight.EpsilonCurve;
import io.github.unrolled.insight.GradientCheck;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.train.Snapshot;
import io.github.unrolled.ui.chart.LinePicture;
import io.github.unrolled.ui.chart.LogScale;
import io.github.unrolled.ui.chart.Tables;
import org.junit.jupiter.api.Test;

class GradientCheckingTest {
  private static final int HIDDEN_WEIGHT = ScalarParameter.HIDDEN_WEIGHT.index();

  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});
  private final GradientChecking checking = new GradientChecking(frames);
  private final EpsilonLines lines =
      new EpsilonLines(
          checking,
          new LogScale(EpsilonLines.FLOOR, Math::log10),
          new NumberFormat(new JvmDecimals()));

  private int finish() {
    int frameCount = 0;
    do {
      assertTrue(checking.advance(store.state()));
      frameCount++;
    } while (checking.isUnfinished());
    return frameCount;
  }

  private Snapshot checkedSnapshot() {
    State checked = checking.checked();
    assertNotNull(checked);
    return checked.snapshot();
  }

  @Test
  void checksInSlicesAndThenRests() {
    frames.setCostOfReading(7);
    assertTrue(finish() > 1, "it is to take more than a frame");
    assertFalse(checking.advance(store.state()));
    GradientCheck check = checking.check();
    EpsilonCurve curve = checking.curve();
    assertNotNull(check);
    assertNotNull(curve);
    assertTrue(check.isDone() && check.error() < 1e-6);
    assertEquals(GradientCheck.EPSILONS, curve.done());
  }

  @Test
  void anotherEpsilonKeepsTheCurve() {
    finish();
    EpsilonCurve curve = checking.curve();
    checking.choose(0);
    finish();
    assertSame(curve, checking.curve());
    assertEquals(-1, lines.marks(Double.NaN).present());
    checking.choose(9);
    assertEquals(-5.5, lines.marks(Double.NaN).present());
  }

  @Test
  void atRestOtherWeightsAreCheckedAnew() {
    finish();
    Snapshot before = checkedSnapshot();
    store.dispatch(new Command.EpochsRequested(1));
    finish();
    assertNotEquals(before, checkedSnapshot());
    assertEquals(store.state().snapshot(), checkedSnapshot());
    assertFalse(checking.isPassed());
  }

  @Test
  void whatTrainingPassesIsCheckedOn() {
    finish();
    Snapshot before = checkedSnapshot();
    store.dispatch(new Command.TrainingSwitched(true));
    frames.draw(3, 100);
    assertTrue(store.state().isRunning());
    assertTrue(checking.advance(store.state()));
    assertSame(before, checkedSnapshot());
    assertTrue(checking.isPassed());
    checking.restart();
    assertTrue(checking.advance(store.state()));
    assertEquals(store.state().snapshot(), checkedSnapshot());
  }

  @Test
  void anOverflowLeavesNothingToCheck() {
    store.dispatch(new Change.LengthChanged(60));
    store.dispatch(new Change.ActivationChosen(Activation.LINEAR));
    store.dispatch(new Command.ParameterSet(HIDDEN_WEIGHT, 1e6));
    assertNotNull(store.state().snapshot().overflow());
    assertTrue(checking.advance(store.state()));
    assertFalse(checking.isUnfinished());
    assertNull(checking.check());
    assertEquals(0, Tables.rows(lines).size());
  }

  @Test
  void theLinesAreOfEveryEpsilon() {
    LinePicture empty = lines.picture();
    assertEquals(Double.POSITIVE_INFINITY, empty.lowest());
    finish();
    assertEquals(GradientCheck.EPSILONS, Tables.rows(lines).size());
    assertEquals("0.100", Tables.rows(lines).get(0)[0]);
    assertEquals("1.00e\u221212", Tables.rows(lines).get(22)[0]);
    assertTrue(lines.picture().lowest() < -6);
  }
}
