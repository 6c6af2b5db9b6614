package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
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

/** The network runs on its own output, and the test steps are set apart. */
class FreeRunIT extends PlaygroundTest {
  private static final String NONE = "–";

  private void setAndSettle(String attribute, String value) {
    set(attribute, value);
    settle();
  }

  private Locator toggle() {
    return button("Free running");
  }

  private void assertOn(boolean on) {
    assertThat(toggle()).hasAttribute("aria-pressed", Boolean.toString(on));
    assertThat(slider("Takeover step")).isVisible(new IsVisibleOptions().setVisible(on));
    assertThat(figure("Error by horizon")).isVisible(new IsVisibleOptions().setVisible(on));
  }

  private void assertTakeover(int step) {
    assertThat(slider("Takeover step"))
        .hasAttribute("aria-valuetext", "given until step " + step + ", then on its own");
    assertThat(page().getByText("given until step " + step + ", then on its own")).isVisible();
  }

  /** The cells of a figure's data table, row by row. */
  private List<List<String>> rows(String figure) {
    Locator table = figure(figure).getByRole(AriaRole.TABLE);
    if (table.count() == 0) {
      figure(figure).getByText("Data table").click();
    }
    settle();
    return table.locator("tbody tr").all().stream()
        .map(row -> row.locator("th, td").allInnerTexts())
        .toList();
  }

  /** The outputs when the inputs are given up to a step, and from then on each last output. */
  private static double[] outputs(double[] w, double[] inputs, int takeover, int count) {
    double[] outputs = new double[count];
    double h = 0;
    for (int t = 0; t < count; t++) {
      double x = t < takeover ? inputs[t] : outputs[t - 1];
      h = StrictMath.tanh(w[0] * x + w[1] * h + w[3]);
      outputs[t] = w[2] * h + w[4];
    }
    return outputs;
  }

  private static void assertShown(double expected, String shown, String what) {
    assertEquals(expected, number(shown), 6e-3 * Math.abs(expected) + 1e-12, what);
  }

  @Test
  void theButtonSwitchesItAndTheSliderMovesTheTakeover() {
    open(Access.FILE);
    assertOn(false);
    toggle().click();
    assertOn(true);
    assertTakeover(4);
    slider("Takeover step").press("ArrowRight");
    assertTakeover(5);
    slider("Takeover step").press("End");
    assertTakeover(8);
    slider("Takeover step").press("Home");
    assertTakeover(1);
    toggle().press("Space");
    assertOn(false);
    toggle().press("Enter");
    assertOn(true);
    assertTakeover(1);
  }

  @Test
  void itBeginsAtTheCursorOrWhereTrainingEnds() {
    open(Access.FILE);
    button("Step forward").click();
    button("Step forward").click();
    toggle().click();
    assertTakeover(2);
    toggle().click();
    setAndSettle("train-steps", "6");
    toggle().click();
    assertTakeover(6);
  }

  @Test
  void anAttributeTurnsItOn() {
    open(Access.FILE);
    setAndSettle("takeover", "3");
    assertOn(true);
    assertTakeover(3);
    setAndSettle("takeover", "40");
    assertTakeover(8);
    setAndSettle("takeover", "0");
    assertOn(false);
  }

