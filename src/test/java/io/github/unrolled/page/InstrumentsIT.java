package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.unrolled.browser.Access;
import io.github.unrolled.experiment.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Instruments open and close by their buttons, the newest first, and the page remembers which. */
class InstrumentsIT extends PlaygroundTest {
  private static final List<String> ALL =
      Arrays.stream(Instrument.values()).map(Instrument::label).toList();

  /** Names of the canvases in an element that are in sight and have nothing drawn on them. */
  private static final String BLANK =
      """
      panel => [...panel.querySelectorAll('canvas')]
          .filter(canvas => canvas.clientWidth > 0 && canvas.clientHeight > 0)
          .filter(canvas => {
            const pixels = canvas.getContext('2d')
                .getImageData(0, 0, canvas.width, canvas.height).data;
            return new Set(new Uint32Array(pixels.buffer)).size < 2;
          })
          .map(canvas => canvas.parentElement.className)
      """;

  private void openAll() {
    for (String name : ALL) {
      if ("false".equals(button(name).getAttribute("aria-expanded"))) {
        button(name).click();
      }
    }
    settle();
  }

  private void closeAll() {
    for (String name : ALL) {
      if ("true".equals(button(name).getAttribute("aria-expanded"))) {
        button(name).click();
      }
    }
    settle();
  }

  private List<String> titles() {
    List<String> titles = new ArrayList<>();
    for (Locator title : page().locator(".instrument > h2").all()) {
      titles.add(title.textContent());
    }
    return titles;
  }

  @Test
  void eachOpensByItsButtonAndTheNewestStandsFirst() {
    open(Access.FILE);
    closeAll();
    assertEquals(List.of(), titles());
    button("Gradient check").click();
    button("Clipping").click();
    assertThat(button("Clipping")).hasAttribute("aria-expanded", "true");
    assertEquals(List.of("Clipping", "Gradient check"), titles());
    button("Gradient check").click();
    assertThat(button("Gradient check")).hasAttribute("aria-expanded", "false");
    assertEquals(List.of("Clipping"), titles());
    openAll();
    List<String> newestFirst = new ArrayList<>(ALL);
    newestFirst.remove("Clipping");
    Collections.reverse(newestFirst);
    newestFirst.add("Clipping");
    assertEquals(newestFirst, titles());
  }

  @Test
  void whatOpensTogetherStandsInDisplayOrder() {
    open(Access.FILE);
    set("instruments", "clipping");
    settle();
    set("instruments", "many-seeds clipping loss-landscape");
    settle();
    assertEquals(List.of("Loss landscape", "Many seeds", "Clipping"), titles());
  }

