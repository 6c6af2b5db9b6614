package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Position;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.unrolled.browser.Access;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of many units, with states and gates drawn as strips of cells. */
class StripsIT extends PlaygroundTest {
  private static final Pattern NUMBER = Pattern.compile("−?\\d[\\d.]*(e−?\\d+)?");

  private void open(String cell, int units) {
    open(Access.FILE);
    set("cell", cell);
    set("hidden-units", units + "");
    set("step", "4");
    settle();
  }

  private Locator step(int step) {
    return named(AriaRole.GROUP, "Time steps").getByRole(AriaRole.BUTTON).nth(step - 1);
  }

  private Locator arithmetic() {
    return named(AriaRole.GROUP, "Arithmetic of the cell");
  }

  private Locator equation() {
    return named(AriaRole.GROUP, "Equation of the step");
  }

  /** Moves the pointer over a column, from 0 to 1 in each direction. */
  private void hover(int step, double x, double y) {
    step(step).scrollIntoViewIfNeeded();
    step(step).hover(new Locator.HoverOptions().setPosition(place(step, x, y)));
  }

  private Position place(int step, double x, double y) {
    var box = step(step).boundingBox();
    return new Position(x * box.width, y * box.height);
  }

  private static double evaluate(String term) {
    Matcher numbers = NUMBER.matcher(term);
    double product = 1;
    while (numbers.find()) {
      product *= number(numbers.group());
    }
    return product;
  }

  @ParameterizedTest
  @CsvSource({"elman, 4, 0.5", "elman, 8, 0.5", "gru, 4, 0.16", "gru, 6, 0.3", "lstm, 3, 0.4"})
  void theTermsOfAPreActivationAddUpToWhatIsShown(String cell, int units, double x) {
    open(cell, units);
    hover(3, x, 0.5);
    assertThat(arithmetic()).containsText("step 3");
    assertThat(arithmetic()).containsText("x");
    Locator sum = arithmetic().locator("p").nth(1);
    double total = 0;
    for (String term : sum.locator("> span").allInnerTexts()) {
      String unnamed = term.replaceAll("h[₀-₉]+", "").replaceAll("\\d+ more", "");
      total += unnamed.isBlank() ? 0 : evaluate(unnamed);
    }
    assertEquals(evaluate(sum.locator("b").innerText()), total, 0.01);
  }

  @Test
  void aGatedStateIsMixedFromItsGates() {
    open("gru", 4);
    hover(3, 0.8, 0.53);
    assertThat(arithmetic()).containsText("hidden state h, unit 2, step 3");
    Matcher numbers = NUMBER.matcher(arithmetic().locator("p").nth(2).innerText());
    double[] found = numbers.results().mapToDouble(match -> number(match.group())).toArray();
    assertEquals(6, found.length);
    assertEquals(1, found[0]);
    assertEquals(found[1], found[3]);
    assertEquals(found[5], (1 - found[1]) * found[2] + found[3] * found[4], 0.002);
  }

  @Test
  void keysWalkAmongTheCellsOfAStep() {
    open("lstm", 4);
    step(2).focus();
    page().keyboard().press("ArrowDown");
    assertThat(arithmetic()).containsText("hidden state h, unit 1, step 2");
    page().keyboard().press("ArrowDown");
    page().keyboard().press("PageUp");
    assertThat(arithmetic()).containsText("cell state c, unit 2, step 2");
    page().keyboard().press("Shift+ArrowUp");
    assertThat(arithmetic()).containsText("output gate o, unit 2, step 2");
    page().keyboard().press("ArrowRight");
    assertThat(arithmetic()).containsText("output gate o, unit 2, step 3");
    page().keyboard().press("ArrowUp");
    page().keyboard().press("ArrowUp");
    page().keyboard().press("PageDown");
    assertThat(arithmetic()).containsText("cell state c, unit 1, step 3");
    assertThat(named(AriaRole.GROUP, "Time steps")).containsText("cell state c, unit 1: ");
    button("Reset").focus();
    assertThat(arithmetic()).containsText("Point at or tap a cell");
  }

  @Test
  void aPlainNetworkHasOneStripAndLeavesPagingToTheBrowser() {
    open("elman", 4);
    step(2).focus();
    page().keyboard().press("ArrowDown");
    assertThat(arithmetic()).containsText("unit 1, step 2");
    assertEquals(
        true,
        step(2)
            .evaluate(
                """
                button => button.dispatchEvent(
                    new KeyboardEvent('keydown', {key: 'PageDown', bubbles: true, cancelable: true}))
                """));
  }

