package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.unrolled.browser.Access;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything has its place at every width and stays there. */
class LayoutIT extends PlaygroundTest {
  /** Finds faults of the layout: nothing may stick out, overlap or be too small. */
  private static final String FAULTS =
      """
      () => {
        const root = document.querySelector('rnn-playground').shadowRoot;
        const faults = [];
        // Sections out of sight have no true position until they are laid out.
        document.querySelectorAll('rnn-playground > section').forEach(section => {
          section.style.contentVisibility = 'visible';
        });
        for (const {scrollWidth, clientWidth, innerText} of document.querySelectorAll('.scroll')) {
          if (scrollWidth > Math.max(clientWidth, 800)) faults.push(scrollWidth + ' is far to scroll: ' + innerText);
        }
        // Whatever is scrolled out of its pane is not there to be pressed.
        const inSight = element => {
          const {left, right, top, bottom} = element.getBoundingClientRect();
          const seen = {left, right, top, bottom};
          for (let pane = element; pane; pane = pane.assignedSlot ?? pane.parentElement ?? pane.getRootNode().host) {
            if (pane !== element && getComputedStyle(pane).overflowY !== 'visible') {
              const part = pane.getBoundingClientRect();
              seen.left = Math.max(seen.left, part.left);
              seen.right = Math.min(seen.right, part.right);
              seen.top = Math.max(seen.top, part.top);
              seen.bottom = Math.min(seen.bottom, part.bottom);
            }
          }
          return seen;
        };
        const clipped = element => {
          const whole = element.getBoundingClientRect(), seen = inSight(element);
          return 2 * (seen.right - seen.left) < whole.width || 2 * (seen.bottom - seen.top) < whole.height;
        };
        const wide = document.documentElement.scrollWidth - innerWidth;
        if (wide > 0) {
          faults.push('the page is too wide by ' + wide + ': ' + [...root.querySelectorAll('*')]
              .filter(element => element.getBoundingClientRect().right > innerWidth
                  && !element.closest('.step-hits, .table-scroller, .unrolled-scroller, .visually-hidden'))
              .map(element => element.outerHTML.slice(0, 80)).slice(0, 5));
        }
        const all = 'a[href], button, input, select, textarea, summary';
        const targets = [...document.querySelectorAll(all), ...root.querySelectorAll(all)]
            .filter(element => element.checkVisibility({visibilityProperty: true}) && !clipped(element))
            .map(element => ({element, box: element.getBoundingClientRect(), seen: inSight(element),
                name: element.getAttribute('aria-label') || element.innerText || element.closest('label')?.innerText}));
        const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1
            || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
        const inSentence = element => element.matches('a')
            && [...element.parentNode.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        for (const {element, box, name} of targets) {
          if (element.closest('.skip')) continue;
          if ((box.width < 23.9 || box.height < 23.9) && !inSentence(element)) {
            const circle = {left: box.x + box.width / 2 - 12, right: box.x + box.width / 2 + 12,
                top: box.y + box.height / 2 - 12, bottom: box.y + box.height / 2 + 12};
            const near = targets.find(other => other.element !== element && !apart(circle, other.box));
            if (near) faults.push(`${name} is only ${box.width} by ${box.height}, and near ${near.name}`);
          }
          if (box.left < 0 || box.right > innerWidth) {
            if (!element.closest('.step-hits, .scroll, nav')) faults.push(name + ' sticks out');
          }
        }
        // A report lies over the workspace, so that nothing moves when it appears.
        const controls = targets.filter(({element}) => element.getRootNode() === root && !element.closest('.report'));
        controls.forEach((a, i) => controls.slice(i + 1).forEach(b => {
          if (!apart(a.seen, b.seen)) faults.push(`${a.name} overlaps ${b.name}`);
        }));
        return faults;
      }
      """;

