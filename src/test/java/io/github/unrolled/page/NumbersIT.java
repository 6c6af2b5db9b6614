package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.github.unrolled.browser.Access;
import io.github.unrolled.page.Model.Activation;
import io.github.unrolled.page.Model.Clip;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's numbers match the formulas, and come back on demand. */
class NumbersIT extends PlaygroundTest {
  @BeforeEach
  void openPage() {
    open(Access.FILE);
  }

  @ParameterizedTest
  @CsvSource({"Fibonacci, 8", "Linear, 8", "Alternating, 8", "Exponential, 8", "Sine, 16"})
  void lossGradientAndEpochAreThoseOfTheFormulas(String name, int steps) {
    choose(name);
    for (String scaling : List.of("Raw", "Normalized")) {
      choose(scaling);
      double[] raw = Model.sequence(name, steps + 1);
      double[] values = scaling.equals("Raw") ? raw : Model.normalized(raw);
      for (Activation activation : Activation.values()) {
        choose("Activation function", activation.label);
        assertFollows(new Model(values, activation), scaling + " " + activation);
      }
    }
  }

  private void assertFollows(Model model, String what) {
    for (int epoch = 0; epoch < 4; epoch++) {
      if (epoch > 0) {
        button("1 epoch").click();
        model.train();
      }
      settle();
      String when = what + ", epoch " + epoch;
      assertEquals(epoch, epoch(), when);
      assertShown("Loss", model.loss(), when);
      assertShown("Gradient norm", model.gradientNorm(), when);
    }
  }

  private void assertShown(String readout, double expected, String when) {
    String what = readout + ", " + when;
    assertClose(expected, exact(readout), what);
    double rounded = number(readout(readout).innerText());
    assertEquals(expected, rounded, 0.005 * Math.abs(expected) + 1e-15, what);
  }

  private static void assertClose(double expected, double actual, String what) {
    assertEquals(expected, actual, 1e-9 * Math.abs(expected) + 1e-15, what);
  }

  @Test
  void onlyWhatPredictsTheNextInputExpectsIt() {
    Locator heading =
        named(AriaRole.TABLE, "Sequence processing history").locator("thead th:nth-child(3)");
    assertThat(heading).hasText("Expected next");
    choose("Latch");
    assertThat(heading).hasText("Expected");
    choose("Sine");
    assertThat(heading).hasText("Expected next");
  }

  @Test
  void eachStepDoneIsARowOfSevenNumbers() {
    choose("Raw");
    choose("Activation function", "linear");
    Model model = new Model(Model.sequence("Fibonacci", 9), Activation.LINEAR);
    model.loss();
    for (int step = 1; step <= 8; step++) {
      button("Step forward").click();
      assertThat(historyRows()).hasCount(step);
    }
    assertThat(named(AriaRole.TABLE, "Sequence processing history").locator("thead th"))
        .hasText(
            new String[] {
              "Step",
              "Input xt",
              "Expected next",
              "Actual output yt",
              "Error",
              "Expected Δ",
              "Actual Δ"
            });
    double[] x = Model.sequence("Fibonacci", 9);
    for (int t = 1; t <= 8; t++) {
      List<String> cells = historyRows().nth(t - 1).locator("th, td").allInnerTexts();
      assertEquals(7, cells.size());
      assertCells(cells.subList(0, 5), t, x[t - 1], x[t], model.output(t), model.error(t));
      if (t == 1) {
        assertEquals(List.of("–", "–"), cells.subList(5, 7));
      } else {
        double change = model.output(t) - model.output(t - 1);
        assertCells(cells.subList(5, 7), x[t] - x[t - 1], change);
      }
    }
  }

