package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.github.unrolled.browser.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The single file, alone in a folder: does everything the page can, and requests nothing. */
class SingleFileIT extends PlaygroundTest {
  @TempDir private Path empty;
  private final List<String> console = new ArrayList<>();
  private Path site;
  private String url;

  @BeforeEach
  void openTheFileAlone() throws IOException {
    site = Path.of(base(Access.FILE));
    Path file = Files.copy(site.resolveSibling("unrolled.html"), empty.resolve("a page.html"));
    url = file.toUri().toString();
    page().onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
    page().navigate(url);
  }

  /** Fails unless the page requested only itself, once, and logged nothing. */
  private void assertAlone() {
    settle();
    assertEquals(List.of(), console);
    assertEquals(List.of("request: " + url), complaints());
    complaints().clear();
  }

  @Test
  void itStepsAndTrains() {
    button("Step forward").click();
    assertThat(readout("Step")).hasText("1 / 8");
    button("1 epoch").click();
    assertThat(readout("Epoch")).hasText("1");
    assertThat(figure("Unrolled network")).isVisible();
    assertAccessible();
    assertAlone();
  }

  @Test
  void theLinksOfTheArticleSetThePlayground() {
    handle("try-forget").click();
    assertThat(readout("Step")).hasText("2 / 8");
    assertEquals(0, weight("Hidden weight"));
    assertThat(handle("try-forget")).isFocused();
    assertAlone();
  }

  @Test
  void theThemeIsChosen() {
    named(AriaRole.BUTTON, "Theme: auto").click();
    named(AriaRole.BUTTON, "Theme: light").click();
    assertThat(page().locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page().locator("body")).hasCSS("background-color", "rgb(22, 27, 34)");
    assertAlone();
  }

  @Test
  void itIsNeitherInstalledNorLeadsToFilesThatAreNotThere() {
    assertThat(page().locator("link[rel=manifest]")).hasCount(0);
    Locator links = page().locator("a[href], link[href]");
    for (Locator link : links.all()) {
      String href = link.getAttribute("href");
      assertTrue(href != null && href.matches("(#|https://|data:image/).*"), href);
    }
    assertAlone();
  }

  @Test
  void itCarriesTheTextsOfTheLicences() throws IOException {
    Locator licences =
        page()
            .getByText(
                "Licences", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true));
    inSight(licences).click();
    String texts = page().locator("rnn-playground > section details").innerText();
    for (String name : List.of("Apache-2.0.txt", "NOTICE.txt")) {
      assertTrue(texts.contains("licenses/" + name));
      String text = Files.readString(site.resolve("licenses").resolve(name)).strip();
      assertTrue(texts.contains(text), name);
    }
    assertAlone();
  }

  @Test
  void itsPolicyKnowsItsOwnScriptsOnly() {
    String policy =
        page().locator("head meta[http-equiv='Content-Security-Policy']").getAttribute("content");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'sha256-"), policy);
    assertFalse(policy.contains("unsafe") || policy.contains("'self'"), policy);
    page()
        .evaluate(
            """
            () => {
              const script = document.createElement('script');
              script.textContent = 'document.title = "broken"';
              document.body.append(script);
              const style = document.createElement('style');
              style.textContent = 'h1 { display: none }';
              document.body.append(style);
            }
            """);
    assertThat(page()).not().hasTitle("broken");
    assertThat(page().locator("h1")).isVisible();
    page().waitForCondition(() -> console.size() >= 2);
    assertTrue(console.stream().allMatch(message -> message.contains("Content Security Policy")));
    complaints().clear();
  }
}
