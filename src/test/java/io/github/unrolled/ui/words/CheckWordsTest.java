package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.insight.EpsilonCurve;
import io.github.unrolled.insight.GradientCheck;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import org.junit.jupiter.api.Test;

class CheckWordsTest {
  private static final int GOOD = 8;
  private static final int TOO_LARGE = 0;

  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});
  private final CheckWords words = new CheckWords(new NumberFormat(new JvmDecimals()));

  private GradientCheck check(int position) {
    State state = store.state();
    return new GradientCheck(
        state.experiment().shape(),
        state.experiment().start().state(),
        state.problem().inputs(),
        state.problem().targets(),
        state.problem().trainSteps(),
        state.snapshot().parameters(),
        state.snapshot().gradient(),
        GradientCheck.epsilon(position));
  }

  private String result(int position) {
    GradientCheck check = check(position);
    while (!check.isDone()) {
      check.next();
    }
    return words.result(store.state(), check);
  }

  @Test
  void saysHowFarItIs() {
    GradientCheck check = check(GOOD);
    check.next();
    assertEquals("Checking: 1 of 5", words.result(store.state(), check));
    assertEquals("", words.listed(check, 1));
  }

  @Test
  void saysTheErrorAndWhyItIsLarge() {
    String good = result(GOOD);
    assertTrue(good.startsWith("Relative error of the whole gradient: "), good);
    assertTrue(good.endsWith("."), good);
    assertTrue(!good.contains("Here"), good);
    assertTrue(
        result(TOO_LARGE).endsWith(". Here ε does not suit: try one in the middle of the U."));
    store.dispatch(new Change.WindowChanged(2));
    assertTrue(
        result(GOOD)
            .endsWith(" BPTT is cut by its window and leaves out what reaches further back."));
  }

  @Test
  void saysHowManyAreCheckedAndListed() {
    GradientCheck check = check(GOOD);
    while (!check.isDone()) {
      check.next();
    }
    assertEquals("All 5 parameters are checked.", words.listed(check, 5));
    assertEquals(
        "All 5 parameters are checked; those with the largest errors are listed.",
        words.listed(check, 3));
  }

  @Test
  void saysWhichNetworkIsChecked() {
    assertEquals("Checked at epoch 0.", words.subject(store.state().snapshot(), false));
    store.dispatch(new Command.EpochsRequested(3));
    assertEquals(
        "Checked at epoch 3; the weights have changed since.",
        words.subject(store.state().snapshot(), true));
  }

  @Test
  void saysOfHowManyParametersTheCurveIs() {
    EpsilonCurve all = new EpsilonCurve(check(GOOD));
    assertEquals("relative error, log scale", words.heading(all, 5));
    store.dispatch(new Change.CellChosen(CellType.LSTM));
    store.dispatch(new Change.HiddenSizeChanged(8));
    GradientCheck check = check(GOOD);
    EpsilonCurve some = new EpsilonCurve(check);
    assertEquals(
        "relative error, log scale, of " + some.parameters() + " parameters all over",
        words.heading(some, check.size()));
  }

  @Test
  void writesEpsilon() {
    assertEquals("1.00e\u22125", words.epsilon(GOOD));
  }
}
