package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.github.unrolled.browser.Access;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an action leads to can be heard, and nothing that no longer holds. */
class AnnouncementsIT extends PlaygroundTest {
  /** Notes what the live region says, and when; and when a slider was moved last. */
  private static final String LISTEN =
      """
      region => {
        window.said = [];
        window.movedAt = 0;
        new MutationObserver(() => said.push([performance.now(), region.textContent]))
            .observe(region, {childList: true, subtree: true, characterData: true});
        addEventListener('input', () => { movedAt = performance.now(); }, true);
      }
      """;

  private Locator region() {
    return page().locator("#playground div.visually-hidden[aria-live=polite]");
  }

  private List<?> texts() {
    return (List<?>) page().evaluate("said.map(entry => entry[1]).filter(text => text)");
  }

  @Test
  void theNewLossIsSaidOnceTheHandRests() {
    open(Access.FILE);
    region().evaluate(LISTEN);
    Locator weight = slider("Hidden weight");
    for (int i = 0; i < 12; i++) {
      weight.press("ArrowRight");
      page().waitForTimeout(100);
    }
    String expected = "Hidden weight 0.620, loss " + readout("Loss").innerText();
    assertThat(region()).hasText(expected);
    assertEquals(List.of(expected), texts(), "once, not for each key");
    double wait = ((Number) page().evaluate("said.at(-1)[0] - movedAt")).doubleValue();
    assertTrue(wait >= 690, "after " + wait + " ms");
  }

  @Test
  void aSliderThatStartsAnewAtEachStepIsSaidOnce() {
    open(Access.FILE);
    region().evaluate(LISTEN);
    for (int i = 0; i < 6; i++) {
      slider("Hidden units").press("ArrowRight");
    }
    String expected = "New run: epoch 0, loss " + readout("Loss").innerText();
    assertThat(region()).hasText(expected);
    assertEquals(List.of(expected), texts());
  }

  @Test
  void whatNoLongerHoldsIsNotLeftThere() {
    open(Access.FILE);
    button("Train (BPTT)").click();
    assertThat(region()).hasText("Training");
    button("Train (BPTT)").click();
    assertThat(region()).hasText(Pattern.compile("Training paused at epoch .*, loss .*"));
    slider("Hidden weight").press("ArrowLeft");
    assertThat(region()).hasText("");
    assertThat(region()).hasText(Pattern.compile("Hidden weight .*, loss .*"));
    button("Undo").click();
    assertThat(region()).hasText("");
    assertThat(region()).hasText(Pattern.compile("Hidden weight .*, loss .*"));
    button("Step forward").click();
    assertThat(region()).hasText(Pattern.compile("Step 1 of 8: .*"));
    slider("Output weight").press("ArrowLeft");
    assertThat(region()).hasText("");
  }

  @Test
  void whileTrainingRunsOnlyThatIsSaid() {
    open(Access.FILE);
    region().evaluate(LISTEN);
    button("Train (BPTT)").click();
    slider("Hidden weight").press("ArrowRight");
    page().waitForTimeout(1200);
    assertEquals(List.of("Training"), texts());
    button("Train (BPTT)").click();
    assertThat(region()).hasText(Pattern.compile("Training paused at .*"));
  }

  @Test
  void theLossCanBeAskedForAtEachWeight() {
    open(Access.FILE);
    assertThat(slider("Hidden weight")).hasAccessibleDescription("Loss 0.268");
    slider("Output bias").press("Home");
    assertThat(slider("Output bias"))
        .hasAccessibleDescription("Loss " + readout("Loss").innerText());
    slider("Hidden units").press("ArrowRight");
    assertThat(slider("Selected weight"))
        .hasAccessibleDescription("Loss " + readout("Loss").innerText());
    button("Train (BPTT)").click();
    page().waitForTimeout(1500);
    button("Train (BPTT)").click();
    assertThat(slider("Selected weight"))
        .hasAccessibleDescription("Loss " + readout("Loss").innerText());
  }
}
