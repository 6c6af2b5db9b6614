package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.unrolled.browser.Access;
import org.junit.jupiter.api.Test;

/**
 * Going back through training by mouse and by keyboard, continuing from there, and keeping earlier
 * runs.
 */
class TimelineIT extends PlaygroundTest {
  @Test
  void theTimelineGoesBackByKeyboardAndOnFromThere() {
    open(Access.FILE);
    assertThat(timeline()).hasAttribute("aria-valuetext", "epoch 0 of 0");
    timeline().press("Home");
    assertThat(timeline()).hasAttribute("aria-valuetext", "epoch 0 of 0");
    assertThat(timeline()).hasValue("1");
    train(20);
    double[] then = weights();
    String loss = readout("Loss").innerText();
    train(30);
    double[] present = weights();
    assertThat(timeline()).hasAttribute("aria-valuetext", "epoch 50 of 50");
    assertThat(button("Continue from here")).hasAttribute("aria-disabled", "true");

    timeline().focus();
    for (int i = 0; i < 30; i++) {
      page().keyboard().press("ArrowLeft");
    }
    assertThat(timeline()).hasAttribute("aria-valuetext", "epoch 20 of 50");
    assertEquals(20, epoch());
    assertArrayEquals(then, weights());
    assertThat(readout("Loss")).hasText(loss);
    assertThat(page().locator(".status-line")).containsText("epoch 20");
    tabTo("Now");
    page().keyboard().press("Enter");
    assertArrayEquals(present, weights());
    assertThat(button("Now")).hasAttribute("aria-disabled", "true");

    timeline().focus();
    page().keyboard().press("Home");
    assertEquals(0, epoch());
    for (int i = 0; i < 20; i++) {
      page().keyboard().press("ArrowRight");
    }
    tabTo("Continue from here");
    page().keyboard().press("Enter");
    assertThat(timeline()).hasAttribute("aria-valuetext", "epoch 20 of 20");
    assertThat(field("Name of ghost 1")).hasValue("tanh, rate 0.0100, to epoch 50");
    train(30);
    assertArrayEquals(present, weights());
  }

  @Test
  void whileItTrainsTheMouseStopsItInThePast() {
    open(Access.FILE);
    set("task", "sine");
    button("Train (BPTT)").click();
    page().waitForTimeout(700);
    BoundingBox box = timeline().boundingBox();
    page().mouse().click(box.x + box.width / 2, box.y + box.height / 2);
    settle();
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "false");
    String words = timeline().getAttribute("aria-valuetext");
    assertTrue(words.matches("epoch [1-9].* of .*"), words);
    assertThat(button("Continue from here")).hasAttribute("aria-disabled", "false");
    assertThat(figure("Loss").locator(".mark-cursor")).isVisible();
    int then = epoch();
    button("1 epoch").click();
    assertEquals(then + 1, epoch());
    assertThat(field("Name of ghost 1")).isVisible();
    assertThat(figure("Loss").locator(".mark-cursor")).isHidden();
  }

  @Test
  void ghostsAreNamedRemovedAndFourAtMost() {
    open(Access.FILE);
    assertThat(button("Keep this run")).hasAttribute("aria-disabled", "true");
    train(10);
    button("Keep this run").click();
    assertThat(field("Name of ghost 1")).hasValue("tanh, rate 0.0100");
    enter("Name of ghost 1", "<b>my</b> run_x");
    assertThat(field("Name of ghost 1")).hasValue("<b>my</b> run_x");
    figure("Loss").getByText("Data table").click();
    Locator head = figure("Loss").getByRole(AriaRole.TABLE).locator("th");
    assertThat(head.nth(3)).hasText("<b>my</b> run x");
    for (int i = 0; i < 4; i++) {
      train(10);
      button("Keep this run").click();
    }
    assertThat(field("Name of ghost 1")).hasValue("tanh, rate 0.0100");
    assertThat(page().locator(".ghost:visible")).hasCount(4);
    button("Remove ghost 2").focus();
    page().keyboard().press("Enter");
    assertThat(named(AriaRole.TEXTBOX, "Name of ghost 2")).isHidden();
    assertThat(button("Keep this run")).isFocused();
    set("activation", "relu");
    settle();
    assertThat(page().locator(".ghost:visible")).hasCount(3);
    set("task", "sine");
    settle();
    assertThat(page().locator(".ghost:visible")).hasCount(0);
  }

  @Test
  void ticksStandWhereClippingActed() {
    open(Access.FILE);
    train(5);
    assertThat(figure("Loss").getByText("clipped epochs", exactly())).isHidden();
    set("clip-limit", "0.000001");
    train(5);
    assertThat(figure("Loss").getByText("clipped epochs", exactly())).isVisible();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private Locator timeline() {
    return slider("Training timeline");
  }

  private void tabTo(String name) {
    for (int i = 0; i < 5 && !(Boolean) button(name).evaluate("b => b.matches(':focus')"); i++) {
      page().keyboard().press("Tab");
    }
    assertThat(button(name)).isFocused();
  }
}
