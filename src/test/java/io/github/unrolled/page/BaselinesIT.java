package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.unrolled.browser.Access;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loss is compared with what is possible without memory, and the page says what that shows. */
class BaselinesIT extends PlaygroundTest {
  private double legend(String name) {
    Matcher number =
        Pattern.compile(Pattern.quote(name) + "\\s+([\\d.\\u202f\\u2212e]+)")
            .matcher(figure("Loss").innerText());
    assertTrue(number.find(), figure("Loss").innerText());
    return number(number.group(1));
  }

  private double ghostLoss(int ghost) {
    assertThat(field("Name of ghost " + ghost)).isVisible();
    return number(figure("Loss").locator(".ghost .legend-value").nth(ghost - 1).innerText());
  }

  private void assertSays(String text) {
    assertThat(figure("Loss")).containsText(text);
  }

  private Locator verdict() {
    return page().locator("rnn-playground [aria-current=true]");
  }

  private Locator diagnosis() {
    return page().locator("rnn-playground .diagnosis");
  }

  /** Mean squared error of y = slope x + intercept on pairs of consecutive values. */
  private static double loss(double[] values, double slope, double intercept) {
    double sum = 0;
    for (int t = 1; t < values.length; t++) {
      sum += Math.pow(slope * values[t - 1] + intercept - values[t], 2);
    }
    return sum / (values.length - 1);
  }

  @Test
  void theRungsAreThoseOfTheFormulas() {
    open(Access.FILE);
    double[] values = Model.normalized(Model.sequence("Fibonacci", 9));
    double mean = Arrays.stream(values).skip(1).average().orElseThrow();
    assertEquals(loss(values, 0, mean), legend("predict the mean"), 5e-4);
    assertEquals(loss(values, 1, 0), legend("copy the last value"), 5e-4);
    double best = legend("best line");
    assertEquals(2.69e-4, best, 5e-7);
    Locator summary = figure("Loss").locator("p").first();
    Matcher line =
        Pattern.compile("slope (\\S+) and intercept (\\S+), ").matcher(summary.textContent());
    assertTrue(line.find(), summary.textContent());
    double slope = number(line.group(1));
    assertEquals(best, loss(values, slope, number(line.group(2))), 5e-5);
    assertSays("A line without memory already reaches 2.69e−4");
  }

  @Test
  void aRungAtZeroIsOffTheScale() {
    open(Access.FILE);
    set("task", "exponential");
    settle();
    assertSays("best line0(off the scale)");
    assertSays("A line without memory solves this task (loss 0)");
  }

  @Test
  void memoryTasksSayWhatIsCopied() {
    open(Access.FILE);
    set("task", "echo");
    settle();
    assertSays("copy the input");
    assertSays("Worse than always answering with the mean");
    train(300);
    assertSays("this takes memory.");
  }

  @Test
  void whatIsLeftWithoutMemoryIsComparedWithTheRunBefore() {
    open(Access.FILE);
    set("task", "sine");
    train(2000);
    assertSays("by memory, or by the bend of the activation. Memory off shows what is left.");
    String before = readout("Loss").innerText();
    set("memory", "off");
    settle();
    assertSays("Memory is off and the weights are back at their start: train to see what is left.");
    train(500);
    assertSays("No memory: this is what is left, " + readout("Loss").innerText());
    assertSays("With memory it was " + before + " (epoch 2\u202f000, now 500).");
    train(1500);
    assertSays("With memory it was " + before + ".");
    assertEquals(number(before), ghostLoss(1));
    figure("Loss").getByText("Data table").click();
    Locator table = figure("Loss").getByRole(AriaRole.TABLE);
    assertThat(table.locator("th").nth(3)).hasText("BPTT with memory");
    assertThat(table.locator("tbody tr").last().locator("td").last()).hasText(before);
    set("task", "linear");
    settle();
    assertThat(field("Name of ghost 1")).isHidden();
  }

  @Test
  void aRunIsOnlyComparedWithOneOfTheOtherKind() {
    open(Access.FILE);
    set("task", "sine");
    train(2000);
    set("memory", "off");
    set("memory", "on");
    train(2000);
    assertThat(field("Name of ghost 1")).hasValue("BPTT with memory");
    assertSays("by memory, or by the bend of the activation. Memory off shows what is left.");
    set("memory", "off");
    train(10);
    String without = readout("Loss").innerText();
    set("memory", "on");
    train(2000);
    assertSays("by the bend of the activation. Without memory it was " + without);
  }

