package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.unrolled.browser.Access;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A step that is pointed at in one view is marked in all. */
class PointingIT extends PlaygroundTest {
  private static final int STEP = 3;

  /** Where a time step can be pointed at. */
  private enum Place {
    UNROLLED,
    PREDICTION,
    HISTORY,
    SEQUENCE
  }

  @BeforeEach
  void openPageWithFiveStepsDone() {
    open(Access.FILE);
    tab("Task").click();
    for (int step = 0; step < 5; step++) {
      button("Step forward").click();
    }
    assertThat(historyRows()).hasCount(5);
  }

  private Locator column() {
    return named(AriaRole.GROUP, "Time steps").getByRole(AriaRole.BUTTON).nth(STEP - 1);
  }

  private Locator row() {
    return historyRows().nth(STEP - 1);
  }

  private Locator value() {
    return page().getByLabel(Pattern.compile("^Values")).getByRole(AriaRole.LISTITEM).nth(STEP - 1);
  }

  private Locator chart() {
    return figure("Prediction").locator("canvas").first();
  }

  /** Where the chart shows the step: between its axis on the left and its right end. */
  private void hoverChart() {
    chart().scrollIntoViewIfNeeded();
    BoundingBox box = chart().boundingBox();
    double left = box.x + 40;
    double width = box.x + box.width - 6 - left;
    page().mouse().move(left + width * (STEP - 0.5) / 8, box.y + box.height / 2);
  }

  @ParameterizedTest
  @EnumSource
  void aStepPointedAtInOneViewIsMarkedInAll(Place place) {
    Locator quiet = named(AriaRole.HEADING, "Unrolled");
    switch (place) {
      case UNROLLED -> column().hover();
      case PREDICTION -> hoverChart();
      case HISTORY -> row().locator("td").first().hover();
      case SEQUENCE -> value().hover();
    }
    assertThat(figure("Prediction")).containsText("t = 3");
    assertThat(figure("Unrolled network")).containsText("step 3 of 8");
    assertThat(named(AriaRole.GROUP, "Equation of the step")).containsText("h3");
    assertMarked(row().locator("td").first(), true);
    assertMarked(value(), true);
    assertThat(readout("Step")).hasText("5 / 8");
    quiet.hover();
    assertThat(figure("Prediction")).containsText("t = 5");
    assertThat(figure("Unrolled network")).containsText("step 5 of 8");
    assertThat(named(AriaRole.GROUP, "Equation of the step")).containsText("h5");
    assertMarked(row().locator("td").first(), false);
    assertMarked(value(), false);
  }

  private static void assertMarked(Locator element, boolean marked) {
    Pattern none = Pattern.compile("rgba\\(0, 0, 0, 0\\)");
    if (marked) {
      assertThat(element).not().hasCSS("background-color", none);
    } else {
      assertThat(element).hasCSS("background-color", none);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"UNROLLED", "PREDICTION", "HISTORY"})
  void aClickMovesTheCursor(Place place) {
    switch (place) {
      case UNROLLED -> column().click();
      case PREDICTION -> {
        hoverChart();
        page().mouse().down();
        page().mouse().up();
      }
      case HISTORY -> row().locator("td").first().click();
      default -> throw new IllegalArgumentException("place: " + place);
    }
    assertThat(readout("Step")).hasText("3 / 8");
    assertThat(historyRows()).hasCount(3);
  }

  private Locator symbol(String text) {
    return named(AriaRole.GROUP, "Equation of the step")
        .locator("msub")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + text + "\\s*$")));
  }

  private Locator rowOf(String weight) {
    return slider(weight).locator("xpath=..");
  }

  @Test
  void aWeightPointedAtIsMarkedInTheEquation() {
    rowOf("Hidden weight").hover();
    assertMarked(symbol("W\\s*hidden"), true);
    assertMarked(symbol("W\\s*input"), false);
    rowOf("Output bias").hover();
    assertMarked(symbol("W\\s*hidden"), false);
    assertMarked(symbol("b\\s*output"), true);
  }

  @Test
  void aWeightWithTheFocusIsMarkedInTheEquation() {
    field("Input weight value").focus();
    assertMarked(symbol("W\\s*input"), true);
    button("Reset").focus();
    assertMarked(symbol("W\\s*input"), false);
  }

  @Test
  void aSymbolPointedAtIsMarkedAmongTheWeights() {
    symbol("W\\s*output").hover();
    assertMarked(rowOf("Output weight"), true);
    assertMarked(rowOf("Hidden weight"), false);
    named(AriaRole.HEADING, "Unrolled").hover();
    assertMarked(rowOf("Output weight"), false);
  }

  @Test
  void pointingChangesNothing() {
    double loss = exact("Loss");
    column().hover();
    rowOf("Hidden weight").hover();
    settle();
    assertEquals(loss, exact("Loss"));
    assertEquals(0, epoch());
  }
}
