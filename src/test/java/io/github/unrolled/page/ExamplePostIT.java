package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.FrameLocator;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example post works as somebody's blog would, its three figures included. */
class ExamplePostIT extends PlaygroundTest {
  private Locator in(String id, AriaRole role, String name) {
    return page()
        .locator("#" + id)
        .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private FrameLocator frame() {
    page().locator("iframe").scrollIntoViewIfNeeded();
    return page().frameLocator("iframe");
  }

  @ParameterizedTest
  @EnumSource
  void itsThreeFiguresRun(Access access) {
    List<String> console = new ArrayList<>();
    page().onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
    open(access, "example-post.html");
    in("forgets", AriaRole.BUTTON, "Step forward").click();
    assertThat(in("forgets", AriaRole.STATUS, "Step")).hasText("1 / 12");
    assertThat(page().locator("#explodes figure:visible").first()).isVisible();
    Locator epoch =
        frame().getByRole(AriaRole.STATUS, new FrameLocator.GetByRoleOptions().setName("Epoch"));
    frame()
        .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("1 epoch"))
        .click();
    assertThat(epoch).hasText("1");
    page()
        .waitForCondition(
            () ->
                (Boolean)
                    page()
                        .locator("iframe")
                        .evaluate("frame => parseInt(frame.style.height) > 1000"));
    assertEquals(List.of(), console);
  }

  @Test
  void eachFigureShowsWhatTheTextSays() {
    open(Access.FILE, "example-post.html");
    assertThat(in("explodes", AriaRole.COMBOBOX, "Activation function")).hasValue("linear");
    assertThat(in("explodes", AriaRole.BUTTON, "Train (BPTT)")).hasCount(0);
    assertThat(in("forgets", AriaRole.BUTTON, "Train (BPTT)")).hasCount(1);
    assertThat(in("forgets", AriaRole.COMBOBOX, "Activation function")).hasCount(0);
    Locator map = in("explodes", AriaRole.FIGURE, "Hidden-state map");
    assertThat(map).containsText("h = 0.00 (unstable, slope 1.50)");
    in("explodes", AriaRole.COMBOBOX, "Activation function").selectOption("tanh");
    // Out of sight, the figure rests.
    map.scrollIntoViewIfNeeded();
    assertThat(map).containsText("h = 0.859 (stable");
    assertThat(
            frame().getByRole(AriaRole.RADIO, new FrameLocator.GetByRoleOptions().setName("Sine")))
        .isChecked();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 360", "DARK, 360"})
  void itBreaksNoAccessibilityRule(ColorScheme scheme, int width) {
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page().setViewportSize(width, 900);
    open(Access.HTTP, "example-post.html");
    assertThat(page().locator("#explodes figure:visible").first()).isVisible();
    assertAccessible();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1440})
  void itFitsTheScreen(int width) {
    page().setViewportSize(width, 800);
    open(Access.FILE, "example-post.html");
    frame().locator("rnn-playground").waitFor();
    settle();
    assertEquals(
        0, page().evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
  }

  @Test
  void thePageOfThePlaygroundLeadsToItAndBack() {
    open(Access.FILE);
    inSight(page().locator("a[href='example-post.html']")).click();
    assertThat(page())
        .hasTitle("What eleven steps do to a number: an example of embedding Unrolled");
    page().locator(".honest a").click();
    assertThat(named(AriaRole.HEADING, "Unrolled")).isVisible();
  }
}
