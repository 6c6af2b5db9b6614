package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.unrolled.browser.Access;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address carries the experiment, a later visit restores it, and each change can be undone. */
class TakeAlongIT extends PlaygroundTest {
  private static final String COUNT_WRITES =
      """
      window.writes = 0;
      const real = history.replaceState;
      history.replaceState = function() { writes++; return real.apply(this, arguments); };
      """;

  private Locator notice() {
    return page().locator(".notice [role=status]");
  }

  private String fragment() {
    return page().url().replaceFirst("^[^#]*#?", "");
  }

  /** Waits until the address matches what the page shows. */
  private String keptFragment() {
    page().waitForCondition(() -> fragment().equals(state()));
    return fragment();
  }

  private String state() {
    return state("#playground");
  }

  private void undo() {
    button("Undo").click();
  }

  @ParameterizedTest
  @EnumSource
  void aLinkShowsTheSameNumbersInAFreshProfile(Access access) {
    open(access);
    choose("Sine");
    choose("Cell", "GRU");
    slider("Hidden units").fill("3");
    enter("Seed", "42");
    button("Step forward").click();
    button("Step forward").click();
    for (int i = 0; i < 3; i++) {
      button("1 epoch").click();
    }
    button("Clipping").click();
    String link = keptFragment();
    double loss = exact("Loss");
    double norm = exact("Gradient norm");
    try (BrowserContext other = Objects.requireNonNull(page().context().browser()).newContext()) {
      Page there = other.newPage();
      there.navigate(base(access) + "index.html#" + link);
      Locator shown = there.locator("#playground");
      assertEquals(link, shown.evaluate("playground => playground.state"));
      assertEquals(loss, number(shown(there, "Loss").getAttribute("title")));
      assertEquals(norm, number(shown(there, "Gradient norm").getAttribute("title")));
      assertThat(shown(there, "Epoch")).hasText("3");
      assertThat(shown(there, "Step")).hasText("2 / 16");
      assertThat(
              there.getByRole(
                  AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clipping").setExact(true)))
          .hasAttribute("aria-expanded", "true");
      assertThat(there.locator(".button.primary[aria-pressed=true]")).hasCount(0);
    }
  }

  private static Locator shown(Page page, String readout) {
    return page.getByRole(
        AriaRole.STATUS, new Page.GetByRoleOptions().setName(readout).setExact(true));
  }

  @Test
  void theAddressIsWrittenSparingly() {
    page().addInitScript(COUNT_WRITES);
    open(Access.HTTP);
    assertEquals("", fragment());
    Locator weight = slider("Hidden weight");
    for (int i = 0; i < 100; i++) {
      weight.fill(i % 2 == 0 ? "0.7" : "0.8");
    }
    button("Train (BPTT)").click();
    page().waitForTimeout(3000);
    button("Train (BPTT)").click();
    keptFragment();
    int writes = ((Number) page().evaluate("writes")).intValue();
    assertTrue(writes >= 1 && writes <= 12, "writes: " + writes);
    assertEquals(1, ((Number) page().evaluate("history.length - 1")).intValue());
  }

  @Test
  void anotherLinkIsFollowedAndCanBeUndone() {
    open(Access.HTTP);
    button("1 epoch").click();
    button("Clipping").click();
    page().evaluate("location.hash = 'v=1&task=latch&hidden-units=2&panels=unrolled'");
    assertThat(inSight(named(AriaRole.RADIO, "Latch"))).isChecked();
    assertThat(readout("Epoch")).hasText("0");
    assertThat(notice()).hasText("");
    assertThat(figure("Loss")).isHidden();
    undo();
    assertThat(figure("Loss")).isVisible();
    assertThat(figure("Clipping")).isVisible();
    assertThat(inSight(named(AriaRole.RADIO, "Fibonacci"))).isChecked();
    assertThat(readout("Epoch")).hasText("1");
  }

  @Test
  void whatALinkSaysWronglyIsNamedAndTheRestCounts() {
    open(Access.FILE, "#v=1&task=sine&cell=foo&hidden-units=99&weights=AAAA&colour=red");
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    assertThat(notice())
        .hasText(
            "Not all of this link can be read. Ignored: cell, hidden-units, weights," + " colour.");
    button("Close the message").click();
    assertThat(notice()).hasText("");
    // The keys still act on the playground.
    choose("Latch");
    page().evaluate("location.hash = 'v=7&task=parity'");
    assertThat(notice())
        .hasText("Not all of this link can be read. Ignored: v (expected 1, got 7).");
    button("Close the message").press("Enter");
    page().keyboard().press("Control+z");
    assertThat(inSight(named(AriaRole.RADIO, "Latch"))).isChecked();
    page().keyboard().press("Control+z");
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    page().waitForCondition(() -> fragment().equals("v=1&task=sine"));
  }

  @Test
  void aPlaceInTheArticleIsNoExperiment() {
    open(Access.HTTP, "#gates");
    choose("Sine");
    page().evaluate("location.hash = '#limits'");
    settle();
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    assertThat(notice()).hasText("");
  }

  @Test
  void aLinkBringsItsThemeAndItsParts() {
    open(Access.HTTP, "#v=1&theme=dark&controls=run,weights&panels=unrolled,loss");
    assertThat(page().locator("html")).hasAttribute("data-theme", "dark");
    assertThat(named(AriaRole.BUTTON, "Theme: dark")).isVisible();
    assertThat(figure("Loss")).isVisible();
    assertThat(slider("Hidden weight")).isVisible();
    assertThat(figure("Prediction")).isHidden();
    assertThat(named(AriaRole.RADIOGROUP, "Sequence")).isHidden();
    assertThat(button("Share")).isHidden();
  }

  @Test
  void theReaderFindsTheExperimentAsItWasLeft() {
    open(Access.HTTP);
    choose("Echo");
    button("1 epoch").click();
    double loss = exact("Loss");
    page().navigate("about:blank");
    open(Access.HTTP);
    assertThat(inSight(named(AriaRole.RADIO, "Echo"))).isChecked();
    assertEquals(loss, exact("Loss"));
    assertThat(readout("Epoch")).hasText("1");
    assertThat(button("Undo")).hasAttribute("aria-disabled", "true");
    page().waitForCondition(() -> fragment().equals(state()));
  }

  @Test
  void aLinkComesBeforeWhatWasLeft() {
    open(Access.HTTP);
    choose("Echo");
    page().navigate("about:blank");
    open(Access.HTTP, "#v=1&task=parity");
    assertThat(inSight(named(AriaRole.RADIO, "Parity"))).isChecked();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});",
        "Storage.prototype.setItem = () => { throw new Error('full'); };",
        "localStorage.setItem('unrolled', 'v=9&task=\\u0000&start=' + 'A'.repeat(300000));",
        "localStorage.setItem('unrolled', '{}');"
      })
  void storageThatIsForbiddenFullOrSpoiltIsNoError(String script) {
    page().addInitScript(script);
    open(Access.HTTP);
    choose("Sine");
    button("1 epoch").click();
    keptFragment();
    assertThat(readout("Epoch")).hasText("1");
    if (script.contains("{}")) {
      assertThat(notice()).hasText("Not all of what was kept here can be read. Ignored: {}.");
    }
  }

  @Test
  void aReturnIsSaidAndOffersToStartOver() {
    open(Access.HTTP);
    assertThat(notice()).hasText("");
    choose("Sine");
    keptFragment();
    page().navigate("about:blank");
    open(Access.HTTP);
    assertThat(notice()).hasText("As you left it at your last visit.");
    page().locator(".notice").getByText("Start over").click();
    assertThat(notice()).hasText("");
    assertThat(inSight(named(AriaRole.RADIO, "Fibonacci"))).isChecked();
    button("Undo").click();
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
  }

  @Test
  void whatIsSaidOfAReturnGoesWithTheFirstActOfTheReader() {
    open(Access.HTTP);
    choose("Sine");
    keptFragment();
    page().navigate("about:blank");
    open(Access.HTTP);
    assertThat(notice()).hasText("As you left it at your last visit.");
    button("Step forward").click();
    assertThat(notice()).hasText("");
    assertThat(readout("Step")).hasText("1 / 16");
  }

  @Test
  void aDragOfASliderIsOneStepOfUndo() {
    open(Access.FILE);
    assertThat(button("Undo")).hasAttribute("aria-disabled", "true");
    Locator weight = slider("Hidden weight");
    weight.scrollIntoViewIfNeeded();
    BoundingBox box = weight.boundingBox();
    double y = box.y + box.height / 2;
    page().mouse().move(box.x + box.width * 0.6, y);
    page().mouse().down();
    for (int i = 1; i <= 20; i++) {
      page().mouse().move(box.x + box.width * (0.6 + i / 100.0), y);
    }
    page().mouse().up();
    double dragged = weight("Hidden weight");
    assertTrue(dragged > 1, "dragged to " + dragged);
    assertThat(button("Undo")).hasAttribute("title", "1 change to undo: Ctrl+Z or ⌘Z");
    undo();
    assertEquals(0.5, weight("Hidden weight"));
    button("Redo").click();
    assertEquals(dragged, weight("Hidden weight"));
  }

  @Test
  void theUsualKeysUndoInsideThePlaygroundOnly() {
    open(Access.FILE);
    Locator weight = slider("Hidden weight");
    weight.press("ArrowRight");
    weight.press("ArrowRight");
    assertEquals(0.52, weight("Hidden weight"), 1e-12);
    weight.press("Control+z");
    assertEquals(0.51, weight("Hidden weight"), 1e-12);
    weight.press("Control+z");
    assertEquals(0.5, weight("Hidden weight"));
    weight.press("Control+Shift+z");
    assertEquals(0.51, weight("Hidden weight"), 1e-12);
    weight.press("Control+y");
    assertEquals(0.52, weight("Hidden weight"), 1e-12);
    // What is typed belongs to the field until it is taken.
    enter("Hidden weight value", "2.5");
    field("Hidden weight value").press("Control+z");
    assertEquals(0.52, weight("Hidden weight"), 1e-12);
    assertThat(field("Hidden weight value")).hasValue("0.52");
    field("Hidden weight value").pressSequentially("7");
    field("Hidden weight value").press("Control+z");
    assertEquals(0.52, weight("Hidden weight"), 1e-12);
    weight.focus();
    // If nothing takes the focus, the playground has it.
    enter("Input weight value", "3");
    page().locator(".prediction .panel-title").click();
    page().keyboard().press("Control+z");
    assertEquals(1, weight("Input weight"));
    // What is outside belongs to the page.
    page().evaluate("() => document.body.appendChild(document.createElement('button')).focus()");
    page().keyboard().press("Control+z");
    settle();
    assertEquals(0.52, weight("Hidden weight"), 1e-12);
  }

  @Test
  void aHandleOfTheArticleIsOneStepOfUndo() {
    open(Access.FILE);
    button("1 epoch").click();
    String before = state();
    inSight(page().locator("rnn-playground a.handle[data-run^=fresh]").nth(3)).click();
    assertFalse(state().equals(before));
    undo();
    assertEquals(before, state());
    assertThat(button("Undo")).hasAttribute("aria-disabled", "true");
  }

  private Locator startOverDialog() {
    return named(AriaRole.DIALOG, "Start over");
  }

  private void startOver() {
    button("Start over").click();
    startOverDialog().getByRole(AriaRole.BUTTON, named("Start over")).click();
    assertThat(startOverDialog()).hasCount(0);
  }

  @Test
  void startingOverIsAskedOnceAndCanBeUndone() {
    open(Access.HTTP);
    String first = state();
    choose("Sine");
    slider("Hidden weight").fill("0.8");
    button("Step forward").click();
    run("playground.train(7);");
    button("Clipping").click();
    button("Keep this run").click();
    settle();
    final String before = state();
    button("Start over").click();
    assertThat(startOverDialog()).containsText("Undo brings all of it back");
    assertThat(startOverDialog().getByRole(AriaRole.BUTTON, named("Cancel"))).isFocused();
    assertAccessible();
    page().keyboard().press("Enter");
    assertThat(startOverDialog()).hasCount(0);
    assertThat(button("Start over")).isFocused();
    assertEquals(before, state());
    startOver();
    assertEquals(first, state());
    assertThat(inSight(named(AriaRole.RADIO, "Fibonacci"))).isChecked();
    assertThat(readout("Epoch")).hasText("0");
    assertThat(readout("Step")).hasText("0 / 8");
    assertThat(figure("Clipping")).hasCount(0);
    assertThat(field("Name of ghost 1")).hasCount(0);
    undo();
    assertEquals(before, state());
    assertThat(readout("Epoch")).hasText("7");
    assertThat(figure("Clipping")).isVisible();
    assertThat(field("Name of ghost 1")).isVisible();
    button("Redo").click();
    assertEquals(first, state());
  }

  @Test
  void startingOverForgetsTheLinkThatWasFollowedButNotOwnNumbers() {
    open(Access.HTTP, "#v=1&task=custom&numbers=4,5,7,9&panels=loss&controls=share,sequence");
    startOver();
    assertThat(inSight(named(AriaRole.RADIO, "Fibonacci"))).isChecked();
    assertThat(figure("Prediction")).isVisible();
    assertThat(slider("Hidden weight")).isVisible();
    choose("Custom");
    assertThat(field("Your numbers")).hasValue("4, 5, 7, 9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task=linear hidden-weight=0.9 instruments=clipping step=2",
        "state='v=1&task=linear&step=2&instruments=clipping' hidden-weight=0.9"
      })
  void anEmbedStartsOverWithWhatItsHostPrepares(String attributes) {
    host(
        "<script src=app.js defer></script>",
        "<rnn-playground id=playground " + attributes + "></rnn-playground>");
    String first = state();
    assertEquals(0.9, weight("Hidden weight"));
    choose("Sine");
    run("playground.train(3);");
    button("Close Clipping").click();
    startOver();
    assertEquals(first, state());
    assertThat(inSight(named(AriaRole.RADIO, "Linear"))).isChecked();
    assertThat(figure("Clipping")).isVisible();
    assertThat(readout("Step")).hasText("2 / 8");
    assertEquals(0.9, weight("Hidden weight"));
    undo();
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    assertThat(readout("Epoch")).hasText("3");
    assertThat(figure("Clipping")).hasCount(0);
  }

  @Test
  void aFrameStartsOverWithWhatItsLinkPrepares() {
    open(Access.HTTP, "embed.html#v=1&task=latch&hidden-units=2");
    String first = state("rnn-playground");
    choose("Sine");
    page().waitForCondition(() -> !fragment().equals(first));
    page().reload();
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    page().navigate("about:blank");
    open(Access.HTTP, "embed.html#v=1&task=latch&hidden-units=2");
    choose("Sine");
    button("1 epoch").click();
    startOver();
    assertEquals(first, state("rnn-playground"));
  }

  private String state(String element) {
    return (String) page().locator(element).evaluate("playground => playground.state");
  }

  @Test
  void theShareDialogHasTheLinkAndSaysHowLongItIs() {
    open(Access.HTTP);
    button("1 epoch").click();
    button("Share").click();
    assertThat(named(AriaRole.DIALOG, "Share")).isVisible();
    Locator link = named(AriaRole.TEXTBOX, "Link to this experiment");
    assertEquals(base(Access.HTTP) + "index.html#" + state(), link.inputValue());
    assertAccessible();
    page().keyboard().press("Escape");
    assertThat(named(AriaRole.DIALOG, "Share")).isHidden();
    choose("Cell", "LSTM");
    slider("Hidden units").fill("32");
    button("1 epoch").click();
    button("Share").click();
    assertThat(page().locator(".dialog.share")).containsText("Some sites");
  }

  @Test
  void theShareDialogOffersTheChoiceOfPartsAndOfThePage() {
    open(Access.HTTP, "#v=1&task=sine&controls=run,share,weights&panels=loss");
    button("Share").click();
    Locator link = named(AriaRole.TEXTBOX, "Link to this experiment");
    assertEquals(
        base(Access.HTTP) + "index.html#v=1&task=sine", link.inputValue(), "with everything");
    assertThat(page().locator(".part-check :checked")).hasCount(12);
    named(AriaRole.CHECKBOX, "Loss").uncheck();
    named(AriaRole.CHECKBOX, "Network").uncheck();
    final String whole = link.inputValue();
    named(AriaRole.RADIO, "the playground alone").check();
    final String alone = link.inputValue();
    assertEquals(whole.replace("index.html", "embed.html"), alone);
    assertThat(page().locator(".dialog.share")).containsText(alone.length() + " characters.");
    assertAccessible();
    for (String address : List.of(whole, alone)) {
      page().navigate("about:blank");
      page().navigate(address);
      assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
      assertThat(figure("Prediction")).isVisible();
      assertThat(figure("Loss")).isHidden();
      assertThat(inSight(named(AriaRole.COMBOBOX, "Cell"))).isHidden();
      assertEquals(address.equals(whole), tab("Guide").isVisible());
    }
    // Here the playground is alone, and so it is shared.
    button("Share").click();
    assertThat(inSight(named(AriaRole.RADIO, "the playground alone"))).isChecked();
    assertTrue(link.inputValue().startsWith(base(Access.HTTP) + "embed.html#v=1"));
    named(AriaRole.RADIO, "the whole page").check();
    assertTrue(link.inputValue().startsWith(base(Access.HTTP) + "index.html#v=1"));
  }

  private String sharedLink() {
    button("Share").click();
    String link = page().locator("dialog textarea").inputValue();
    page().keyboard().press("Escape");
    return link.substring(link.indexOf('#') + 1);
  }

  private void opensAsShown(String link) {
    double loss = exact("Loss");
    String epoch = readout("Epoch").innerText();
    page().evaluate("link => { location.hash = link; }", link);
    assertThat(readout("Epoch")).hasText(epoch);
    page().waitForCondition(() -> exact("Loss") == loss);
  }

  @Test
  void whatIsSharedIsTheNetworkThatIsShown() {
    open(Access.HTTP);
    choose("Sine");
    run("playground.search();");
    page().waitForCondition(() -> exact("Loss") < 0.3);
    run("playground.pause();");
    settle();
    double best = exact("Loss");
    opensAsShown(sharedLink());
    assertEquals(best, exact("Loss"));
    run("playground.train(40);");
    slider("Training timeline").press("ArrowLeft");
    assertThat(readout("Epoch")).not().hasText("40");
    opensAsShown(sharedLink());
    run("playground.train(7); playground.search();");
    page().waitForTimeout(300);
    run("playground.pause();");
    settle();
    opensAsShown(sharedLink());
  }

  private void run(String script) {
    page().locator("#playground").evaluate("playground => {" + script + "}");
  }

  @Test
  void theEmbedDialogBeginsWithThePartsThatAreThere() {
    open(Access.FILE, "#v=1&controls=run,share&panels=loss");
    button("Embed").click();
    assertThat(page().locator(".part-check :checked")).hasCount(3);
    assertTrue(
        page()
            .locator("dialog textarea")
            .first()
            .inputValue()
            .contains("controls=\"run share\" panels=\"loss\""));
  }

  @Test
  void theEmbedDialogWritesBothSnippetsAndShowsWhatTheyDo() {
    open(Access.HTTP);
    choose("Sine");
    button("Embed").click();
    named(AriaRole.CHECKBOX, "Loss").uncheck();
    named(AriaRole.CHECKBOX, "Network").uncheck();
    String element = named(AriaRole.TEXTBOX, "In your page, as an element").inputValue();
    assertTrue(element.contains("state=\"v=1&amp;task=sine"), element);
    assertTrue(element.contains("controls=\"run share sequence weights training\""), element);
    assertTrue(
        element.contains("panels=\"unrolled equation history prediction instruments\""), element);
    Locator preview = page().locator(".preview rnn-playground");
    assertThat(preview.getByRole(AriaRole.FIGURE, named("Prediction"))).isVisible();
    assertThat(preview.getByRole(AriaRole.FIGURE, named("Loss"))).isHidden();
    String frame =
        named(AriaRole.TEXTBOX, "Or as a frame, where scripts are not wanted").inputValue();
    assertTrue(frame.contains("embed.html#v=1&amp;task=sine"), frame);
    assertAccessible();
    page()
        .navigate(
            base(Access.HTTP)
                + frame.replaceAll("(?s).*(embed\\.html#[^\"]*).*", "$1").replace("&amp;", "&"));
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    assertThat(figure("Loss")).isHidden();
    assertThat(figure("Prediction")).isVisible();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