  private static void assertCells(List<String> cells, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      double allowed = 0.005 * Math.abs(expected[i]) + 1e-12;
      assertEquals(expected[i], number(cells.get(i)), allowed, "of " + cells);
    }
  }

  @Test
  void theCursorStopsAtBothEnds() {
    assertThat(button("Step back")).hasAttribute("aria-disabled", "true");
    for (int step = 0; step < 9; step++) {
      button("Step forward").press("Enter");
    }
    assertThat(readout("Step")).hasText("8 / 8");
    assertThat(button("Step forward")).hasAttribute("aria-disabled", "true");
    button("Step back").click();
    assertThat(readout("Step")).hasText("7 / 8");
    assertThat(historyRows()).hasCount(7);
  }

  @Test
  void aTypedWeightReachesTheNetwork() {
    Model model = start();
    double[] typed = {-1.25, 0.333, 2.5, -0.125, 1e-3};
    for (int i = 0; i < typed.length; i++) {
      enter(WEIGHTS.get(i) + " value", Double.toString(typed[i]));
      model.w[i] = typed[i];
      settle();
      assertClose(model.loss(), exact("Loss"), WEIGHTS.get(i));
      // The slider stops at its own steps.
      assertEquals(typed[i], number(slider(WEIGHTS.get(i)).inputValue()), 0.0051, WEIGHTS.get(i));
    }
  }

  @ParameterizedTest
  @CsvSource({"ArrowRight, 0.51", "ArrowLeft, 0.49", "Home, -3", "End, 3"})
  void aSliderMovesByTheKeyboard(String key, double expected) {
    Model model = start();
    model.w[1] = expected;
    slider("Hidden weight").press(key);
    settle();
    assertClose(model.loss(), exact("Loss"), key);
    assertEquals(expected, weight("Hidden weight"), 1e-12);
  }

  @Test
  void learningRateAndClippingReachTheUpdate() {
    Model model = start();
    enter("Learning rate value", "0.5");
    model.learningRate = 0.5;
    enter("Clipping limit", "0.1");
    model.clip = Clip.elementWise(0.1);
    assertTrains(model, "element-wise");
    choose("Gradient clipping", "Global norm");
    model.clip = Clip.globalNorm(0.1);
    assertTrains(model, "global norm");
    choose("Gradient clipping", "Off");
    model.clip = Clip.OFF;
    assertTrains(model, "off");
  }

  private void assertTrains(Model model, String what) {
    button("1 epoch").click();
    model.train();
    settle();
    assertClose(model.loss(), exact("Loss"), what);
    assertArrayEquals(model.w, weights(), 1e-9, what);
  }

  @Test
  void theLengthIsTheNumberOfSteps() {
    slider("Length").press("Home");
    assertThat(readout("Step")).hasText("0 / 3");
    slider("Length").press("End");
    assertThat(readout("Step")).hasText("0 / 60");
    Model model = new Model(Model.normalized(Model.sequence("Fibonacci", 61)), Activation.TANH);
    assertClose(model.loss(), exact("Loss"), "60 steps");
  }

  @Test
  void resetRewindsToTheWeightsTheRunStartedFrom() {
    enter("Output weight value", "-0.75");
    settle();
    double[] start = weights();
    double loss = exact("Loss");
    button("1 epoch").click();
    button("Step forward").click();
    enter("Input weight value", "2");
    button("1 epoch").click();
    settle();
    assertFalse(Arrays.equals(start, weights()));
    button("Reset").click();
    settle();
    assertArrayEquals(start, weights());
    assertEquals(loss, exact("Loss"));
    assertEquals(0, epoch());
    assertThat(readout("Step")).hasText("0 / 8");
  }

  @Test
  void resetAtEpochZeroTakesBackChangesByHand() {
    enter("Output weight value", "-0.75");
    settle();
    button("Reset").click();
    settle();
    assertArrayEquals(new double[] {1, 0.5, 1, 0, 0}, weights());
  }

  @Test
  void newWeightsAreThoseOfTheNextSeed() {
    button("New weights").click();
    settle();
    assertThat(field("Seed")).hasValue("2");
    double[] second = weights();
    button("New weights").click();
    settle();
    double[] third = weights();
    assertFalse(Arrays.equals(second, third));
    button("1 epoch").click();
    enter("Seed", "2");
    settle();
    assertArrayEquals(second, weights());
    assertEquals(0, epoch());
    choose("Start weights", "Default");
    settle();
    assertArrayEquals(new double[] {1, 0.5, 1, 0, 0}, weights());
    choose("Start weights", "From the seed");
    settle();
    assertArrayEquals(second, weights());
  }

  private static Model start() {
    return new Model(Model.normalized(Model.sequence("Fibonacci", 9)), Activation.TANH);
  }
}
