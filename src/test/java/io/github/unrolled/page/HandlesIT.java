package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.unrolled.browser.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers can be set where they stand: in the equation, in the drawing and on the chart. */
class HandlesIT extends PlaygroundTest {
  @BeforeEach
  void openPage() {
    open(Access.FILE);
  }

  /** Drags from the middle of an element in steps, as a hand does. */
  private void drag(Locator handle, double right, double up) {
    BoundingBox box = handle.boundingBox();
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    page().mouse().move(x, y);
    settle();
    page().mouse().down();
    for (int i = 1; i <= 5; i++) {
      page().mouse().move(x + right * i / 5, y - up * i / 5);
      settle();
    }
    page().mouse().up();
    settle();
  }

  private void step(int count) {
    for (int i = 0; i < count; i++) {
      playground().evaluate("playground => playground.step()");
    }
    settle();
  }

  private static double middleY(Locator element) {
    BoundingBox box = element.boundingBox();
    return box.y + box.height / 2;
  }

  private static double middleX(Locator element) {
    BoundingBox box = element.boundingBox();
    return box.x + box.width / 2;
  }

  private static double value(Locator handle) {
    return number(handle.getAttribute("aria-valuenow"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hidden weight in the equation", "Hidden weight at its edge"})
  void aDragAcrossAWeightSetsItAndIsOneStepOfUndo(String name) {
    double loss = exact("Loss");
    Locator handle = slider(name);
    drag(handle, 40, 0);
    assertEquals(0.9, weight("Hidden weight"), 1e-9);
    assertNotEquals(loss, exact("Loss"));
    assertThat(handle).hasAttribute("aria-valuenow", "0.9");
    assertThat(slider("Hidden weight")).hasValue("0.9");
    button("Undo").click();
    assertEquals(0.5, weight("Hidden weight"));
    assertThat(button("Undo")).hasAttribute("aria-disabled", "true");
  }

  @Test
  void keysAndTypingSetAWeight() {
    Locator handle = slider("Output weight in the equation");
    handle.press("ArrowRight");
    assertEquals(1.01, weight("Output weight"), 1e-9);
    handle.press("Shift+ArrowDown");
    assertEquals(1.009, weight("Output weight"), 1e-9);
    handle.press("PageDown");
    assertEquals(0.909, weight("Output weight"), 1e-9);
    handle.press("Enter");
    Locator typed = named(AriaRole.TEXTBOX, "Output weight in the equation, typed");
    typed.fill("-2.5");
    typed.press("Enter");
    assertEquals(-2.5, weight("Output weight"));
    assertThat(handle).isFocused();
    handle.press("Enter");
    typed.fill("many");
    typed.press("Enter");
    assertThat(page().getByText("“many”")).isVisible();
    assertEquals(-2.5, weight("Output weight"));
    typed.press("Escape");
    assertThat(handle).isFocused();
  }

  @Test
  void aWeightThatIsHeldCannotBeDragged() {
    button("Memory off").click();
    Locator handle = slider("Hidden weight in the equation");
    assertThat(handle).hasAttribute("aria-disabled", "true");
    drag(handle, 40, 0);
    assertEquals(0, weight("Hidden weight"));
  }

  @Test
  void anInputIsDraggedInTheDrawing() {
    double loss = exact("Loss");
    step(3);
    Locator handle = slider("Input of step 3");
    assertThat(handle).hasAttribute("aria-valuenow", "2");
    drag(handle, 0, 30);
    assertNotEquals(loss, exact("Loss"));
    assertThat(handle).hasAttribute("aria-valuenow", "5");
    assertThat(page().getByText("Custom · 8 steps · normalized")).isVisible();
    assertThat(readout("Step")).hasText("3 / 8");
    assertEquals(0.5, weight("Hidden weight"));
    assertThat(field("Your numbers")).hasValue("1, 1, 5, 3, 5, 8, 13, 21, 34");
    button("Undo").click();
    assertThat(page().getByText("Fibonacci · 8 steps · normalized")).isVisible();
    assertEquals(loss, exact("Loss"));
  }

  @Test
  void theStartStateIsSetByItsNode() {
    Locator handle = slider("Start state");
    double loss = exact("Loss");
    handle.press("PageUp");
    assertThat(handle).hasAttribute("aria-valuenow", "0.1");
    assertNotEquals(loss, exact("Loss"));
    button("Undo").click();
    assertEquals(loss, exact("Loss"));
  }

  @Test
  void anInputOfAMemoryTaskCannotBeSet() {
    set("task", "latch");
    set("cell", "elman");
    set("hidden-units", "1");
    assertThat(slider("Start state")).isVisible();
    assertThat(slider("Input of step 1")).isHidden();
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1024, 1366})
  void theEquationKeepsItsHeight(int width) {
    page().setViewportSize(width, 900);
    if (width < 500) {
      tab("Weights").click();
    }
    Locator equation = named(AriaRole.GROUP, "Equation of the step");
    settle();
    List<Double> heights = new ArrayList<>();
    heights.add(equation.boundingBox().height);
    for (int step = 1; step <= 8; step++) {
      playground().evaluate("playground => playground.step()");
      settle();
      heights.add(equation.boundingBox().height);
    }
    train(500);
    heights.add(equation.boundingBox().height);
    assertEquals(1, heights.stream().distinct().count(), heights.toString());
  }

  @Test
  void shiftMakesADragFinerWithoutAJump() {
    Locator handle = slider("Input weight in the equation");
    double x = middleX(handle);
    double y = middleY(handle);
    page().mouse().move(x, y);
    page().mouse().down();
    page().mouse().move(x + 40, y);
    page().keyboard().down("Shift");
    page().mouse().move(x + 45, y);
    page().keyboard().up("Shift");
    page().mouse().up();
    settle();
    assertEquals(1.405, weight("Input weight"), 1e-9);
  }

  @Test
  void aBiasIsDraggedAtItsNode() {
    page().setViewportSize(1366, 768);
    settle();
    drag(slider("Hidden bias at its node"), -20, 0);
    assertEquals(-0.2, weight("Hidden bias"), 1e-9);
    drag(slider("Output bias at its node"), 30, 0);
    assertEquals(0.3, weight("Output bias"), 1e-9);
  }

  @Test
  void anInputIsSetInTheEquationInItsOwnUnits() {
    assertThat(slider("Input of step 1 in the equation")).isHidden();
    step(3);
    Locator handle = slider("Input of step 3 in the equation");
    assertThat(handle).hasText("(−0.939)");
    assertThat(handle).hasAttribute("aria-valuetext", "2.00, normalized −0.939");
    handle.press("ArrowUp");
    assertThat(handle).hasAttribute("aria-valuenow", "2.1");
    handle.press("Enter");
    Locator typed = named(AriaRole.TEXTBOX, "Input of step 3 in the equation, typed");
    assertThat(typed).hasValue("2.1");
    typed.fill("34");
    typed.press("Enter");
    assertThat(handle).hasText("1.00");
    assertThat(slider("Input of step 3")).hasAttribute("aria-valuenow", "34");
    assertThat(field("Your numbers")).hasValue("1, 1, 34, 3, 5, 8, 13, 21, 34");
  }

  @Test
  void inTheEquationTheInputOfAMemoryTaskSaysWhyItStays() {
    set("task", "latch");
    set("cell", "elman");
    set("hidden-units", "1");
    step(1);
    Locator handle = slider("Input of step 1 in the equation");
    assertThat(handle).hasAttribute("aria-disabled", "true");
    String before = handle.getAttribute("aria-valuenow");
    handle.press("ArrowUp");
    assertThat(handle).hasAttribute("aria-valuenow", before);
    assertThat(slider("Expected value of step 1")).isHidden();
  }

  @Test
  void theInputThatCanBeDraggedIsThatOfTheStepPointedAt() {
    step(2);
    assertThat(slider("Input of step 2")).isVisible();
    Pattern fifth = Pattern.compile("^Step 5: input");
    page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(fifth)).hover();
    settle();
    assertThat(slider("Input of step 5")).isVisible();
    assertThat(slider("Expected value of step 5")).isVisible();
    drag(slider("Input of step 5"), 60, 12);
    assertThat(field("Your numbers")).hasValue("1, 1, 2, 3, 6.2, 8, 13, 21, 34");
    assertThat(readout("Step")).hasText("2 / 8");
  }

  /** Moves the pointer to a step's column, above its input. */
  private void hoverStep(int step) {
    Pattern name = Pattern.compile("^Step " + step + ": input");
    page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).hover();
    settle();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Input of step 3", "Input of step 3 in the equation", "Expected value of step 3"})
  void aNumberBeingTypedStaysThatOfItsStep(String name) {
    step(3);
    slider(name).press("Enter");
    Locator typed = named(AriaRole.TEXTBOX, name + ", typed");
    typed.fill("4");
    hoverStep(6);
    assertThat(typed).isFocused();
    typed.press("Enter");
    settle();
    boolean input = name.startsWith("Input");
    assertThat(field("Your numbers"))
        .hasValue(input ? "1, 1, 4, 3, 5, 8, 13, 21, 34" : "1, 1, 2, 4, 5, 8, 13, 21, 34");
  }

  @Test
  void aClickOnAnInputChoosesItsStepAndADragDoesNot() {
    step(2);
    hoverStep(6);
    drag(slider("Input of step 6"), 0, 5);
    assertThat(readout("Step")).hasText("2 / 8");
    slider("Input of step 6").click();
    settle();
    assertThat(readout("Step")).hasText("6 / 8");
    slider("Input of step 6").press("Enter");
    hoverStep(4);
    named(AriaRole.TEXTBOX, "Input of step 6, typed").click();
    settle();
    assertThat(readout("Step")).hasText("6 / 8");
  }

  @Test
  void anExpectedValueIsDraggedOnTheChartAndFollowsThePointer() {
    choose("Raw");
    step(5);
    Locator handle = slider("Expected value of step 5");
    assertThat(handle).hasAttribute("aria-valuenow", "8");
    assertThat(handle).hasAttribute("aria-valuetext", "8.00");
    double y = middleY(handle);
    drag(handle, 25, 20);
    assertEquals(y - 20, middleY(handle), 1);
    assertThat(handle).hasAttribute("aria-label", "Expected value of step 5");
    assertThat(readout("Step")).hasText("5 / 8");
    double set = value(handle);
    page().mouse().move(5, 5);
    step(1);
    assertEquals(set, value(slider("Input of step 6")));
    playground().evaluate("playground => playground.stepBack()");
    button("Undo").click();
    assertThat(page().getByText("Fibonacci · 8 steps · raw")).isVisible();
    assertThat(handle).hasAttribute("aria-valuenow", "8");
  }

  @Test
  void theLastExpectedValueIsNoInput() {
    step(8);
    Locator handle = slider("Expected value of step 8");
    handle.press("PageUp");
    assertThat(handle).hasAttribute("aria-valuenow", "35");
    assertThat(handle).hasAttribute("aria-valuetext", "35.0, normalized 1.00");
    assertThat(field("Your numbers")).hasValue("1, 1, 2, 3, 5, 8, 13, 21, 35");
  }

  @Test
  void theScaleThatChangesUnderADragDoesNotCarryItAway() {
    step(8);
    Locator handle = slider("Expected value of step 8");
    double x = middleX(handle);
    double y = middleY(handle);
    page().mouse().move(x, y);
    settle();
    page().mouse().down();
    double last = value(handle);
    double first = Double.NaN;
    for (int i = 1; i <= 6; i++) {
      page().mouse().move(x, y - 5 * i);
      settle();
      double now = value(handle);
      first = i == 1 ? now - last : first;
      assertEquals(first, now - last, 0.11, "after " + 5 * i + " pixels");
      last = now;
    }
    page().mouse().up();
  }

  @Test
  void theTakeoverIsDraggedOnTheChart() {
    assertThat(slider("Takeover step on the chart")).isHidden();
    step(1);
    set("takeover", "4");
    settle();
    Locator handle = slider("Takeover step on the chart");
    assertThat(handle).hasAttribute("aria-valuemin", "1");
    assertThat(handle).hasAttribute("aria-valuemax", "8");
    double x = middleX(handle);
    handle.press("ArrowRight");
    settle();
    assertThat(handle).hasAttribute("aria-valuenow", "5");
    double column = middleX(handle) - x;
    drag(handle, -3 * column, 0);
    assertThat(handle).hasAttribute("aria-valuenow", "2");
    assertThat(slider("Takeover step"))
        .hasAttribute("aria-valuetext", "given until step 2, then on its own");
    assertThat(readout("Step")).hasText("1 / 8");
    drag(handle, 40 * column, 0);
    assertThat(handle).hasAttribute("aria-valuenow", "8");
    button("Undo").click();
    assertThat(handle).hasAttribute("aria-valuenow", "2");
  }

  @Test
  void aClickOnTheChartStillChoosesTheStep() {
    step(2);
    double second = middleX(slider("Expected value of step 2"));
    step(1);
    double column = middleX(slider("Expected value of step 3")) - second;
    Locator canvas = figure("Prediction").locator("canvas").first();
    page().mouse().click(second + 4 * column, middleY(canvas));
    settle();
    assertThat(readout("Step")).hasText("6 / 8");
    Locator handle = slider("Expected value of step 6");
    page().mouse().click(middleX(handle), middleY(handle));
    settle();
    assertThat(readout("Step")).hasText("6 / 8");
    assertThat(page().getByText("Fibonacci · 8 steps · normalized")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1366})
  void noAccessibilityRuleIsBroken(int width) {
    page().setViewportSize(width, 844);
    step(3);
    set("takeover", "4");
    settle();
    assertAccessible();
  }
}
