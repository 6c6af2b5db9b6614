package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.unrolled.browser.Access;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers can be set where they stand: in the equation, at the edges and in the drawing. */
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
    playground()
        .evaluate("playground => { playground.step(); playground.step(); playground.step(); }");
    settle();
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
}
