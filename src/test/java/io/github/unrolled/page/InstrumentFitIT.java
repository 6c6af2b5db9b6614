package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.github.unrolled.browser.Access;
import io.github.unrolled.experiment.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An instrument fits its panel: in a shelf, which gives panels their height, its sentence and its
 * picture are in sight without scrolling; elsewhere it is as high as it needs to be.
 */
class InstrumentFitIT extends PlaygroundTest {
  /** Widths and heights of panels: beside each other, in a column, and nearly square. */
  private static final int[][] SIZES = {
    {420, 290}, {440, 290}, {520, 340}, {620, 400}, {300, 250}, {320, 280}, {360, 300}, {440, 400}
  };

  /** Widths of panels that are as high as they need to be: a tab, a phone, a column. */
  private static final int[] WIDTHS = {300, 340, 560};

  /** Puts the grid into a shelf of its own in the window's corner. */
  private static final String BUILD =
      """
      playground => {
        const root = playground.shadowRoot.querySelector('.playground');
        const grid = root.querySelector('.instrument-grid');
        const shelf = document.createElement('div');
        shelf.append(grid);
        root.append(shelf);
        Object.assign(shelf.style, {display: 'block', position: 'fixed', top: 0, left: 0, zIndex: 9});
        Object.assign(grid.style, {display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)'});
      }
      """;

  /** Gives the shelf a size; without a height it is an ordinary box. */
  private static final String RESIZE =
      """
      (playground, [width, height]) => {
        const grid = playground.shadowRoot.querySelector('.instrument-grid');
        const shelf = grid.parentElement;
        shelf.className = height ? 'shelf' : '';
        shelf.style.width = width + 'px';
        shelf.style.height = height ? height + 'px' : 'auto';
        grid.style.height = height ? '100%' : 'auto';
        grid.style.gridTemplateRows = height ? 'minmax(0, 1fr)' : 'auto';
      }
      """;

  /** What is wrong with the panel's layout. */
  private static final String FAULTS =
      """
      (playground, fitted) => {
        const faults = [];
        const panel = playground.shadowRoot.querySelector('.instrument');
        const body = panel.querySelector('.instrument-body');
        const box = element => element.getBoundingClientRect();
        const shared = (a, b) => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left))
            * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
        const area = rect => rect.width * rect.height;
        for (const scroller of [panel, body]) {
          if (scroller.scrollWidth > scroller.clientWidth) {
            faults.push(scroller.className + ' is ' + scroller.scrollWidth + ' wide');
          }
        }
        const sentence = panel.querySelector('.clamped');
        if (!sentence.innerText.trim()) { faults.push('no sentence'); }
        if (panel.offsetWidth !== panel.closest('.instrument-grid').parentElement.offsetWidth) {
          faults.push('panel is ' + panel.offsetWidth + ' wide');
        }
        if (shared(box(sentence), box(body)) < area(box(sentence)) - 1) {
          faults.push('sentence cut off');
        }
        const text = sentence.querySelector('.verdict-text');
        if (text.offsetHeight > sentence.clientHeight && sentence.querySelector('button').hidden) {
          faults.push('sentence clamped without a button');
        }
        const picture = panel.querySelector('.fit-picture');
        const canvases = [...panel.querySelectorAll('canvas')].filter(c => area(box(c)) > 0)
            .sort((a, b) => area(box(b)) - area(box(a)));
        if (canvases.length) {
          const largest = canvases[0];
          const share = shared(box(largest), box(body)) / area(box(largest));
          if (share < 0.9) { faults.push(largest.className + ' is in sight to ' + share); }
          if (!picture.contains(largest)) { faults.push('picture is not the largest canvas'); }
          if (fitted && picture.offsetHeight < 149) {
            faults.push('picture is only ' + picture.offsetHeight + ' high');
          }
          if (box(largest).height < 100) { faults.push('canvas ' + box(largest).height + ' high'); }
        } else if (shared(box(picture), box(body)) < 0.8 * area(box(picture))) {
          faults.push('picture cut off');
        }
        const parts = [sentence, picture, panel.querySelector('.fit-rest')];
        const seen = list => [...list].filter(e => area(box(e)) > 4
            && !e.classList.contains('visually-hidden'));
        for (const list of [parts, picture.children, parts[2].children, panel.children]) {
          const there = seen(list).filter(e => !e.matches('.panel-title'));
          there.forEach((a, i) => there.slice(i + 1).forEach(b => {
            if (a.className !== 'close-instrument' && shared(box(a), box(b)) > 1) {
              faults.push(a.className + ' overlaps ' + b.className);
            }
          }));
        }
        return faults;
      }
      """;

  private void build(Instrument instrument) {
    set("instruments", nameOf(instrument));
    settle();
    playground().evaluate(BUILD);
  }

