package io.github.unrolled.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.github.unrolled.browser.Access;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever changes something sees what it does, at every size of the screen. */
class OneScreenIT extends PlaygroundTest {
  /** The share of a figure's largest picture that is in the window and not covered. */
  private static final String SEEN =
      """
      figure => {
        const area = e => { const r = e.getBoundingClientRect(); return r.width * r.height; };
        const picture = [...figure.querySelectorAll('canvas, svg')].sort((a, b) => area(b) - area(a))[0];
        const box = picture.getBoundingClientRect();
        const hit = (x, y) => {
          let found = document.elementFromPoint(x, y);
          while (found?.shadowRoot) {
            const inside = found.shadowRoot.elementFromPoint(x, y);
            if (!inside || inside === found) break;
            found = inside;
          }
          return found;
        };
        let seen = 0;
        for (let i = 0.5; i < 10; i++) {
          for (let j = 0.5; j < 10; j++) {
            const x = box.left + box.width * i / 10, y = box.top + box.height * j / 10;
            const found = x < 0 || y < 0 || x >= innerWidth || y >= innerHeight ? null : hit(x, y);
            if (found && (figure.contains(found) || found.contains(picture))) seen++;
          }
        }
        return box.width < 40 || box.height < 40 ? 0 : seen;
      }
      """;

  private static final List<String> SETTINGS = List.of("Learning rate", "Hidden units", "Length");

  private List<String> missing(String at, List<String> figures) {
    List<String> missing = new ArrayList<>();
    for (String name : figures) {
      int seen = ((Number) figure(name).evaluate(SEEN)).intValue();
      if (seen < 90) {
        missing.add(at + ": " + seen + " % of " + name);
      }
    }
    return missing;
  }

  @ParameterizedTest
  @CsvSource({
    "1280, 720, Unrolled network+Prediction+Loss",
    "1366, 768, Unrolled network+Prediction+Loss",
    "1920, 1080, Unrolled network+Prediction+Loss",
    "1024, 768, Unrolled network+Prediction+Loss",
    "768, 1024, Unrolled network+Prediction+Loss",
    "1024, 500, Unrolled network+Prediction+Loss",
    "390, 844, Unrolled network+Prediction",
    "844, 390, Unrolled network+Prediction",
    "360, 640, Unrolled network+Prediction",
  })
  void theEffectIsInSightAtEveryControl(int width, int height, String figures) {
    page().setViewportSize(width, height);
    open(Access.FILE);
    settle();
    List<String> wanted = List.of(figures.split("\\+"));
    List<String> missing = new ArrayList<>(missing("first", wanted));
    List<String> sliders = new ArrayList<>(WEIGHTS);
    sliders.addAll(SETTINGS);
    for (String name : sliders) {
      Locator control = slider(name);
      control.scrollIntoViewIfNeeded();
      control.focus();
      settle();
      missing.addAll(missing(name, wanted));
    }
    assertEquals(List.of(), missing);
    assertEquals(width, page().evaluate("() => document.documentElement.scrollWidth"));
    assertEquals(0, page().evaluate("() => scrollY"));
  }

  @ParameterizedTest
  @CsvSource({"1280, 720", "1440, 900", "1920, 1080"})
  void twoOpenInstrumentsLeaveTheNetworkInSight(int width, int height) {
    page().setViewportSize(width, height);
    open(Access.FILE);
    List<String> missing = new ArrayList<>();
    for (String name : List.of("Gradient through time", "Loss landscape")) {
      named(AriaRole.BUTTON, name).click();
      settle();
      missing.addAll(missing("opened", List.of(name, "Unrolled network", "Prediction", "Loss")));
    }
    if (height >= 900) {
      missing.addAll(missing("both", List.of("Gradient through time", "Loss landscape")));
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void inAPostTheWeightsStandBesideWhatTheyChange() {
    page().setViewportSize(680, 640);
    open(Access.FILE, "embed.html");
    List<String> missing = new ArrayList<>();
    for (String name : WEIGHTS) {
      Locator control = slider(name);
      control.scrollIntoViewIfNeeded();
      control.focus();
      settle();
      missing.addAll(missing(name, List.of("Unrolled network", "Prediction")));
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void onATinyScreenEverythingFlowsAndNothingIsLost() {
    page().setViewportSize(320, 256);
    open(Access.FILE);
    settle();
    List<String> lost = new ArrayList<>();
    for (String name : WEIGHTS) {
      Locator control = slider(name);
      control.scrollIntoViewIfNeeded();
      if (((Number) control.evaluate("c => c.getBoundingClientRect().bottom - innerHeight"))
              .doubleValue()
          > 0) {
        lost.add(name);
      }
    }
    for (String name : List.of("Unrolled network", "Prediction", "Loss")) {
      figure(name).locator("canvas").first().scrollIntoViewIfNeeded();
    }
    assertEquals(List.of(), lost);
    assertEquals(320, page().evaluate("() => document.documentElement.scrollWidth"));
  }
}