  private void open(int width, ColorScheme scheme) {
    page().setViewportSize(width, 900);
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    open(Access.FILE);
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1024, 1440})
  void nothingSticksOutOverlapsOrIsTooSmall(int width) {
    open(width, ColorScheme.LIGHT);
    settle();
    assertEquals(List.of(), page().evaluate(FAULTS));
    openAll();
    page().evaluate("() => scrollTo(0, 0)");
    settle();
    assertEquals(List.of(), page().evaluate(FAULTS));
  }

  @Test
  void theTableOfClippingFitsAPhone() {
    page().setViewportSize(320, 900);
    open(Access.FILE, "#v=1&task=echo&cell=lstm&hidden-units=32&step=4&instruments=clipping");
    page().locator("#playground").evaluate("playground => playground.train(400)");
    tab("Why").click();
    settle();
    Object over =
        page()
            .locator(".clip-table")
            .evaluate(
                "table => table.getBoundingClientRect().right"
                    + " - table.closest('.panel').getBoundingClientRect().right");
    assertTrue(((Number) over).doubleValue() < 0, "beyond its panel by " + over);
    assertEquals(320, page().evaluate("document.documentElement.scrollWidth"));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 480, 520, 560, 640, 880, 1160, 1440})
  void theMarkOfClippingHasItsPlace(int width) {
    open(width, ColorScheme.LIGHT);
    handle("scale-raw").click();
    Locator mark = page().getByText("clipped", new Page.GetByTextOptions().setExact(true));
    assertThat(mark).isVisible();
    settle();
    assertEquals(width, page().evaluate("() => document.documentElement.scrollWidth"));
    assertTrue(mark.boundingBox().width < 70, "no wider than its word");
  }

  /** Shows everything that can be shown: tables, a message at a field, own numbers, an overflow. */
  private void openAll() {
    button("Step forward").press("Enter");
    button("Free running").press("Enter");
    settle();
    for (Locator table : page().getByText("Data table").all()) {
      if (table.isVisible()) {
        table.press("Enter");
      }
    }
    choose("Activation function", "linear");
    choose("Gradient clipping", "Off");
    choose("Custom");
    choose("Raw");
    button("Step forward").press("Enter");
    page()
        .locator("rnn-playground")
        .evaluate(
            "playground => { playground.search(); playground.train(100); playground.pause(); }");
    assertThat(page().getByText("Training stopped: it diverged.")).isVisible();
    enter("Hidden weight value", "none");
    enter("Seed", "-1");
    field("Your numbers").fill("1, two, 3");
    assertThat(page().getByText("“two”, at position 2")).isVisible();
    assertThat(page().getByText("Training stopped: it diverged.")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"320, LIGHT", "320, DARK", "1440, LIGHT", "1440, DARK"})
  void noAccessibilityRuleIsBroken(int width, ColorScheme scheme) {
    open(width, scheme);
    if (width > 320) {
      button("Train (BPTT)").click();
      button("Random search").click();
      frames(5);
      assertAccessible();
    }
    openAll();
    assertAccessible();
  }

  /** The boxes of the toolbar's controls and of all panels. */
  private static final String PLACES =
      """
      playground => [...playground.shadowRoot.querySelectorAll(
              '.header button, .readout, .panel, figure, .equation')]
          .filter(element => element.checkVisibility())
          .map((element, i) => {
            const box = element.getBoundingClientRect();
            return i + ' ' + element.className + ': ' + [box.x, box.y, box.width].map(Math.round);
          })
      """;

  private Iterable<?> places() {
    settle();
    return (List<?>) page().locator("rnn-playground").evaluate(PLACES);
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 768, 1440})
  void nothingJumpsWhileSteppingOrTraining(int width) {
    open(width, ColorScheme.LIGHT);
    Iterable<?> before = places();
    Locator playground = page().locator("rnn-playground");
    for (int step = 1; step <= 8; step++) {
      playground.evaluate("playground => playground.step()");
      assertIterableEquals(before, places(), "at step " + step);
    }
    playground.evaluate("playground => playground.train()");
    page().waitForCondition(() -> epoch() > 100);
    for (int i = 0; i < 10; i++) {
      assertIterableEquals(before, places(), "while training");
    }
    playground.evaluate("playground => playground.search()");
    for (int i = 0; i < 10; i++) {
      assertIterableEquals(before, places(), "while searching");
    }
    playground.evaluate("playground => playground.pause()");
    settle();
    assertIterableEquals(before, places(), "after training");
  }

  @Test
  void anOpenTableStaysFilledAtAnotherWidth() {
    open(Access.FILE);
    Locator rows = figure("Unrolled network").locator("tbody tr");
    figure("Unrolled network").getByText("Data table").click();
    assertThat(rows).hasCount(8);
    page().setViewportSize(1000, 900);
    settle();
    assertThat(rows).hasCount(8);
  }

  @Test
  void whoWantsNoMotionGetsNone() {
    page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page()
        .addInitScript(
            """
            window.moved = [];
            for (const name of ['scrollTo', 'scrollIntoView', 'scrollBy', 'animate']) {
              const real = Element.prototype[name];
              Element.prototype[name] = function (options) {
                if (name === 'animate' || options?.behavior === 'smooth') moved.push(name);
                return real.apply(this, arguments);
              };
            }
            """);
    open(Access.FILE);
    slider("Length").press("End");
    page()
        .locator("rnn-playground")
        .evaluate("playground => { for (let i = 0; i < 40; i++) playground.step(); }");
    settle();
    handle("sine-off").click();
    settle();
    assertEquals(List.of(), page().evaluate("() => moved"));
    Object animated =
        page()
            .locator("rnn-playground")
            .evaluate(
                """
                playground => [...document.querySelectorAll('*'), ...playground.shadowRoot.querySelectorAll('*')]
                    .filter(element => element.checkVisibility())
                    .filter(element => {
                      const style = getComputedStyle(element);
                      return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0
                          || style.scrollBehavior === 'smooth';
                    }).map(element => element.outerHTML.slice(0, 80))
                """);
    assertEquals(List.of(), animated);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1440})
  void largerTextAndWiderSpacingFit(int width) {
    open(width, ColorScheme.LIGHT);
    page()
        .locator("rnn-playground")
        .evaluate(
            """
            playground => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
                  line-height: 1.5 !important } p { margin-bottom: 2em !important }`);
              document.adoptedStyleSheets = [sheet];
              playground.shadowRoot.adoptedStyleSheets.push(sheet);
            }
            """);
    settle();
    assertEquals(List.of(), page().evaluate(FAULTS));
  }
}
