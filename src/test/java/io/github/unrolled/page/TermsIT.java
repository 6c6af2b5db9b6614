package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.unrolled.browser.Access;
import io.github.unrolled.ui.words.Glossary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that a beginner lacks are explained where they stand, and nothing moves. */
class TermsIT extends PlaygroundTest {
  private static final String BOXES =
      """
      playground => [...playground.shadowRoot.querySelectorAll('.panel, .toolbar *, .label')]
          .map(e => e.getBoundingClientRect()).map(b => [b.x, b.y, b.width, b.height].join(' ')).join()
      """;

  private Locator term(String word) {
    return button(word + ": what it means");
  }

  private Locator tip() {
    return page().locator("#playground .tip");
  }

  private static BoundingBox box(Locator element) {
    return element.boundingBox();
  }

  @Test
  void aWordPointedAtIsExplainedAsLongAsThePointerIsOnEither() {
    open(Access.FILE);
    assertThat(tip()).isHidden();
    term("Loss").hover();
    assertThat(tip()).hasText(Glossary.LOSS.text());
    // The way from the word to its explanation.
    BoundingBox there = box(tip());
    page().mouse().move(there.x + there.width / 2, there.y + there.height / 2);
    page().waitForTimeout(600);
    assertThat(tip()).isVisible();
    page().mouse().move(2, 700);
    assertThat(tip()).isHidden();
  }

  @Test
  void aPassingPointerOpensNothing() {
    open(Access.FILE);
    term("Loss").hover();
    page().mouse().move(2, 700);
    page().waitForTimeout(500);
    assertThat(tip()).isHidden();
  }

  @Test
  void theFocusOfAKeyOpensItAndEscapeClosesItAlone() {
    open(Access.HTTP);
    slider("Learning rate").focus();
    page().keyboard().press("Shift+Tab");
    page().keyboard().press("Shift+Tab");
    assertThat(term("Learning rate")).isFocused();
    assertThat(tip()).hasText(Glossary.LEARNING_RATE.text());
    assertThat(term("Learning rate")).hasAccessibleDescription(Glossary.LEARNING_RATE.text());
    assertAccessible();
    page().evaluate("() => { window.heard = 0; addEventListener('keydown', () => heard++); }");
    page().keyboard().press("Escape");
    assertThat(tip()).isHidden();
    assertThat(term("Learning rate")).isFocused();
    assertEquals(0, page().evaluate("heard"), "it was for the explanation");
    page().keyboard().press("Escape");
    assertEquals(1, page().evaluate("heard"), "it is the page's");
    page().keyboard().press("Enter");
    assertThat(tip()).isVisible();
    page().keyboard().press("Space");
    assertThat(tip()).isHidden();
    page().keyboard().press("Space");
    assertThat(tip()).isVisible();
    // Even where the explanation stands, the pointer only rests.
    BoundingBox under = box(tip());
    page().keyboard().press("Escape");
    page().mouse().move(under.x + 9, under.y + 9);
    page().keyboard().press("Enter");
    assertThat(tip()).isVisible();
    settle();
    page().keyboard().press("Tab");
    assertThat(tip()).isHidden();
    assertThat(field("Learning rate value")).isFocused();
  }