  @Test
  void openingIsAnnouncedAndMovesNoFocus() {
    open(Access.FILE);
    closeAll();
    button("Loss landscape").press("Enter");
    assertThat(button("Loss landscape")).isFocused();
    assertThat(page().locator("[aria-live=polite]", having("Loss landscape opened"))).hasCount(1);
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @ParameterizedTest
  @EnumSource
  void eachButtonSaysWhatItsInstrumentAnswers(Instrument instrument) {
    open(Access.FILE);
    assertThat(button(instrument.label())).hasAttribute("title", instrument.question());
  }

  @Test
  void closingByTheCrossReturnsToTheButton() {
    open(Access.FILE);
    closeAll();
    button("Clipping").press("Enter");
    assertThat(figure("Clipping")).isVisible();
    button("Close Clipping").press("Enter");
    assertThat(figure("Clipping")).hasCount(0);
    assertThat(button("Clipping")).isFocused();
  }

  @Test
  void thePageRemembersWhichAreOpen() {
    open(Access.HTTP);
    closeAll();
    button("Clipping").click();
    button("Many seeds").click();
    settle();
    page().reload();
    assertThat(button("Clipping")).hasAttribute("aria-expanded", "true");
    assertEquals(List.of("Clipping", "Many seeds"), titles());
  }

  @Test
  void aHostPageOpensThemByAttributeAndMethod() {
    open(Access.FILE);
    Locator playground = page().locator("rnn-playground");
    playground.evaluate("e => e.setAttribute('instruments', 'gradient-check')");
    settle();
    assertEquals(List.of("Gradient check"), titles());
    playground.evaluate("e => e.show('clipping')");
    settle();
    assertEquals(List.of("Clipping", "Gradient check"), titles());
    assertThat(figure("Clipping")).isInViewport();
  }

  @ParameterizedTest
  @CsvSource({"1440, 900", "1280, 720", "768, 1024", "360, 800"})
  void whatIsShownIsInSight(int width, int height) {
    page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page().setViewportSize(width, height);
    open(Access.FILE);
    for (Instrument instrument : Instrument.values()) {
      show(instrument.label().toLowerCase(Locale.ROOT).replace(' ', '-'));
      assertThat(figure(instrument.label())).isInViewport();
    }
    show("timeline");
    assertThat(slider("Training timeline")).isInViewport();
  }

  private void show(String name) {
    page().locator("rnn-playground").evaluate("(e, name) => e.show(name)", name);
    settle();
  }

  @Test
  void allAtOnceAreAccessibleAndFollowTraining() {
    open(Access.FILE);
    openAll();
    button("Train (BPTT)").click();
    page().waitForCondition(() -> epoch() >= 50);
    button("Train (BPTT)").click();
    settle();
    assertAccessible();
  }

  @ParameterizedTest
  @EnumSource
  void eachIsDrawnAndAccessibleByItself(Instrument instrument) {
    open(Access.FILE);
    closeAll();
    button("1 epoch").click();
    button(instrument.label()).click();
    assertEquals(List.of(instrument.label()), titles());
    Locator panel = page().locator(".instrument");
    panel.scrollIntoViewIfNeeded();
    frames(30);
    assertEquals(List.of(), panel.evaluate(BLANK));
    String text = panel.innerText();
    assertTrue(!text.isBlank() && !text.contains("NaN"), text);
    assertAccessible();
  }

  @Test
  void clippingShowsTheGradientBeforeAndAfter() {
    open(Access.FILE);
    closeAll();
    button("Clipping").click();
    enter("Clipping limit", "0.3");
    settle();
    Locator rows = figure("Clipping").getByRole(AriaRole.TABLE).locator("tbody tr");
    assertThat(rows).hasCount(5);
    double norm = exact("Gradient norm");
    double squares = 0;
    for (Locator row : rows.all()) {
      List<String> texts = row.locator("th, td").allInnerTexts();
      double before = number(texts.get(2));
      squares += before * before;
      double element = number(texts.get(3));
      assertEquals(Math.max(-0.3, Math.min(0.3, before)), element, 1e-3);
      assertEquals(before * 0.3 / norm, number(texts.get(4)), 2e-3);
    }
    assertEquals(norm, Math.sqrt(squares), 2e-3);
    assertThat(figure("Clipping")).containsText("Element-wise (in use): norm 0.995 → ");
    choose("Gradient clipping", "Off");
    assertThat(figure("Clipping")).containsText("Clipping is off");
  }

  @Test
  void theCheckFollowsEachEditAndEpsilon() {
    open(Access.FILE);
    closeAll();
    button("Gradient check").click();
    Locator rows = named(AriaRole.TABLE, "Gradient check").locator("tbody tr");
    assertThat(rows).hasCount(5);
    String before = rows.nth(1).innerText();
    enter("Hidden weight value", "-0.7");
    assertThat(rows.nth(1)).not().hasText(before);
    for (Locator row : rows.all()) {
      List<String> texts = row.locator("th, td").allInnerTexts();
      assertEquals(number(texts.get(1)), number(texts.get(2)), 1e-3);
      assertTrue(number(texts.get(3)) < 1e-6, texts.get(3));
    }
    slider("Epsilon").press("End");
    assertThat(slider("Epsilon")).hasAttribute("aria-valuetext", "0.100");
    assertThat(page().getByText("Here ε does not suit")).isVisible();
    button("Check now").press("Enter");
    assertThat(page().getByText("Checked at epoch 0.")).isVisible();
  }
}
