package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.browser.Access;
import io.github.unrolled.page.Model.Activation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Training and random search run side by side until paused, and weights can be changed meanwhile.
 */
class TrainingIT extends PlaygroundTest {
  @BeforeEach
  void openPage() {
    open(Access.FILE);
  }

  private void waitForEpoch(int least) {
    page().waitForCondition(() -> epoch() >= least);
  }

  @Test
  void whatAChangeEndsCanBeBroughtBack() {
    playground().evaluate("playground => playground.train(50)");
    settle();
    choose("Activation function", "linear");
    assertThat(readout("Epoch")).hasText("0");
    choose("Gradient clipping", "Off");
    button("Bring back 50 epochs").click();
    assertThat(readout("Epoch")).hasText("50");
    assertThat(button("Bring back 50 epochs")).isHidden();
    assertTrue(shownText().contains("1 unit · tanh"), shownText());
  }

  @Test
  void onAPhoneItIsPausedFromEveryTab() {
    page().setViewportSize(360, 700);
    for (String name : List.of("Guide", "Task", "Network", "Weights", "Training", "Why")) {
      tab(name).click();
      assertThat(button("Train (BPTT)")).isInViewport();
      assertThat(readout("Loss")).isInViewport();
    }
  }

  @Test
  void trainingRunsUntilItIsPaused() {
    double loss = exact("Loss");
    button("Train (BPTT)").click();
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "true");
    waitForEpoch(20);
    button("Train (BPTT)").click();
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "false");
    int paused = epoch();
    assertTrue(exact("Loss") < loss);
    frames(10);
    assertEquals(paused, epoch());
  }

  @Test
  void trainedIsTrainedHoweverItIsPaced() {
    button("Train (BPTT)").click();
    waitForEpoch(5);
    button("Train (BPTT)").click();
    settle();
    Model model = new Model(Model.normalized(Model.sequence("Fibonacci", 9)), Activation.TANH);
    for (int epoch = epoch(); epoch > 0; epoch--) {
      model.train();
    }
    assertArrayEquals(model.w, weights(), 1e-9);
  }

  @Test
  void theSlowestSpeedDoesLessThanOneEpochPerFrame() {
    slider("Speed").press("Home");
    assertThat(slider("Speed")).hasAttribute("aria-valuetext", "1 epoch/s");
    button("Train (BPTT)").click();
    frames(5);
    button("Train (BPTT)").click();
    settle();
    // One epoch at once, and no frame catches up on more than a tenth of a second.
    assertTrue(epoch() <= 2, "epochs: " + epoch());
  }

  @Test
  void theFastestSpeedHasNoLimit() {
    slider("Speed").press("End");
    assertThat(slider("Speed")).hasAttribute("aria-valuetext", "as fast as it goes");
    button("Train (BPTT)").click();
    waitForEpoch(5000);
  }

  @Test
  void aWeightChangedWhileTrainingIsWhereTrainingGoesOn() {
    enter("Learning rate value", "0.000001");
    button("Train (BPTT)").click();
    waitForEpoch(10);
    enter("Hidden weight value", "-1.5");
    int before = epoch();
    waitForEpoch(before + 10);
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "true");
    field("Seed").focus();
    settle();
    assertEquals(-1.5, weight("Hidden weight"), 0.01);
  }

  @Test
  void aFieldHoldsStillWhileItHasTheFocus() {
    button("Train (BPTT)").click();
    waitForEpoch(10);
    field("Hidden weight value").focus();
    String text = field("Hidden weight value").inputValue();
    waitForEpoch(epoch() + 10);
    assertThat(field("Hidden weight value")).hasValue(text);
    page().keyboard().press("ArrowLeft");
    page().keyboard().type("-");
    assertThat(field("Hidden weight value")).hasValue("-" + text);
    field("Seed").focus();
    assertThat(field("Hidden weight value")).not().hasValue("-" + text);
  }

  @Test
  void randomSearchKeepsTheBest() {
    button("Random search").click();
    assertThat(button("Random search")).hasAttribute("aria-pressed", "true");
    assertThat(page().getByText("random tries")).isVisible();
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 10; i++) {
      frames(3);
      double loss = exact("Loss");
      assertTrue(loss <= best, loss + " after " + best);
      best = loss;
    }
    button("Random search").click();
    assertThat(button("Random search")).hasAttribute("aria-pressed", "false");
    assertEquals(0, epoch());
  }

  @Test
  void bothMethodsAreComparedAtEqualWork() {
    page()
        .locator("rnn-playground")
        .evaluate("playground => { playground.train(); playground.search(); }");
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "true");
    assertThat(button("Random search")).hasAttribute("aria-pressed", "true");
    waitForEpoch(20);
    page().locator("rnn-playground").evaluate("playground => playground.pause()");
    settle();
    String legend = figure("Loss").innerText();
    int tries = find("after ([\\d\u202f]+) tries", legend);
    assertEquals(tries, find("work ([\\d\u202f]+)\\)", legend));
    assertEquals(tries, 3 * find("after ([\\d\u202f]+) epochs", legend));
  }

  private static int find(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), pattern + " in " + text);
    return (int) number(matcher.group(1));
  }

  @Test
  void trainingGoesOnFromTheBestTry() {
    button("Random search").click();
    assertThat(page().getByText("random tries")).isVisible();
    button("Random search").click();
    settle();
    double[] best = weights();
    double loss = exact("Loss");
    button("Train from here").click();
    settle();
    assertArrayEquals(best, weights());
    assertEquals(loss, exact("Loss"));
    assertThat(button("Train from here")).isHidden();
    Model model = new Model(Model.normalized(Model.sequence("Fibonacci", 9)), Activation.TANH);
    model.w = best;
    button("1 epoch").click();
    model.train();
    settle();
    assertArrayEquals(model.w, weights(), 1e-9);
  }

  @Test
  void theSameSeedSearchesTheSameWay() {
    double[] first = weightsAfterSearch();
    button("Reset").click();
    assertArrayEquals(first, weightsAfterSearch());
  }

  /** The slowest speed does the tries of one epoch at once, and then waits. */
  private double[] weightsAfterSearch() {
    slider("Speed").press("Home");
    button("Random search").click();
    assertThat(page().getByText("3 random tries")).isVisible();
    button("Random search").click();
    settle();
    return weights();
  }

  @Test
  void aWeightBeyondItsSliderWidensIt() {
    for (String name : List.of("Output weight", "Hidden bias")) {
      enter(name + " value", "7");
      settle();
      assertThat(slider(name)).hasAttribute("max", "10");
      assertThat(slider(name)).hasAttribute("min", "-10");
      assertThat(slider(name)).hasValue("7");
    }
    button("Reset").click();
    assertThat(slider("Output weight")).hasAttribute("max", "3");
  }

  @Test
  void trainingIsNeverHeldBackByASlider() {
    choose("Raw");
    page().locator("rnn-playground").evaluate("playground => playground.train(1000)");
    settle();
    Model model = new Model(Model.sequence("Fibonacci", 9), Activation.TANH);
    for (int epoch = 0; epoch < 1000; epoch++) {
      model.train();
    }
    assertTrue(model.w[2] > 10);
    // Clipped steps of a fixed size rattle around the valley: the last digits of W_input differ.
    assertEquals(model.w[2], weight("Output weight"), 0.1);
    assertThat(slider("Output weight")).hasAttribute("max", "20");
    assertEquals(model.w[2], number(slider("Output weight").inputValue()), 0.2);
  }
}
