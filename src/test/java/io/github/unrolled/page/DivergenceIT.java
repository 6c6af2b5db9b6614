package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.unrolled.browser.Access;
import io.github.unrolled.page.Model.Activation;
import io.github.unrolled.page.Model.Clip;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training that overflows stops, says where, and leaves a usable network. */
class DivergenceIT extends PlaygroundTest {
  @BeforeEach
  void openPage() {
    open(Access.FILE);
    choose("Raw");
    choose("Activation function", "linear");
    choose("Gradient clipping", "Off");
  }

  private void diverge() {
    button("Train (BPTT)").click();
    assertThat(report()).isVisible();
    settle();
  }

  private Locator report() {
    return page().getByText("Training stopped: it diverged.");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1440})
  void theReportIsInSightWhereverTheReaderIs(int width) {
    page().setViewportSize(width, 800);
    page().evaluate("scrollTo(0, 1400)");
    page().locator("#playground").evaluate("playground => playground.train()");
    assertThat(report()).isVisible();
    settle();
    assertThat(button("Use tanh")).isInViewport();
    assertThat(button("Close")).isInViewport();
  }

  @Test
  void theReportNamesEpochStepAndTerm() {
    diverge();
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "false");
    Matcher report =
        Pattern.compile(
                "After epoch (\\d+), the (pre-activation|hidden state|output|squared error|gradient)"
                    + ".* at step t = (\\d+).* The weights of epoch (\\d+), whose loss is (\\S+),"
                    + " are back\\.")
            .matcher(report().innerText());
    assertTrue(report.find(), report().innerText());
    Model model = new Model(Model.sequence("Fibonacci", 9), Activation.LINEAR);
    model.clip = Clip.OFF;
    double[] lastFinite = model.w;
    int epochs = 0;
    while (Arrays.stream(model.gradient()).allMatch(Double::isFinite)) {
      lastFinite = model.w.clone();
      model.train();
      epochs++;
    }
    assertEquals(epochs, (int) number(report.group(1)));
    assertEquals(epochs - 1, (int) number(report.group(4)));
    assertEquals(epochs - 1, epoch());
    double[] back = weights();
    for (int i = 0; i < back.length; i++) {
      assertEquals(lastFinite[i], back[i], 1e-6 * Math.abs(lastFinite[i]), WEIGHTS.get(i));
    }
    model.w = back;
    assertEquals(model.loss(), exact("Loss"), 1e-9 * model.loss());
    assertEquals(number(readout("Loss").innerText()), number(report.group(5)));
  }

  @Test
  void anEpochThatOverflowsIsTakenBackAtOnce() {
    page().locator("rnn-playground").evaluate("playground => playground.train(3)");
    assertThat(report()).isVisible();
    assertEquals(2, epoch());
    assertTrue(Double.isFinite(exact("Loss")));
  }

  @Test
  void weightsSetByHandThatOverflowAreReportedAndKept() {
    enter("Hidden weight value", "1000000");
    slider("Length").press("End");
    assertThat(page().getByText("With these weights the numbers overflow")).isVisible();
    assertThat(readout("Loss")).hasText("overflow");
    assertThat(button("Close")).isHidden();
    assertEquals(1e6, weights()[1]);
  }

  @Test
  void noTextOfThePageIsNotANumber() {
    button("Step forward").click();
    for (Locator summary : page().getByText("Data table").all()) {
      summary.click();
    }
    diverge();
    assertNoStrangeNumbers(page());
    enter("Hidden weight value", "1000000");
    enter("Input weight value", "-1000000");
    slider("Length").press("End");
    settle();
    assertNoStrangeNumbers(page());
  }

  private static void assertNoStrangeNumbers(Page page) {
    String texts =
        (String)
            page.locator("rnn-playground")
                .evaluate(
                    """
                    playground => [...playground.shadowRoot.querySelectorAll('.playground, .playground *')]
                        .flatMap(element => [
                          ...[...element.childNodes].filter(n => n.nodeType === 3).map(n => n.data),
                          ...[...element.attributes].filter(a => a.name !== 'class').map(a => a.value),
                          element.value ?? '']).join('\\n')
                    """);
    assertFalse(Pattern.compile("NaN|Infinity|undefined|null|∞").matcher(texts).find(), texts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Learning rate ÷ 10", "Clip each component", "Use tanh", "Normalize the input"})
  void aRemedyClosesTheReportAndLetsTrainingGoOn(String remedy) {
    diverge();
    page().getByText(remedy).click();
    assertThat(report()).isHidden();
    if (remedy.startsWith("Learning rate")) {
      assertThat(field("Learning rate value")).hasValue("0.00100");
    } else if (remedy.startsWith("Clip")) {
      assertThat(inSight(named(AriaRole.COMBOBOX, "Gradient clipping"))).hasValue("Element-wise");
    }
    button("Reset").last().click();
    button("Train (BPTT)").click();
    page().waitForCondition(() -> epoch() >= 50);
    assertThat(report()).isHidden();
  }

  @Test
  void resetAndCloseAreRemediesToo() {
    diverge();
    button("Close").click();
    assertThat(report()).isHidden();
    assertTrue(epoch() > 0);
    button("Reset").click();
    diverge();
    button("Reset").last().click();
    assertThat(report()).isHidden();
    assertEquals(0, epoch());
  }

  @Test
  void memoryTasksAreNotToBeNormalized() {
    choose("Echo");
    choose("Optimizer", "SGD");
    enter("Learning rate value", "100");
    diverge();
    assertThat(button("Use tanh")).isVisible();
    assertThat(button("Normalize the input")).hasCount(0);
  }
}
