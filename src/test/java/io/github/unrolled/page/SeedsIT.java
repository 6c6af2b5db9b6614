package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.github.unrolled.browser.Access;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The experiment from many seeds: run, read, cancelled, and never shown for other settings. */
class SeedsIT extends PlaygroundTest {
  private static final Pattern WINS = Pattern.compile("In \\d+ of 20 runs BPTT is lower");

  @Test
  void manySeedsRunByMouseAndAreOnTheLossChart() {
    open(Access.FILE);
    button("Many seeds").click();
    Locator seeds = figure("Many seeds");
    seeds.scrollIntoViewIfNeeded();
    assertThat(seeds).containsText("Not run with these settings yet.");
    choose("Epochs of each run", "100");
    button("Run 20 seeds").click();
    assertThat(seeds)
        .containsText(WINS, new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    assertThat(seeds).containsText("Done: seeds 1 to 20, 100 epochs each.");
    assertThat(seeds.getByRole(AriaRole.ROW)).hasCount(7);
    assertThat(figure("Loss")).containsText("medians and middle 16 of 20 seeds");
    button("See the loss chart").press("Enter");
    assertThat(figure("Loss")).isFocused();
    assertThat(slider("Training timeline")).isInViewport();
    assertThat(figure("Loss")).containsText("Of 20 seeds the median after 100 epochs is");
    enter("Learning rate value", "0.02");
    seeds.scrollIntoViewIfNeeded();
    assertThat(seeds).containsText("Not run with these settings yet.");
    assertThat(figure("Loss")).not().containsText("Of 20 seeds");
  }

  @Test
  void theyAreCancelledByKeyboard() {
    open(Access.FILE);
    button("Many seeds").press("Enter");
    choose("Cell", "LSTM");
    choose("Epochs of each run", "3\u202f000");
    button("Run 20 seeds").press("Enter");
    assertThat(figure("Many seeds")).containsText("of 20: seeds 1 to 20");
    button("Cancel").press("Enter");
    assertThat(figure("Many seeds")).containsText("Not run with these settings yet.");
    assertThat(button("Cancel")).isFocused();
  }
}
