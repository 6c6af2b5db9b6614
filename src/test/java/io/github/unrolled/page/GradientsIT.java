package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.github.unrolled.browser.Access;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradient through time, entry by entry, and a weight's gradient as a sum over time. */
class GradientsIT extends PlaygroundTest {
  private static final String MATRIX = "Gradient through time";
  private static final String SUM = "Sum over time";

  private void open(String instruments) {
    open(Access.FILE);
    set("instruments", instruments);
    bringIntoSight();
  }

  /** Instruments out of sight are not drawn. */
  private void bringIntoSight() {
    settle();
    page().locator(".instrument").scrollIntoViewIfNeeded();
    assertThat(page().locator(".instrument .verdict-text")).not().isEmpty();
    settle();
  }

  private Locator cell(String figure) {
    return figure(figure).getByRole(AriaRole.GRIDCELL);
  }

  /** The rows of a figure's data table. */
  private List<List<String>> table(String figure) {
    if (figure(figure).locator("details[open]").count() == 0) {
      figure(figure).locator("summary").click();
    }
    settle();
    return figure(figure).locator("tbody tr").all().stream()
        .map(row -> row.locator("th, td").allInnerTexts())
        .toList();
  }

  /** The last number of a text that follows an equals sign or a colon. */
  private static double result(String text) {
    return number(text.substring(Math.max(text.lastIndexOf('='), text.lastIndexOf(':')) + 1));
  }

  @Test
  void theChainOfAnEntryMultipliesToIt() {
    open("gradient-through-time");
    assertThat(figure(MATRIX).locator(".gradient-entry"))
        .containsText("Loss of step 8, state of step 1: ");
    cell(MATRIX).focus();
    Locator chain = figure(MATRIX).locator(".gradient-numbers");
    assertThat(figure(MATRIX)).containsText("Loss of step 8, state of step 1: ");
    double product = 1;
    String text = chain.innerText();
    for (String factor : text.substring(2, text.lastIndexOf('=')).split("·", -1)) {
      product *= factor.contains("more") ? result(factor.replace("]", "")) : number(factor);
    }
    double entry = result(text);
    assertEquals(entry, product, 0.03 * Math.abs(entry));
    List<List<String>> rows = table(MATRIX);
    assertEquals(8, rows.size());
    assertEquals(entry, number(rows.get(7).get(1)), 1e-12);
    assertEquals("", rows.get(0).get(2));
  }

  @Test
  void keysWalkThroughTheTriangle() {
    open("gradient-through-time");
    cell(MATRIX).focus();
    page().keyboard().press("End");
    assertThat(cell(MATRIX))
        .hasAccessibleName(java.util.regex.Pattern.compile("Loss of step 8, state of step 8: .*"));
    page().keyboard().press("ArrowUp");
    page().keyboard().press("ArrowLeft");
    page().keyboard().press("ArrowUp");
    assertThat(figure(MATRIX).locator(".gradient-entry"))
        .containsText("Loss of step 7, state of step 7: ");
    // The step is marked in the other views.
    assertThat(figure("Unrolled network").locator(".step-facts")).containsText("step 7");
    button("Reset").focus();
    settle();
    assertThat(figure("Unrolled network").locator(".step-facts")).containsText("Step forward");
  }

  @Test
  void thePointerReadsWhatItIsOver() {
    open("gradient-through-time");
    Locator grid = figure(MATRIX).getByRole(AriaRole.GRID);
    grid.scrollIntoViewIfNeeded();
    var box = grid.boundingBox();
    double columnWidth = (box.width - 36) / 8;
    page().mouse().move(box.x + 34 + 2.5 * columnWidth, box.y + 6 + 4.5 * 26);
    assertThat(figure(MATRIX).locator(".gradient-entry"))
        .containsText("Loss of step 5, state of step 3: ");
    assertThat(figure("Unrolled network").locator(".step-facts")).containsText("step 3");
    page().mouse().move(box.x + 34 + 6.5 * columnWidth, box.y + 30);
    assertThat(figure(MATRIX).locator(".gradient-entry"))
        .containsText("Loss of step 8, state of step 1: ");
  }