  private static String nameOf(Instrument instrument) {
    return instrument.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void resize(int width, int height) {
    playground().evaluate(RESIZE, List.of(width, height));
    frames(10);
  }

  private void checkAllSizes(String what, List<String> faults) {
    for (int[] size : SIZES) {
      resize(size[0], size[1]);
      note(what + " in " + size[0] + " x " + size[1], true, faults);
    }
    for (int width : WIDTHS) {
      resize(width, 0);
      note(what + " in " + width, false, faults);
    }
  }

  private void note(String what, boolean fitted, List<String> faults) {
    for (Object fault : (List<?>) playground().evaluate(FAULTS, fitted)) {
      faults.add(what + ": " + fault);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachIsSeenWholeInAnyPanel(Instrument instrument) {
    List<String> faults = new ArrayList<>();
    open(Access.FILE, "#v=1");
    build(instrument);
    train(30);
    checkAllSizes("one unit", faults);
    set("task", "echo");
    set("cell", "lstm");
    set("hidden-units", "8");
    train(30);
    checkAllSizes("LSTM", faults);
    assertEquals(List.of(), faults);
  }

  @ParameterizedTest
  @ValueSource(strings = {"440 290", "300 250"})
  void nothingMovesDuringTraining(String size) {
    open(Access.FILE, "#v=1");
    build(Instrument.HIDDEN_STATE_MAP);
    set("task", "sine");
    set("learning-rate", "0.3");
    set("speed", "30");
    for (Instrument instrument : Instrument.values()) {
      set("instruments", nameOf(instrument));
      settle();
      String[] sides = size.split(" ", -1);
      resize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
      int before = epoch();
      playground().evaluate("playground => playground.train()");
      Object moved =
          playground()
              .evaluate(
                  """
                  async playground => {
                    const places = () => [...playground.shadowRoot.querySelectorAll(
                        '.clamped, .fit-picture, .fit-picture canvas, .fit-rest')]
                        .map(e => e.getBoundingClientRect())
                        .map(r => [r.left, r.top, r.width].join(' ')).join(', ');
                    const seen = new Set();
                    for (let i = 0; i < 90; i++) {
                      await new Promise(done => requestAnimationFrame(done));
                      seen.add(places());
                    }
                    return [...seen];
                  }
                  """);
      playground().evaluate("playground => playground.pause()");
      assertTrue(epoch() > before, "trained while watched");
      assertEquals(1, ((List<?>) moved).size(), instrument + ": " + moved);
    }
  }

  @Test
  void aLongSentenceOpensByItsButton() {
    open(Access.FILE, "#v=1");
    build(Instrument.SUM_OVER_TIME);
    set("task", "echo");
    train(10);
    resize(300, 250);
    Locator more = page().locator(".clamped-more");
    assertThat(more).isVisible();
    assertThat(more).hasAttribute("aria-expanded", "false");
    more.press("Enter");
    frames(3);
    assertThat(more).hasAttribute("aria-expanded", "true");
    assertThat(more).hasText("less");
    Object hidden =
        page()
            .locator(".clamped")
            .evaluate(
                "e => e.firstElementChild.getBoundingClientRect().bottom - e.getBoundingClientRect().bottom");
    assertTrue(((Number) hidden).doubleValue() < 1, "hidden: " + hidden);
    more.press("Enter");
    assertThat(more).hasText("more");
    assertAccessible();
  }

  @Test
  void aPanelThatScrollsIsInTheTabOrder() {
    open(Access.FILE, "#v=1");
    build(Instrument.CLIPPING);
    Locator body = page().locator(".instrument-body");
    resize(300, 250);
    assertThat(body).hasAttribute("tabindex", "0");
    body.focus();
    page().keyboard().press("End");
    page().waitForCondition(() -> scrollTop(body) > 50);
    assertAccessible();
    resize(300, 0);
    assertEquals(null, body.getAttribute("tabindex"));
  }

  private static double scrollTop(Locator scroller) {
    return ((Number) scroller.evaluate("e => e.scrollTop")).doubleValue();
  }

  @Test
  void whatOpensIsSeenInItsShelfAndThePageRests() {
    open(Access.FILE, "#v=1");
    build(Instrument.CLIPPING);
    resize(900, 300);
    playground()
        .evaluate(
            """
            playground => {
              const root = playground.shadowRoot.querySelector('.playground');
              root.setAttribute('data-fill', '');
              const grid = root.querySelector('.instrument-grid');
              Object.assign(grid.style, {overflowX: 'auto', gridTemplateColumns: 'none',
                gridAutoFlow: 'column', gridAutoColumns: '440px'});
            }
            """);
    for (String name : List.of("Gradient check", "Many seeds", "Loss landscape")) {
      playground()
          .evaluate(
              "playground => {"
                  + " const grid = playground.shadowRoot.querySelector('.instrument-grid');"
                  + " grid.scrollLeft = grid.scrollWidth; scrollTo(0, 0); }");
      button(name).evaluate("button => button.click()");
      frames(3);
      assertThat(page().locator(".instrument").first().locator("h2")).hasText(name);
      assertEquals(0, page().locator(".instrument").first().boundingBox().x, 1);
    }
    playground().evaluate("playground => playground.show('clipping')");
    frames(3);
    assertThat(figure("Clipping")).isInViewport();
    assertEquals(0, ((Number) page().evaluate("scrollY")).intValue());
  }
}
