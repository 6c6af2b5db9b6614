package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.unrolled.browser.Access;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The article's links set up the playground, and the page leads back to them. */
class ArticleIT extends PlaygroundTest {
  private Locator bar() {
    return page().locator(".bar");
  }

  @Test
  void aHandleSetsThePlaygroundAndTheBarBringsBack() {
    open(Access.FILE);
    choose("Sine");
    choose("Raw");
    enter("Output weight value", "3");
    assertThat(bar()).isHidden();
    Locator handle = page().locator("#try-forget");
    handle.click();
    assertThat(readout("Step")).hasText("2 / 8");
    assertThat(named(AriaRole.RADIO, "Fibonacci")).isChecked();
    assertThat(named(AriaRole.RADIO, "Normalized")).isChecked();
    assertArrayEquals(new double[] {1, 0, 1, 0, 0}, weights());
    assertThat(bar()).isVisible();
    assertThat(bar().getByRole(AriaRole.STATUS)).containsText("hidden weight 0, step 2");
    assertThat(button("Train (BPTT)")).isInViewport();
    button("↩ Back to the text").click();
    assertThat(bar()).isHidden();
    assertThat(handle).isFocused();
    assertThat(handle).isInViewport();
  }

  @Test
  void aHandleSetsTheNetworkWithTheTask() {
    open(Access.FILE);
    page().locator("#echo-exact").click();
    assertThat(named(AriaRole.RADIO, "Echo")).isChecked();
    assertThat(slider("Hidden units")).hasValue("4");
    assertThat(readout("Loss")).hasText("0.00");
    assertThat(bar().getByRole(AriaRole.STATUS)).containsText("exact solution set");
    page().locator("#parity-lstm").click();
    assertThat(named(AriaRole.RADIO, "Parity")).isChecked();
    assertThat(named(AriaRole.COMBOBOX, "Cell").locator("option:checked")).hasText("LSTM");
    assertThat(slider("Hidden units")).hasValue("8");
    page().locator("#start").click();
    assertThat(named(AriaRole.COMBOBOX, "Cell").locator("option:checked")).hasText("Elman (RNN)");
    assertArrayEquals(new double[] {1, 0.5, 1, 0, 0}, weights());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start | Start values.",
        "try-forget | Start values, hidden weight 0, step 2.",
        "clip-element | Start values, raw values, linear.",
        "rule | Echo, train on 40 of 60 steps, Elman, 4 hidden units, linear, 1500 epochs trained.",
        "latch-down | −1, 0, 0, …, raw values, hidden weight 1.5.",
        "with-momentum | Start values, Momentum, 200 epochs trained.",
        "fibonacci-alone | Start values, 12 steps, linear, free running from step 1, 3 weights set.",
      })
  void theBarSpeaksTheWordsOfThePage(String id, String text) {
    open(Access.FILE);
    page().locator("#" + id).click();
    assertThat(bar().getByRole(AriaRole.STATUS)).hasText(text);
  }

  @Test
  void theBarIsNeverHighOnAPhone() {
    page().setViewportSize(360, 740);
    open(Access.FILE);
    Object heights =
        page()
            .locator("#article a.handle")
            .evaluateAll(
                """
                handles => handles.map(handle => {
                  handle.click();
                  const said = document.querySelector('.bar [role=status]');
                  return said.offsetHeight > 2.1 * parseFloat(getComputedStyle(said).lineHeight) ? said.innerText : '';
                }).filter(text => text)
                """);
    assertEquals(List.of(), heights);
  }

  @Test
  void theBarIsClosedByItsButtonAndByEscape() {
    open(Access.FILE);
    Locator handle = page().locator("#try-step");
    handle.click();
    button("Close").press("Enter");
    assertThat(bar()).isHidden();
    assertThat(handle).isFocused();
    handle.press("Enter");
    field("Hidden weight value").press("Escape");
    assertThat(bar()).isVisible();
    button("Step forward").press("Escape");
    assertThat(bar()).isHidden();
  }

  @Test
  void theWayBackFindsItsPlaceThroughSectionsThatWereNeverSeen() {
    page().setViewportSize(360, 740);
    open(Access.FILE);
    for (String id : List.of("#scale-raw", "#parity-lstm", "#heart")) {
      Locator handle = page().locator(id);
      handle.evaluate("handle => handle.click()");
      button("↩ Back to the text").click();
      settle();
      assertThat(handle).isInViewport();
    }
  }

  @Test
  void aHandleWorksByKeyboardAndTheNextKeyLeadsBack() {
    open(Access.FILE);
    Locator handle = page().locator("#try-step");
    handle.press("Enter");
    assertThat(readout("Step")).hasText("2 / 8");
    assertThat(button("↩ Back to the text")).isFocused();
    page().keyboard().press("Enter");
    assertThat(handle).isFocused();
  }

  @Test
  void whatScrollsBeneathAPointerThatRestsIsNotPointedAt() {
    page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    open(Access.FILE);
    Locator handle = page().locator("#try-step");
    handle.scrollIntoViewIfNeeded();
    BoundingBox step = step(6).boundingBox();
    double top = page().locator("#playground").boundingBox().y;
    // Where the sixth step will be once the playground is at the top.
    double x = step.x + step.width / 2;
    double y = step.y - top + step.height / 2;
    page().mouse().move(x, y);
    handle.evaluate("handle => handle.click()");
    assertThat(readout("Step")).hasText("2 / 8");
    page().waitForTimeout(300);
    assertThat(page().locator(".step-facts")).containsText("2 of 8");
    page().mouse().move(x + 3, y);
    assertThat(page().locator(".step-facts")).containsText("6 of 8");
  }

  private Locator step(int step) {
    return page().locator(".step-hit").nth(step - 1);
  }

  @Test
  void numbersOfAHandleStandInTheirField() {
    open(Access.FILE);
    choose("Custom");
    field("Your numbers").fill("1, 2, x");
    page().locator("#echo-half").click();
    assertThat(field("Your numbers")).hasValue("1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0");
    assertThat(field("Your numbers")).not().hasAttribute("aria-invalid", "true");
    assertThat(readout("Step")).hasText("0 / 12");
  }

  @Test
  void everyHandleIsObeyedWithoutAWarning() {
    List<String> warnings = new ArrayList<>();
    page().onConsoleMessage(message -> warnings.add(message.text()));
    open(Access.FILE);
    Locator handles = page().locator("#article a.handle");
    Object unheard =
        handles.evaluateAll(
            """
            handles => handles.filter(handle => {
              document.querySelector('.bar [role=status]').textContent = '';
              handle.click();
              return document.querySelector('.bar [role=status]').textContent === '';
            }).length
            """);
    assertEquals(0, unheard);
    assertEquals(List.of(), warnings);
  }

  @Test
  void theThemeFollowsTheSystemUntilOneIsChosen() {
    open(Access.FILE);
    String light = background();
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    Locator playground = page().locator("rnn-playground .playground");
    assertThat(playground).hasAttribute("data-theme", "dark");
    String dark = background();
    button("Theme: auto").click();
    assertThat(playground).hasAttribute("data-theme", "light");
    assertEquals(light, background());
    button("Theme: light").click();
    assertThat(playground).hasAttribute("data-theme", "dark");
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page().reload();
    assertThat(button("Theme: dark")).isVisible();
    assertThat(playground).hasAttribute("data-theme", "dark");
    assertEquals(dark, background());
  }

  private String background() {
    return (String) page().evaluate("() => getComputedStyle(document.body).backgroundColor");
  }
}