  @Test
  void theMatrixTellsOfWindowTestStepsAndMemory() {
    open("gradient-through-time");
    set("window", "3");
    bringIntoSight();
    assertThat(figure(MATRIX)).containsText("cut off by the BPTT window");
    assertTrue(table(MATRIX).get(3).get(3).endsWith(" (cut off)"), "4 from 3");
    assertTrue(!table(MATRIX).get(5).get(4).endsWith(" (cut off)"), "6 from 4");
    set("train-steps", "5");
    assertThat(figure(MATRIX)).containsText("Only the first 5 steps train");
    assertEquals(5, table(MATRIX).size());
    button("Memory off").click();
    assertThat(figure(MATRIX)).containsText("nothing reaches step 1");
    assertThat(figure(MATRIX)).containsText("Memory is off");
  }

  @Test
  void openedUnderACursorItSpeaksOfThatStep() {
    open(Access.FILE);
    set("step", "4");
    set("instruments", "gradient-through-time");
    bringIntoSight();
    assertThat(figure(MATRIX).locator(".verdict-text")).containsText("that step 4’s loss");
  }

  @ParameterizedTest
  @CsvSource({"elman, 8, 20", "gru, 8, 20", "lstm, 32, 60"})
  void normsOfLargerNetworksBoundTheEntry(String cell, int units, int steps) {
    open("gradient-through-time");
    set("task", "echo");
    set("cell", cell);
    set("hidden-units", units + "");
    set("length", steps + "");
    bringIntoSight();
    assertThat(figure(MATRIX).locator(".gradient-entry"))
        .containsText("Loss of step " + steps + ", state of step 1: ");
    assertThat(figure(MATRIX)).containsText("Spectral radius of");
    double bound = result(figure(MATRIX).locator(".gradient-numbers").innerText());
    double entry = result(figure(MATRIX).locator(".gradient-entry").innerText());
    assertTrue(entry <= bound * 1.01, entry + " <= " + bound);
    button("Train (BPTT)").click();
    page().waitForCondition(() -> epoch() >= 20);
    button("Train (BPTT)").click();
    assertEquals(steps, table(MATRIX).size());
  }

  @Test
  void thePartsAddUpToTheGradient() {
    open("sum-over-time");
    assertThat(figure(SUM).locator(".sum-title")).containsText("dL/dWhidden = 0.442");
    for (String weight : WEIGHTS) {
      slider(weight).hover();
      settle();
      double total = result(figure(SUM).locator(".sum-title").innerText());
      List<List<String>> rows = table(SUM);
      double sum = 0;
      for (List<String> row : rows) {
        sum += number(row.get(1));
      }
      assertEquals(total, sum, 0.005);
      assertEquals(total, number(rows.get(7).get(2)), 1e-12);
    }
    // The last weight stays when nothing is pointed at; the mouse moves away from what scrolls
    // under it.
    page().mouse().move(1, 1);
    button("Reset").focus();
    assertThat(figure(SUM).locator(".sum-title")).containsText("dL/dboutput");
  }

  @Test
  void keysWalkThroughTheParts() {
    open("sum-over-time");
    cell(SUM).focus();
    page().keyboard().press("End");
    page().keyboard().press("ArrowLeft");
    assertThat(figure(SUM).locator(".sum-step")).containsText("Step 7: dL/da (");
    assertThat(figure("Unrolled network").locator(".step-facts")).containsText("step 7");
    assertThat(cell(SUM)).hasAccessibleName(java.util.regex.Pattern.compile("Step 7: .*"));
  }

