package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.github.unrolled.browser.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page needs no trust: it forbids itself everything it does not need, and contacts nobody. */
class SecurityIT extends PlaygroundTest {
  private static final List<String> PAGES =
      List.of("index.html", "embed.html", "example-post.html");

  private String html(String page) throws IOException {
    return Files.readString(Path.of(base(Access.FILE)).resolve(page));
  }

  @ParameterizedTest
  @FieldSource("PAGES")
  void thePolicyForbidsAllButTheSitesOwnFiles(String page) {
    open(Access.FILE, page);
    String policy =
        page().locator("head meta[http-equiv='Content-Security-Policy']").getAttribute("content");
    assertTrue(policy.contains("default-src 'none'"), policy);
    String strict = "[a-z-]+( 'none'| 'self'| data:)+";
    assertTrue(policy.matches(strict + "(; " + strict + ")*"), policy);
    assertFalse(policy.contains("script-src 'self' data:"), policy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script(?![^>]* src=)",
        "<style",
        "\\sstyle\\s*=",
        "\\son[a-z]+\\s*=",
        "javascript:",
        "(src|srcset)=\"(https?:)?//",
        "<link[^>]*href=\"(https?:)?//"
      })
  void theMarkupHasNothingThatThePolicyWouldForbid(String pattern) throws IOException {
    Pattern forbidden = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    for (String page : PAGES) {
      assertFalse(forbidden.matcher(html(page)).find(), page);
    }
  }

  @Test
  void strangeScriptsDoNotRun() {
    open(Access.HTTP);
    page()
        .evaluate(
            """
            () => {
              const script = document.createElement('script');
              script.textContent = 'document.title = "broken"';
              document.body.append(script);
              const image = document.createElement('p');
              image.innerHTML = '<img src="data:," onerror="document.title = \\'broken\\'">';
              document.body.append(image);
            }
            """);
    assertThat(page()).not().hasTitle("broken");
    page().waitForCondition(() -> complaints().size() >= 2);
    assertTrue(complaints().stream().allMatch(c -> c.contains("Content Security Policy")));
    complaints().clear();
  }

  @Test
  void openingThePageAsksForItsOwnFilesOnly() {
    Set<String> asked = new TreeSet<>();
    page().onRequest(request -> asked.add(request.url()));
    open(Access.HTTP);
    page().waitForLoadState(LoadState.NETWORKIDLE);
    button("1 epoch").click();
    Set<String> own = new TreeSet<>();
    for (String file :
        List.of("app.js", "icon.svg", "index.html", "install.js", "page.css", "theme.js")) {
      own.add(base(Access.HTTP) + file);
    }
    asked.add(base(Access.HTTP) + "icon.svg");
    assertEquals(own, asked);
  }

  @ParameterizedTest
  @EnumSource
  void theConsoleStaysEmpty(Access access) {
    List<String> console = new ArrayList<>();
    page().onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
    open(access);
    for (String name : List.of("Train (BPTT)", "Random search")) {
      button(name).click();
      frames(10);
      button(name).click();
    }
    choose("Sine");
    choose("Activation function", "sigmoid");
    button("Step forward").click();
    button("New weights").click();
    named(AriaRole.BUTTON, "Theme: auto").click();
    settle();
    assertEquals(List.of(), console);
  }
}
