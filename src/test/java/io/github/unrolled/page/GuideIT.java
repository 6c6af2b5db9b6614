package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.unrolled.browser.Access;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guide stands beside the network, and its handles act in place. */
class GuideIT extends PlaygroundTest {
  private Locator said() {
    return page().locator("rnn-playground .guide-said");
  }

  private Locator text() {
    return named(AriaRole.REGION, "Guide");
  }

  @Test
  void aHandleActsInPlace() {
    open(Access.FILE);
    choose("Sine");
    choose("Raw");
    enter("Output weight value", "3");
    Locator handle = handle("try-forget");
    handle.scrollIntoViewIfNeeded();
    double before = handle.boundingBox().y;
    handle.click();
    assertThat(readout("Step")).hasText("2 / 8");
    assertArrayEquals(new double[] {1, 0, 1, 0, 0}, weights());
    assertThat(said()).containsText("hidden weight 0, step 2");
    settle();
    assertEquals(before, handle.boundingBox().y, 1, "the sentence stays where it is");
    assertThat(handle).isFocused();
    assertThat(figure("Unrolled network").locator("canvas").first()).isInViewport();
    tab("Task").click();
    assertThat(inSight(named(AriaRole.RADIO, "Fibonacci"))).isChecked();
    assertThat(inSight(named(AriaRole.RADIO, "Normalized"))).isChecked();
  }

  @Test
  void anInstrumentOfAHandleOpensBesideTheText() {
    open(Access.FILE);
    Locator handle = handle("dials");
    handle.scrollIntoViewIfNeeded();
    handle.click();
    assertThat(figure("Clipping")).isInViewport();
    assertThat(handle).isInViewport();
  }

  @Test
  void theReadersPlaceIsFoundAgain() {
    open(Access.HTTP);
    Locator handle = handle("scale-raw");
    handle.scrollIntoViewIfNeeded();
    assertThat(contents()).hasValue("Why training stalls");
    tab("Task").click();
    tab("Guide").click();
    assertThat(handle).isInViewport();
    page().waitForTimeout(600);
    page().reload();
    assertThat(handle).isInViewport();
    page().setViewportSize(390, 844);
    assertThat(contents()).hasValue("Why training stalls");
  }

  private Locator contents() {
    return named(AriaRole.COMBOBOX, "Contents");
  }

  @Test
  void theContentsLeadToEverySection() {
    open(Access.FILE);
    contents().selectOption("Gates");
    assertThat(page().locator("#gates")).isInViewport();
    assertThat(contents()).hasValue("Gates");
    page()
        .getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next: Why training stalls"))
        .click();
    assertThat(page().locator("#limits")).isInViewport();
    button("Back").click();
    assertThat(page().locator("#gates")).isInViewport();
  }

  @Test
  void aLinkToASectionOpensIt() {
    open(Access.FILE, "#gates");
    assertThat(page().locator("#gates")).isInViewport();
    assertThat(readout("Step")).hasText("0 / 8");
    tab("Network").click();
    page().evaluate("() => { location.hash = 'limits'; }");
    assertThat(tab("Guide")).hasAttribute("aria-selected", "true");
    assertThat(page().locator("#limits")).isInViewport();
    assertEquals(0, page().evaluate("() => scrollY"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<section><h3>One</h3><p>a</p></section><section><h3>Two</h3></section> | One,Two",
        "<article><h2>One</h2><p>a</p><h3>In one</h3><h2>Two</h2></article> | One,Two",
        "<p>No heading</p> | ''",
      })
  void anyAuthorsTextIsAGuide(String html, String titles) {
    host(
        "<script src=app.js defer></script>",
        "<rnn-playground style='width: 900px'>"
            + html
            + "<p><button data-run='hidden-weight=0'>Forget</button></p></rnn-playground>");
    assertThat(tab("Guide")).hasAttribute("aria-selected", "true");
    assertEquals(titles, String.join(",", contents().locator("option").allInnerTexts()));
    button("Forget").click();
    assertEquals(0, weight("Hidden weight"));
    assertThat(said()).hasText("Hidden weight 0.");
  }

  @Test
  void withoutATextThereIsNoGuide() {
    host(
        "<script src=app.js defer></script>",
        "<rnn-playground> <!-- nothing --> </rnn-playground>");
    assertThat(tab("Task")).isVisible();
    assertThat(tab("Guide")).isHidden();
  }

  @Test
  void aHandleSetsTheNetworkWithTheTask() {
    open(Access.FILE);
    handle("echo-exact").click();
    assertThat(slider("Hidden units")).hasValue("4");
    assertThat(readout("Loss")).hasText("0.00");
    handle("parity-lstm").click();
    assertThat(said()).hasText("Parity, train on 40 of 60 steps, LSTM, 1500 epochs trained.");
    tab("Network").click();
    assertThat(inSight(named(AriaRole.COMBOBOX, "Cell")).locator("option:checked")).hasText("LSTM");
    assertThat(slider("Hidden units")).hasValue("8");
    handle("start").click();
    tab("Network").click();
    assertThat(inSight(named(AriaRole.COMBOBOX, "Cell")).locator("option:checked"))
        .hasText("Elman (RNN)");
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
  void aHandleSaysWhatItDidInTheWordsOfThePage(String id, String text) {
    open(Access.FILE);
    handle(id).click();
    assertThat(said()).hasText(text);
  }

  @Test
  void aHandleWorksByKeyboardAndKeepsTheFocus() {
    open(Access.FILE);
    Locator handle = handle("try-step");
    handle.press("Enter");
    assertThat(readout("Step")).hasText("2 / 8");
    assertThat(handle).isFocused();
    assertThat(text()).isInViewport();
  }

  @Test
  void numbersOfAHandleStandInTheirField() {
    open(Access.FILE);
    choose("Custom");
    field("Your numbers").fill("1, 2, x");
    handle("echo-half").click();
    assertThat(field("Your numbers")).hasValue("1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0");
    assertThat(field("Your numbers")).not().hasAttribute("aria-invalid", "true");
    assertThat(readout("Step")).hasText("0 / 12");
  }

  @Test
  void everyHandleIsObeyedWithoutAWarning() {
    List<String> warnings = new ArrayList<>();
    page().onConsoleMessage(message -> warnings.add(message.text()));
    open(Access.FILE);
    Locator handles = page().locator("rnn-playground a.handle");
    Object unheard =
        handles.evaluateAll(
            """
            handles => handles.filter(handle => {
              const said = document.querySelector('rnn-playground').shadowRoot.querySelector('.guide-said');
              said.textContent = '';
              handle.click();
              return said.textContent === '';
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