  @Test
  void thePointerReadsPartsInTheStackAndOverTime() {
    open("sum-over-time");
    Locator grid = figure(SUM).getByRole(AriaRole.GRID);
    grid.scrollIntoViewIfNeeded();
    var box = grid.boundingBox();
    double columnWidth = (box.width - 24) / 8;
    page().mouse().move(box.x + 12 + 4.5 * columnWidth, box.y + 120);
    assertThat(figure(SUM).locator(".sum-step")).containsText("Step 5: ");
    // The largest part is the last of the stack.
    page().mouse().move(box.x + box.width - 16, box.y + 15);
    String shown = figure(SUM).locator(".sum-step").innerText();
    assertTrue(shown.startsWith("Step "), shown);
    assertThat(figure("Unrolled network").locator(".step-facts"))
        .containsText("step " + shown.substring(5, shown.indexOf(':')));
  }

  @Test
  void theSumFollowsTheWeightChosenInAHeatMap() {
    open("sum-over-time");
    set("cell", "gru");
    set("hidden-units", "4");
    bringIntoSight();
    assertThat(figure(SUM).locator(".sum-title")).containsText("dL/dWhr[1, 1]");
    Locator map = named(AriaRole.GRID, "Weights of the candidate n");
    map.getByRole(AriaRole.GRIDCELL).focus();
    page().keyboard().press("End");
    bringIntoSight();
    assertThat(figure(SUM).locator(".sum-title")).containsText("dL/dbhn[");
    assertThat(figure(SUM).locator(".sum-step")).not().containsText("NaN");
  }

  @Test
  void theTableNamesTheStepsThatAreShown() {
    open("gradient-through-time");
    set("task", "custom");
    set("numbers", "1 2 ".repeat(50));
    set("step", "70");
    bringIntoSight();
    table(MATRIX);
    Locator headers = figure(MATRIX).locator("thead th");
    assertThat(headers.nth(1)).hasText("state 11");
    set("step", "80");
    bringIntoSight();
    assertThat(headers.nth(1)).hasText("state 21");
    assertThat(figure(MATRIX).locator("tbody th").first()).hasText("21");
  }

  @Test
  void aCheckThatWasOutOfSightIsOfTheNetworkThatIsThere() {
    open(Access.FILE);
    set("instruments", "gradient-check");
    set("hidden-units", "8");
    Locator check = page().locator(".instrument");
    check.scrollIntoViewIfNeeded();
    assertThat(check).containsText("All 89 parameters are checked");
    page().evaluate("() => scrollTo(0, document.body.scrollHeight)");
    settle();
    set("hidden-units", "1");
    set("speed", "max");
    page().locator("rnn-playground").evaluate("playground => playground.train()");
    settle();
    check.scrollIntoViewIfNeeded();
    assertThat(check).containsText("All 5 parameters are checked");
    assertEquals(5, check.locator(".check-table tbody tr").count());
    double before = exact("Epoch");
    page().waitForCondition(() -> exact("Epoch") > before);
    button("Train (BPTT)").click();
  }

  @Test
  void theOpenTableOfACheckFollowsIt() {
    open(Access.FILE);
    set("instruments", "gradient-check");
    Locator check = page().locator(".instrument");
    check.scrollIntoViewIfNeeded();
    assertThat(check).containsText("All 5 parameters are checked");
    check.locator("summary").click();
    Locator rows = check.locator(".data-table tbody tr");
    assertThat(rows).hasCount(23);
    String before = rows.nth(8).innerText();
    set("hidden-units", "3");
    check.scrollIntoViewIfNeeded();
    assertThat(check).containsText("All 19 parameters are checked");
    assertThat(rows).hasCount(23);
    assertThat(rows.nth(8)).not().hasText(before);
    String error = check.locator(".verdict-text").innerText();
    assertEquals(
        result(error.substring(0, error.lastIndexOf('.'))),
        number(rows.nth(8).locator("td").last().innerText()),
        1e-12);
  }
}