  @Test
  void aTapOpensItAndAnotherAnywhereClosesIt() {
    Browser browser = Objects.requireNonNull(page().context().browser());
    try (BrowserContext phone =
        browser.newContext(
            new Browser.NewContextOptions().setHasTouch(true).setViewportSize(360, 740))) {
      Page there = phone.newPage();
      there.navigate(base(Access.FILE) + "index.html");
      Locator tip = there.locator("#playground .tip");
      there.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Training")).tap();
      Locator word =
          there.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("BPTT window: what it means"));
      word.tap();
      assertThat(tip).hasText(Glossary.BPTT_WINDOW.text());
      there.waitForTimeout(600);
      assertThat(tip).isVisible();
      word.tap();
      assertThat(tip).isHidden();
      word.tap();
      assertThat(tip).isVisible();
      there.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Network")).tap();
      assertThat(tip).isHidden();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 768, 1440})
  void itStandsInTheWindowAndMovesNothing(int width) {
    page().setViewportSize(width, 640);
    open(Access.FILE);
    settle();
    button("Free running").press("Enter");
    settle();
    List<String> faults = new ArrayList<>();
    for (Locator tab : page().getByRole(AriaRole.TAB).all()) {
      tab.click();
      settle();
      faults.addAll(faultsOfTheWordsInSight(width));
    }
    assertEquals(List.of(), faults);
  }

  private List<String> faultsOfTheWordsInSight(int width) {
    List<String> faults = new ArrayList<>();
    for (Locator word : page().locator("#playground .term").all()) {
      if (!word.isVisible()) {
        continue;
      }
      word.scrollIntoViewIfNeeded();
      String before = (String) playground().evaluate(BOXES);
      word.evaluate("word => word.click()");
      String name = word.innerText();
      assertThat(tip()).isVisible();
      BoundingBox at = box(tip());
      if (at.x < 0 || at.y < 0 || at.x + at.width > width || at.y + at.height > 640) {
        faults.add(name + " at " + at.x + ", " + at.y);
      }
      if (!before.equals(playground().evaluate(BOXES))) {
        faults.add(name + " moves something");
      }
      if (width
          < ((Number) page().evaluate("document.documentElement.scrollWidth")).doubleValue()) {
        faults.add(name + " makes the page wider");
      }
      page().keyboard().press("Escape");
      assertThat(tip()).isHidden();
    }
    return faults;
  }

  @Test
  void controlsKeepTheirNamesAndNoWordStandsInOne() {
    open(Access.FILE);
    settle();
    button("Free running").press("Enter");
    for (String slider :
        List.of(
            "Learning rate",
            "Hidden units",
            "Length",
            "Train on",
            "BPTT window",
            "Takeover step",
            "Training timeline")) {
      assertThat(slider(slider)).isVisible();
    }
    for (String select : List.of("Cell", "Activation function", "Optimizer", "Gradient clipping")) {
      assertThat(inSight(named(AriaRole.COMBOBOX, select))).isVisible();
    }
    assertThat(field("Seed")).isVisible();
    for (String readout : List.of("Step", "Epoch", "Loss", "Gradient norm")) {
      assertThat(readout(readout)).isVisible();
    }
    assertThat(page().locator(":is(label, button, a, [aria-hidden=true]) .term")).hasCount(0);
    assertAccessible();
  }

  @Test
  void itFollowsItsWordWhenSomethingScrollsAndGoesWithIt() {
    page().setViewportSize(1366, 768);
    open(Access.FILE);
    term("BPTT").click();
    double before = box(tip()).y;
    BoundingBox panel = box(page().locator(".panel.loss"));
    page().mouse().move(panel.x + 9, panel.y + 30);
    page().mouse().wheel(0, 20);
    page().waitForCondition(() -> box(tip()).y < before);
    assertEquals(box(term("BPTT")).y - 6, box(tip()).y + box(tip()).height, 1.5);
    page().mouse().wheel(0, 3000);
    assertThat(tip()).isHidden();
  }

  @Test
  void wordsOfTheHostsTextAreExplainedToo() {
    List<String> warnings = new ArrayList<>();
    page()
        .onConsoleMessage(
            message -> {
              if (message.type().equals("warning")) {
                warnings.add(message.text());
              }
            });
    host(
        "<script src=app.js defer></script><style>button { text-decoration: none }</style>",
        "<rnn-playground id=playground><p>An <span data-term=epoch>epoch</span>, a"
            + " <button data-term=gate>gate</button>, a <i data-term=nothing>word</i>.</p>"
            + "</rnn-playground>");
    Locator epoch = button("epoch");
    assertThat(epoch).hasAccessibleDescription(Glossary.EPOCH.text());
    assertThat(epoch).hasCSS("text-decoration-line", "underline");
    assertThat(button("gate")).hasCSS("text-decoration-line", "none");
    epoch.hover();
    assertThat(tip()).hasText(Glossary.EPOCH.text());
    button("gate").hover();
    assertThat(tip()).hasText(Glossary.GATE.text());
    button("gate").focus();
    page().keyboard().press("Shift+Tab");
    assertThat(epoch).isFocused();
    assertThat(tip()).hasText(Glossary.EPOCH.text());
    page().keyboard().press("Tab");
    assertThat(tip()).hasText(Glossary.GATE.text());
    // A real button turns the key into a click by itself.
    page().keyboard().press("Enter");
    assertThat(tip()).isVisible();
    page().keyboard().press("Enter");
    assertThat(tip()).isHidden();
    playground()
        .evaluate(
            """
            playground => {
              const later = document.createElement('b');
              later.dataset.term = 'loss';
              later.textContent = 'loss';
              playground.firstElementChild.append(later);
            }
            """);
    assertThat(button("loss")).hasAttribute("tabindex", "0");
    assertEquals(List.of("rnn-playground: data-term=\"nothing\" is unknown"), warnings);
    playground().evaluate("playground => playground.remove()");
    assertTrue(complaints().isEmpty());
  }
}
