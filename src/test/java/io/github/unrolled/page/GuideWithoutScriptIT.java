package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.github.unrolled.browser.Access;
import org.junit.jupiter.api.Test;

/** Without JavaScript everything that can be read is there. */
class GuideWithoutScriptIT extends PlaygroundTest {
  @Override
  protected Browser.NewContextOptions ownContext() {
    return options().setJavaScriptEnabled(false);
  }

  @Test
  void theArticleIsReadable() {
    open(Access.FILE);
    assertThat(page().getByText("so it needs JavaScript")).isVisible();
    assertThat(page().locator("math").first()).isVisible();
    Locator headings =
        page()
            .locator("rnn-playground")
            .getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(2));
    for (Locator heading : headings.all()) {
      assertThat(heading).isVisible();
    }
    assertThat(headings.filter(new Locator.FilterOptions().setHasText("Why training stalls")))
        .hasCount(1);
    // Controls that would do nothing are hidden.
    assertThat(page().locator("button.theme")).isHidden();
  }

  @Test
  void theExamplePostIsReadable() {
    open(Access.FILE, "example-post.html");
    assertThat(page().locator("[data-claim=post-grow]")).isVisible();
    assertThat(page().locator("pre").nth(2)).isVisible();
    for (Locator instead : page().locator("rnn-playground noscript").all()) {
      assertThat(instead).isVisible();
    }
  }

  @Test
  void theFrameSaysWhereToRead() {
    open(Access.FILE, "embed.html");
    assertThat(page().locator("noscript a")).isVisible();
  }
}
