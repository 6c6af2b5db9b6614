package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.github.unrolled.browser.Access;
import org.junit.jupiter.api.Test;

/** A start state other than zero is seen wherever the first step is. */
class StartStateIT extends PlaygroundTest {

  private String run(String instructions) {
    Object words = playground().evaluate("(element, text) => element.run(text)", instructions);
    settle();
    return words.toString();
  }

  private String state() {
    return playground().evaluate("element => element.state").toString();
  }

  @Test
  void theWeightsStayAndTheFirstStepStartsFromIt() {
    open(Access.FILE);
    train(30);
    double[] before = weights();
    final double loss = exact("Loss");
    set("start-state", "-0.75");
    set("step", "1");
    settle();
    assertEquals(30, epoch());
    assertEquals(before[1], weight("Hidden weight"));
    assertTrue(exact("Loss") != loss);
    assertThat(named(AriaRole.GROUP, "Equation of the step")).containsText("(−0.750)");
    double input = -1;
    double sum = before[0] * input + before[1] * -0.75 + before[3];
    double output = before[2] * Math.tanh(sum) + before[4];
    String row = historyRows().first().innerText();
    assertEquals(output, number(row.split("\t", -1)[3]), 5e-4 * Math.abs(output));
    button("Undo").click();
    assertEquals(loss, exact("Loss"));
  }

  @Test
  void itIsInTheLinkAndInTheTableOfStep0() {
    open(Access.FILE);
    assertEquals(
        "Start values, 2 hidden units, start state 0.5, −2.",
        run("fresh hidden-units=2 start-state=0.5,-2"));
    assertTrue(state().contains("&start-state=0.5,-2"), state());
    figure("Unrolled network").getByText("Data table").click();
    Locator table = figure("Unrolled network").getByRole(AriaRole.TABLE);
    assertThat(table.locator("tbody tr").first()).containsText("−2.00");
    assertThat(table.locator("tbody tr")).hasCount(9);
    run("hidden-units=3");
    assertTrue(!state().contains("start-state"), state());
    assertThat(table.locator("tbody tr")).hasCount(8);
  }
}