  @Test
  void theTablesAreThoseOfTheFormulas() {
    open(Access.FILE);
    setAndSettle("takeover", "3");
    train(200);
    double[] values = Model.normalized(Model.sequence("Fibonacci", 9));
    Model model = new Model(values, Model.Activation.TANH);
    for (int epoch = 0; epoch < 200; epoch++) {
      model.train();
    }
    double[] raw = Model.sequence("Fibonacci", 17);
    double[] all = Arrays.stream(raw).map(v -> 2 * (v - 1) / 33 - 1).toArray();
    double[] taught = outputs(model.w, values, 8, 8);
    double[] free = outputs(model.w, values, 3, 16);
    List<List<String>> rows = rows("Prediction");
    assertEquals(16, rows.size());
    for (int step = 1; step <= 16; step++) {
      List<String> row = rows.get(step - 1);
      double expected = all[step];
      assertEquals(step, number(row.get(0)));
      assertShown(expected, row.get(1), "expected at " + step);
      if (step <= 8) {
        assertShown(taught[step - 1], row.get(2), "output at " + step);
      } else {
        assertEquals(List.of(NONE, NONE), row.subList(2, 4));
      }
      if (step < 3) {
        assertEquals(List.of(NONE, NONE), row.subList(4, 6));
      } else {
        assertShown(free[step - 1], row.get(4), "on its own at " + step);
        assertShown(free[step - 1] - expected, row.get(5), "its error at " + step);
        assertShown((free[step - 1] + 1) * 33 / 2 + 1, row.get(8), "raw at " + step);
      }
      assertShown(raw[step], row.get(6), "raw expected at " + step);
    }
    List<List<String>> horizons = rows("Error by horizon");
    assertEquals(8, horizons.size());
    for (int h = 1; h <= 8; h++) {
      double sum = 0;
      for (int k = 1; k <= 8; k++) {
        int step = k + h - 1;
        sum += Math.pow(outputs(model.w, values, k, 16)[step - 1] - all[step], 2);
      }
      List<String> row = horizons.get(h - 1);
      assertShown(Math.sqrt(sum / 8), row.get(1), "error at horizon " + h);
      assertEquals("8", row.get(2));
    }
    assertThat(figure("Error by horizon"))
        .containsText(
            "One step ahead, with each input given, the error is " + horizons.get(0).get(1));
  }

  @Test
  void ownNumbersEndWithTheSequence() {
    open(Access.FILE);
    setAndSettle("numbers", "3 1 4 1 5 9");
    setAndSettle("task", "custom");
    setAndSettle("takeover", "2");
    List<List<String>> rows = rows("Prediction");
    assertEquals(10, rows.size());
    assertEquals("9", rows.get(4).get(6));
    for (int step = 6; step <= 10; step++) {
      List<String> row = rows.get(step - 1);
      assertEquals(List.of(NONE, NONE, NONE), row.subList(1, 4));
      assertTrue(Double.isFinite(number(row.get(4))));
      assertEquals(List.of(NONE, NONE, NONE), row.subList(5, 8));
    }
    List<List<String>> horizons = rows("Error by horizon");
    assertEquals(
        List.of("5", "4", "3", "2", "1"), horizons.stream().map(row -> row.get(2)).toList());
  }

  @Test
  void memoryTasksSayWhyNot() {
    open(Access.FILE);
    toggle().click();
    assertOn(true);
    choose("Echo");
    assertOn(false);
    assertThat(toggle()).hasAttribute("aria-disabled", "true");
    assertThat(page().getByText("Not for memory tasks: their inputs are drawn at random"))
        .isVisible();
    toggle().press("Enter");
    setAndSettle("takeover", "3");
    assertOn(false);
    choose("Fibonacci");
    assertThat(toggle()).hasAttribute("aria-disabled", "false");
    assertThat(page().getByText("Not for memory tasks")).isHidden();
  }

  @Test
  void pointingPastTheEndReadsItAndAClickThereMovesNothing() {
    open(Access.FILE);
    setAndSettle("takeover", "3");
    button("Step forward").click();
    Locator canvas = figure("Prediction").locator("canvas").first();
    canvas.scrollIntoViewIfNeeded();
    BoundingBox box = canvas.boundingBox();
    double left = box.x + 40;
    double step = (box.x + box.width - 6 - left) / 16;
    page().mouse().move(left + step * 11.5, box.y + box.height / 2);
    assertThat(figure("Prediction")).containsText("error at t = 12" + NONE);
    String shown = rows("Prediction").get(11).get(4);
    // The table has scrolled the panel.
    canvas.evaluate("canvas => { canvas.closest('.panel').scrollTop = 0; }");
    page().mouse().move(left + step * 11.5, box.y + box.height / 2);
    assertThat(figure("Prediction")).containsText("free running" + shown);
    page().mouse().down();
    page().mouse().up();
    assertThat(readout("Step")).hasText("1 / 8");
    page().mouse().move(left + step * 4.5, box.y + box.height / 2);
    assertThat(figure("Prediction")).containsText("error at t = 5");
    page().mouse().move(5, 5);
    assertThat(figure("Prediction")).containsText("error at t = 1");
  }