  @Test
  void aClickKeepsTheCell() {
    open("gru", 4);
    step(2).click(new Locator.ClickOptions().setPosition(place(2, 0.8, 0.53)));
    named(AriaRole.HEADING, "Unrolled").hover();
    assertThat(arithmetic()).containsText("hidden state h, unit 2, step 2");
    button("Step forward").click();
    assertThat(arithmetic()).containsText("hidden state h, unit 2, step 3");
    step(3).click(new Locator.ClickOptions().setPosition(place(3, 0.5, 0.97)));
    named(AriaRole.HEADING, "Unrolled").hover();
    assertThat(arithmetic()).containsText("Point at or tap a cell");
  }

  @Test
  void theEquationIsOfVectorsAndHasTheUnitsNumbers() {
    open("gru", 4);
    assertThat(equation()).containsText("tanh(Winx4+bn+r4⊙(Whnh3+bhn))");
    assertThat(equation()).containsText("4×4");
    assertThat(equation()).containsText("unit 1:");
    hover(2, 0.8, 0.53);
    assertThat(equation()).containsText("unit 2:");
    assertThat(equation()).containsText("r2");
    set("cell", "elman");
    assertThat(equation()).containsText("Whhh");
    set("activation", "linear");
    settle();
    assertFalse(equation().innerText().contains("tanh"));
    set("hidden-units", "1");
    assertThat(equation()).containsText("Whidden");
  }

  @Test
  void withoutMemoryTheStateBeforeCountsAsNothing() {
    open("gru", 4);
    set("memory", "off");
    hover(3, 0.16, 0.5);
    assertThat(arithmetic()).containsText("memory is off: the state before counts as 0");
    assertThat(arithmetic()).not().containsText("h₁");
  }

  @Test
  void theReadoutsKeepTheirHeight() {
    open("lstm", 8);
    Locator panel = figure("Unrolled network");
    double before = panel.boundingBox().height;
    double equationBefore = equation().boundingBox().height;
    for (double x : new double[] {0.1, 0.2, 0.3, 0.6, 0.8}) {
      hover(2, x, 0.5);
      settle();
      assertEquals(before, panel.boundingBox().height);
      assertEquals(equationBefore, equation().boundingBox().height);
    }
  }

  @Test
  void theTableHasAColumnForEachUnit() {
    open("elman", 3);
    figure("Unrolled network").getByText("Data table").click();
    Locator table = named(AriaRole.TABLE, "Unrolled network");
    assertThat(table.locator("thead")).containsText("h3");
    assertThat(table.locator("tbody tr").first().locator("th, td")).hasCount(8);
    set("hidden-units", "9");
    assertThat(table.locator("thead")).containsText("Length of hidden state");
    assertThat(table.locator("tbody tr").first().locator("th, td")).hasCount(6);
    set("hidden-units", "1");
    assertThat(table.locator("thead")).containsText("Hidden state");
    assertThat(table.locator("tbody tr").first().locator("th, td")).hasCount(6);
  }

  @ParameterizedTest
  @CsvSource({"1", "4"})
  void whatIsCutAndWhatOnlyTestsIsInTheLegend(int units) {
    open("elman", units);
    Locator cut = figure("Unrolled network").getByText("the gradient is cut here: windows of 3");
    Locator tests = figure("Unrolled network").getByText("hatched: only tests");
    assertThat(cut).isHidden();
    assertThat(tests).isHidden();
    set("window", "3");
    set("train-steps", "5");
    assertThat(cut).isVisible();
    assertThat(tests).isVisible();
  }

  @Test
  void theSummarySaysWhichNetworkItIs() {
    open("lstm", 4);
    assertThat(figure("Unrolled network")).containsText("LSTM network with 4 units");
    hover(3, 0.5, 0.5);
    assertTrue(
        step(3)
            .getAttribute("aria-label")
            .matches("Step 3: input .*, norm of the hidden state .*, output .*, expected .*"));
    assertAccessible();
  }

  @Test
  void noCellSaysNan() {
    // So that the last step is in sight at once.
    page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page()
        .addInitScript(
            """
            window.written = [];
            const write = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (text) {
              written.push(text);
              write.apply(this, arguments);
            };
            """);
    open("elman", 2);
    set("task", "exponential");
    set("scaling", "raw");
    set("length", "60");
    set("activation", "linear");
    Locator weight =
        named(AriaRole.GRID, "Weights of the hidden state h").getByRole(AriaRole.GRIDCELL);
    weight.press("Home");
    // States that grow without bound, one of them a difference of two such.
    for (String[] step :
        new String[][] {
          {"ArrowRight", "1000000"},
          {"ArrowRight", "1000000"},
          {"ArrowDown", "-1000000"},
          {"ArrowLeft", "1000000"}
        }) {
      weight.press(step[0]);
      weight.press("Enter");
      page().keyboard().type(step[1]);
      page().keyboard().press("Enter");
      page().keyboard().press("Escape");
    }
    set("step", "60");
    settle();
    assertThat(page().getByText("With these weights the numbers overflow")).isVisible();
    assertEquals(false, page().evaluate("() => written.includes('NaN')"));
  }
}
