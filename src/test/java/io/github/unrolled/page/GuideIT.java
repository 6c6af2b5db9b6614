package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitUntilState;
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
  void aPlaceIsKeptEvenIfOneLeavesAtOnce() {
    open(Access.HTTP, "#using");
    contents().selectOption("Gates");
    page().reload();
    assertThat(contents()).hasValue("Gates");
    assertThat(page().locator("#gates")).isInViewport();
    page().navigate("about:blank");
    open(Access.HTTP, "#using");
    assertThat(contents()).hasValue("Using the playground");
  }

  @Test
  void aPlaceThatCannotBeReadIsTheBeginning() {
    page().addInitScript("localStorage.setItem('unrolled guide', 'nowhere 7')");
    open(Access.HTTP);
    assertThat(contents()).hasValue("A network to take apart");
  }

  @Test
  void aHandleIsNotCoveredByWhatItSays() {
    open(Access.FILE);
    Locator handle = handle("try-forget");
    handle.scrollIntoViewIfNeeded();
    text()
        .evaluate(
            """
            text => {
              const handle = document.getElementById('try-forget').getBoundingClientRect();
              text.scrollTop += handle.bottom - text.getBoundingClientRect().bottom + 1;
            }
            """);
    settle();
    handle.evaluate("handle => handle.click()");
    assertThat(said()).containsText("hidden weight 0");
    settle();
    BoundingBox box = handle.boundingBox();
    assertTrue(box.y + box.height <= said().boundingBox().y + 1, "is above the sentence");
  }

  @Test
  void nothingJumpsOnTheWayUp() {
    open(Access.FILE);
    contents().selectOption("Is anything remembered?");
    settle();
    settle();
    Object jumps =
        text()
            .evaluate(
                """
                async text => {
                  const frame = () => new Promise(requestAnimationFrame);
                  const heading = document.getElementById('remembered');
                  const jumps = [];
                  for (let i = 0; i < 60; i++) {
                    const before = heading.getBoundingClientRect().top;
                    text.scrollTop -= 60;
                    await frame();
                    await frame();
                    const moved = heading.getBoundingClientRect().top - before;
                    if (Math.abs(moved - 60) > 2) {
                      jumps.push(moved);
                    }
                  }
                  return jumps;
                }
                """);
    assertEquals(List.of(), jumps);
  }

  @Test
  void theLastSectionIsReachedThoughItIsShort() {
    open(Access.FILE);
    contents().selectOption("About this page");
    frames(8);
    assertThat(contents()).hasValue("About this page");
    assertThat(page().locator("#about")).isInViewport();
    text().evaluate("text => { text.scrollTop -= 2000; }");
    assertThat(contents()).not().hasValue("About this page");
    text().evaluate("text => { text.scrollTop = text.scrollHeight; }");
    assertThat(contents()).hasValue("About this page");
  }

  @Test
  void aStepKeepsTheFocusWhereThereIsNoFurther() {
    page().setViewportSize(390, 844);
    open(Access.FILE);
    named(AriaRole.BUTTON, "Next: A state that is carried along").press("Enter");
    assertThat(page().locator("#network")).isInViewport();
    button("Back").press("Enter");
    assertThat(page().locator("#start-here")).isInViewport();
    assertThat(button("Back")).isFocused();
    button("Back").press("Enter");
    assertThat(contents()).hasValue("A network to take apart");
  }

  @Test
  void aLinkInTheTextStaysInTheText() {
    open(Access.FILE);
    page().locator("#network ~ p a[href='#elman']").click();
    assertThat(page().locator("#elman")).isInViewport();
    assertThat(contents()).hasValue("Further reading");
    assertThat(button("Train (BPTT)")).isInViewport();
    assertThat(readout("Step")).hasText("0 / 8");
    assertEquals("#elman", page().evaluate("() => location.hash"));
  }

  @ParameterizedTest
  @CsvSource({"1440, 900", "1366, 768", "1000, 800", "768, 1024", "390, 844", "844, 390"})
  void theTextStandsWhereItWillStandBeforeTheScriptHasRun(int width, int height) {
    page().setViewportSize(width, height);
    List<Route> held = new ArrayList<>();
    page().route("**/app.js", held::add);
    page()
        .navigate(
            base(Access.HTTP) + "index.html",
            new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page().waitForCondition(() -> !held.isEmpty());
    Locator heading = page().locator("#start-here");
    Locator lead = page().locator(".lead");
    assertThat(heading).isVisible();
    final BoundingBox before = heading.boundingBox();
    final BoundingBox leadBefore = lead.boundingBox();
    held.get(0).resume();
    assertThat(button("Train (BPTT)")).isVisible();
    settle();
    for (double[] pair :
        new double[][] {
          {before.x, heading.boundingBox().x},
          {before.y, heading.boundingBox().y},
          {before.width, heading.boundingBox().width},
          {leadBefore.y, lead.boundingBox().y},
          {leadBefore.height, lead.boundingBox().height}
        }) {
      assertEquals(pair[0], pair[1], 1.5);
    }
  }

  @Test
  void ifTheScriptDoesNotComeTheTextCanBeRead() {
    page().route("**/app.js", Route::abort);
    open(Access.FILE);
    assertThat(page().getByText("so it needs JavaScript")).isVisible();
    page().locator("#about").scrollIntoViewIfNeeded();
    assertThat(page().locator("#about")).isInViewport();
    assertThat(page().locator("button.theme")).isHidden();
    assertTrue(complaints().stream().allMatch(complaint -> complaint.contains("ERR_FAILED")));
    complaints().clear();
  }

  @Test
  void onPaperTheTextIsWhole() {
    open(Access.FILE);
    page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    settle();
    assertThat(tab("Guide")).isHidden();
    assertThat(contents()).isHidden();
    double bottom = text().boundingBox().y + text().boundingBox().height;
    BoundingBox last = page().locator("#about").boundingBox();
    assertTrue(last.y > 5000 && last.y + last.height < bottom, "the last section is in the flow");
    assertEquals(
        true, page().evaluate("bottom => document.documentElement.scrollHeight >= bottom", bottom));
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
        "<h1>All</h1><h2>One</h2><p>a</p><h2>Two</h2> | One,Two",
        "<h2>One</h2><p>a</p><h3>Two</h3> | One,Two",
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

  private static final String TWO_SECTIONS =
      "<section><h2>One</h2><p>a</p></section><section><h2>Two</h2><p>b</p></section>";

  @Test
  void theTextKeepsTheTypeOfItsPage() {
    host(
        "<script src=app.js defer></script><style>body { font: 20px/1.7 Georgia; }</style>",
        "<rnn-playground><h2>One</h2><p id=text>a</p></rnn-playground>");
    assertThat(tab("Guide")).isVisible();
    settle();
    assertEquals(
        List.of("Georgia", "20px", "34px", "51px"),
        page()
            .evaluate(
                """
                () => {
                  const text = getComputedStyle(document.getElementById('text'));
                  const heading = getComputedStyle(document.querySelector('h2'));
                  return [text.fontFamily, text.fontSize, text.lineHeight, heading.lineHeight];
                }
                """));
  }

  @Test
  void aTextThatComesLaterIsAGuideUntilItGoes() {
    host("<script src=app.js defer></script>", "<rnn-playground></rnn-playground>");
    assertThat(tab("Task")).isVisible();
    playground()
        .evaluate(
            "(playground, html) => playground.insertAdjacentHTML('beforeend', html)", TWO_SECTIONS);
    assertThat(tab("Guide")).isVisible();
    tab("Guide").click();
    assertThat(contents().locator("option")).hasCount(2);
    playground().evaluate("playground => playground.replaceChildren()");
    assertThat(tab("Guide")).isHidden();
    assertThat(tab("Task")).isVisible();
  }

  @Test
  void anythingCanBeAHandle() {
    host(
        "<script src=app.js defer></script>",
        "<rnn-playground><p><span id=a tabindex=0 data-run='step=1'>a</span>"
            + " <span id=b tabindex=0 role=button data-run='step=2'>b</span>"
            + " <a id=c href='#elsewhere' data-run='step=3'>c</a></p>"
            + "<p data-run='step=4'>d <a id=d href='#d'>link</a></p></rnn-playground>");
    page().locator("#a").press("Enter");
    assertThat(readout("Step")).hasText("1 / 8");
    page().locator("#b").press(" ");
    assertThat(readout("Step")).hasText("2 / 8");
    page().locator("#c").press("Enter");
    assertThat(readout("Step")).hasText("3 / 8");
    page()
        .locator("#c")
        .evaluate(
            "link => link.dispatchEvent(new MouseEvent('click', "
                + "{bubbles: true, composed: true, cancelable: true, ctrlKey: true}))");
    page().locator("#a").press(" ");
    page().locator("#d").click();
    assertThat(readout("Step")).hasText("3 / 8");
    assertEquals("#d", page().evaluate("() => location.hash"));
  }

  @Test
  void inAPostThePageScrollsAndOnlyWhenAskedTo() {
    page().setViewportSize(420, 700);
    String filler = "<p style='height: 900px'>Text</p>";
    host(
        "<script src=app.js defer></script>",
        filler
            + "<rnn-playground>"
            + TWO_SECTIONS.replace("<p>a</p>", filler).replace("<p>b</p>", filler)
            + "</rnn-playground>"
            + filler);
    assertThat(contents()).hasCount(1);
    settle();
    assertEquals(0, page().evaluate("() => scrollY"));
    contents().selectOption("Two");
    Locator second = page().locator("h2").nth(1);
    assertThat(second).isInViewport();
    assertEquals(0, second.boundingBox().y, 1);
    page().evaluate("() => scrollBy(0, -400)");
    assertThat(contents()).hasValue("One");
    assertThat(text()).not().hasAttribute("tabindex", "0");
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