  @Test
  void theTestLossIsTheErrorOfTheOtherSteps() {
    open(Access.FILE);
    set("task", "sine");
    set("train-steps", "12");
    train(100);
    Model model =
        new Model(
            Arrays.copyOf(Model.normalized(Model.sequence("Sine", 17)), 13), Model.Activation.TANH);
    for (int epoch = 0; epoch < 100; epoch++) {
      model.train();
    }
    Model all = new Model(Model.normalized(Model.sequence("Sine", 17)), Model.Activation.TANH);
    all.w = model.w;
    double sum = all.loss() * 16 - model.loss() * 12;
    assertEquals(sum / 4, legend("test loss"), 5e-4);
    assertSays("on 4 steps that did not train");
  }

  @ParameterizedTest
  @CsvSource({
    "fibonacci, tanh, raw, 3000, Scale, 'outputs reach −6.00 to 6.00, but targets go to 34.0'",
    "exponential, relu, normalized, 1000, Optimization, 'The unit never fires: every state is 0'",
    "sine, tanh, normalized, 7000, Capacity, 'The exact solution takes 2 linear units; this network has 1.'"
  })
  void whyTrainingRestsIsOneOfThree(
      String task, String activation, String scaling, int epochs, String name, String text) {
    open(Access.FILE);
    set("task", task);
    set("activation", activation);
    set("scaling", scaling);
    settle();
    assertThat(verdict()).hasCount(0);
    assertThat(diagnosis()).containsText("Told from 200 epochs on, if training gets nowhere.");
    train(epochs);
    assertThat(verdict()).hasText(name);
    assertThat(diagnosis()).containsText(text);
    button("Reset").click();
    assertThat(verdict()).hasCount(0);
  }

  @Test
  void theVerdictHasTheNumbersItRestsOn() {
    open(Access.FILE);
    set("scaling", "raw");
    train(3000);
    Matcher taken =
        Pattern.compile("Training took the output weight to (\\S+), yet")
            .matcher(diagnosis().innerText());
    assertTrue(taken.find(), diagnosis().innerText());
    assertEquals(weight("Output weight"), number(taken.group(1)), 0.05);
    // It jumps at every epoch, and the present loss is one of the two.
    assertThat(diagnosis()).containsText("yet jumps between ");
    assertThat(diagnosis()).containsText(readout("Loss").innerText());
    set("scaling", "normalized");
    set("learning-rate", "1");
    train(200);
    assertThat(verdict()).hasText("Optimization");
    assertThat(diagnosis()).containsText("The steps are too long: the loss ");
    assertThat(diagnosis()).containsText(", and was 0.268 before.");
    set("learning-rate", "0.01");
    set("task", "echo");
    set("cell", "elman");
    set("hidden-units", "3");
    set("activation", "linear");
    train(1500);
    assertThat(verdict()).hasText("Capacity");
    assertThat(diagnosis()).containsText("Training rests at 0.298. The exact solution takes 4");
  }

  @Test
  void whatIsLearntByHeartIsToldFromWhatCarriesOver() {
    open(Access.FILE);
    set("task", "echo");
    set("length", "60");
    set("train-steps", "40");
    train(1500);
    assertSays("Learnt by heart: on the 20 steps it has not seen the loss is ");
    assertSays("no better than always answering with the mean, ");
    set("length", "40");
    set("train-steps", "25");
    train(1500);
    assertSays("the loss is 0.763, hardly better than always answering with the mean, ");
    set("task", "parity");
    set("cell", "elman");
    set("hidden-units", "2");
    set("length", "60");
    set("train-steps", "40");
    train(1500);
    assertSays(": this takes memory, and carries over to unseen steps.");
  }

  @Test
  void whereTheLossIsSilentOrAllButSoItIsSaid() {
    open(Access.FILE);
    set("length", "12");
    set("activation", "linear");
    train(4000);
    assertSays("but by next to nothing beside the mean’s 0.35");
    set("task", "latch");
    settle();
    assertSays("the loss cannot show memory here; look at the states.");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1440})
  void whateverIsSaidHasRoom(int width) {
    page().setViewportSize(width, 900);
    open(Access.FILE);
    for (String task : List.of("sine", "fibonacci", "echo", "exponential")) {
      set("task", task);
      settle();
      Object before = heights();
      for (int epochs : new int[] {30, 400, 2000}) {
        train(epochs);
        assertEquals(before, heights(), task + " after some more " + epochs + " epochs");
      }
    }
  }

  private Object heights() {
    return playground()
        .evaluate(
            "e => [...e.shadowRoot.querySelectorAll('.verdict-text')].map(p => p.clientHeight)");
  }

  @ParameterizedTest
  @CsvSource({"320, LIGHT", "1440, DARK"})
  void noAccessibilityRuleIsBroken(int width, ColorScheme scheme) {
    page().setViewportSize(width, 900);
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    open(Access.FILE);
    set("scaling", "raw");
    set("memory", "off");
    train(10);
    set("memory", "on");
    train(3000);
    if (width < 600) {
      tab("Training").click();
    }
    assertThat(verdict()).hasText("Scale");
    assertAccessible();
  }
}