  @Test
  void theTestPartIsShadedAndBothLossesAreShown() {
    open(Access.FILE);
    Locator band =
        figure("Prediction").getByText("test", new Locator.GetByTextOptions().setExact(true));
    assertThat(band).isHidden();
    setAndSettle("train-steps", "6");
    assertThat(band).isVisible();
    double[] values = Model.normalized(Model.sequence("Fibonacci", 9));
    double[] outputs = outputs(new double[] {1, 0.5, 1, 0, 0}, values, 8, 8);
    double trained = 0;
    double tested = 0;
    for (int t = 0; t < 8; t++) {
      double square = Math.pow(outputs[t] - values[t + 1], 2);
      trained += t < 6 ? square / 6 : 0;
      tested += t < 6 ? 0 : square / 2;
    }
    String text = figure("Prediction").innerText();
    Matcher losses =
        Pattern.compile("test part: loss\\s+(\\S+)\\s+on the training part (\\S+)").matcher(text);
    assertTrue(losses.find(), text);
    assertShown(tested, losses.group(1), text);
    assertShown(trained, losses.group(2), text);
    setAndSettle("train-steps", "8");
    assertThat(band).isHidden();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1440})
  void nothingMovesWhileItRuns(int width) {
    page().setViewportSize(width, 900);
    open(Access.FILE);
    setAndSettle("train-steps", "6");
    setAndSettle("takeover", "3");
    settle();
    Object before = places();
    for (int step = 0; step < 8; step++) {
      playground().evaluate("playground => playground.step()");
      settle();
      assertEquals(before, places(), "after step " + (step + 1));
    }
    for (int epochs : new int[] {1, 100, 3000}) {
      train(epochs);
      assertEquals(before, places(), "after some more " + epochs + " epochs");
    }
    assertEquals(0, page().evaluate("document.documentElement.scrollWidth - innerWidth"));
  }

  private Object places() {
    return playground()
        .evaluate(
            """
            e => [...e.shadowRoot.querySelectorAll('.results .chart, .results .chart > *')]
                .filter(part => part.checkVisibility() && !part.matches('.visually-hidden'))
                .map(part => {
                  const box = part.getBoundingClientRect();
                  return part.className + ' ' + [box.x, box.y + scrollY, box.width, box.height].map(Math.round);
                }).join('; ')
            """);
  }

  @ParameterizedTest
  @CsvSource({"320, DARK", "1440, LIGHT"})
  void noAccessibilityRuleIsBroken(int width, ColorScheme scheme) {
    page().setViewportSize(width, 900);
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    open(Access.FILE);
    setAndSettle("train-steps", "6");
    toggle().click();
    rows("Prediction");
    rows("Error by horizon");
    assertAccessible();
    choose("Echo");
    assertAccessible();
  }

  @Test
  void ofALongSequenceTheFanIsOfSixtyRuns() {
    open(Access.FILE);
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i <= 100; i++) {
      numbers.append(i % 7).append(' ');
    }
    setAndSettle("numbers", numbers.toString());
    setAndSettle("task", "custom");
    setAndSettle("cell", "lstm");
    setAndSettle("hidden-units", "32");
    setAndSettle("takeover", "50");
    assertThat(figure("Prediction")).containsText("free running from 60 of the 100 steps");
    assertThat(figure("Error by horizon")).containsText("51 steps ahead, on its own");
  }
}
