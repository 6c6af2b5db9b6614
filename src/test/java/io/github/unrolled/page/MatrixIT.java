package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Position;
import io.github.unrolled.browser.Access;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.experiment.StartWeights;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The weights of larger networks: heat maps whose cells are pointed at, read and edited. */
class MatrixIT extends PlaygroundTest {
  private void open(String cell, int units) {
    open(Access.FILE);
    set("cell", cell);
    set("hidden-units", units + "");
    settle();
  }

  private Locator grid(String of) {
    return named(AriaRole.GRID, "Weights of the " + of);
  }

  /** The only cell of a grid that is in the document. */
  private Locator cell(String of) {
    return grid(of).getByRole(AriaRole.GRIDCELL);
  }

  private Locator panel() {
    return inSight(page().locator(".weights"));
  }

  private Locator readout() {
    return panel().locator(".map-readout");
  }

  private Locator editor() {
    return panel().locator(".weight-editor");
  }

  private Locator value() {
    return field("Selected weight value");
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.2e", value));
  }

  @ParameterizedTest
  @EnumSource
  void theTableHasTheParametersInTheOrderOfPyTorch(CellType cell) {
    int units = 3;
    open(cell.attribute(), units);
    panel().locator("summary").click();
    NetworkShape shape = new NetworkShape(cell, units, Activation.TANH, true);
    Numbers flat = Start.of(StartWeights.SEEDED, 1, shape).parameters();
    int gates = cell.gateCount();
    Locator lines = named(AriaRole.TABLE, "Weights").locator("tbody tr");
    assertThat(lines).hasCount(gates * units + 1);
    List<Locator> rows = lines.all();
    int biases = cell == CellType.GRU ? 2 : 1;
    for (int row = 0; row < gates * units; row++) {
      List<String> texts = rows.get(row).locator("td").allInnerTexts();
      assertEquals(rounded(flat.get(row)), number(texts.get(0)));
      int bias = gates * units * (1 + units);
      assertEquals(rounded(flat.get(bias + row)), number(texts.get(1)));
      for (int unit = 0; unit < units; unit++) {
        double weight = flat.get(gates * units + row * units + unit);
        assertEquals(rounded(weight), number(texts.get(1 + biases + unit)));
      }
      if (biases == 2 && row >= 2 * units) {
        double second = flat.get(bias + gates * units + row - 2 * units);
        assertEquals(rounded(second), number(texts.get(2)));
      }
    }
    List<String> output = rows.get(rows.size() - 1).locator("td").allInnerTexts();
    assertEquals(rounded(flat.get(flat.size() - 1)), number(output.get(1)));
    for (int unit = 0; unit < units; unit++) {
      double weight = flat.get(flat.size() - 1 - units + unit);
      assertEquals(rounded(weight), number(output.get(1 + biases + unit)));
    }
  }

  @Test
  void aNumberTypedIntoACellIsThatOfTheNetwork() {
    open("gru", 4);
    final double loss = exact("Loss");
    cell("update gate z").focus();
    page().keyboard().press("ArrowRight");
    page().keyboard().press("ArrowDown");
    assertThat(editor()).containsText("Whz[2, 1] hidden weight, update gate z, from unit 1");
    page().keyboard().press("Enter");
    assertThat(value()).isFocused();
    page().keyboard().type("-2.5");
    page().keyboard().press("Enter");
    assertEquals(-2.5, number(value().getAttribute("title")));
    assertNotEquals(loss, exact("Loss"));
    page().keyboard().press("Escape");
    assertThat(cell("update gate z")).isFocused();
    assertThat(cell("update gate z")).hasAccessibleName("W_hz, from unit 1 to unit 2: −2.50");
    page().keyboard().type("7");
    page().keyboard().press("Enter");
    assertThat(slider("Selected weight")).hasValue("7");
    assertThat(slider("Selected weight")).hasAttribute("max", "10");
    assertThat(panel()).containsText("−10");
  }

  @Test
  void aSliderDraggedMovesTheWeight() {
    open("elman", 2);
    final double loss = exact("Loss");
    slider("Selected weight").press("End");
    settle();
    assertThat(cell("hidden state h")).hasAccessibleName("W_hh, from unit 1 to unit 1: 3.00");
    assertNotEquals(loss, exact("Loss"));
  }

  @Test
  void keysWalkAmongTheCells() {
    open("lstm", 10);
    Locator cell = cell("forget gate f");
    cell.focus();
    assertThat(cell).hasAccessibleName(Pattern.compile("W_if, from the input to unit 1: .*"));
    page().keyboard().press("ArrowLeft");
    page().keyboard().press("ArrowUp");
    assertThat(cell).hasAttribute("aria-colindex", "1");
    page().keyboard().press("End");
    assertThat(cell).hasAccessibleName(Pattern.compile("b_f, of unit 1: .*"));
    assertThat(cell).hasAttribute("aria-colindex", "12");
    page().keyboard().press("PageDown");
    assertThat(cell.locator("xpath=..")).hasAttribute("aria-rowindex", "9");
    page().keyboard().press("PageDown");
    page().keyboard().press("ArrowLeft");
    assertThat(cell).isFocused();
    assertThat(cell).hasAccessibleName(Pattern.compile("W_hf, from unit 10 to unit 10: .*"));
    assertThat(grid("forget gate f")).hasAttribute("aria-rowcount", "10");
    assertThat(grid("forget gate f")).hasAttribute("aria-colcount", "12");
    page().keyboard().press("Control+Home");
    assertThat(cell).hasAccessibleName(Pattern.compile("W_if, from the input to unit 1: .*"));
    page().keyboard().press("Tab");
    assertThat(cell("candidate g")).isFocused();
    assertThat(cell("candidate g")).hasAttribute("aria-selected", "true");
    assertThat(cell("forget gate f")).hasAttribute("aria-selected", "false");
  }

  @Test
  void aCellPointedAtIsReadAndMarkedInEveryView() {
    open("elman", 2);
    Locator canvas = grid("hidden state h").locator("canvas");
    var box = canvas.boundingBox();
    double height = panel().boundingBox().height;
    canvas.hover(
        new Locator.HoverOptions().setPosition(new Position(0.6 * box.width, 0.8 * box.height)));
    assertThat(readout()).containsText("Whh[2, 2] = ");
    assertThat(readout()).containsText("hidden weight, from unit 2 to unit 2");
    assertThat(grid("hidden state h").locator(".map-mark")).isVisible();
    assertThat(editor()).containsText("Whh[1, 1]");
    assertEquals(height, panel().boundingBox().height);
    canvas.click(
        new Locator.ClickOptions().setPosition(new Position(0.6 * box.width, 0.8 * box.height)));
    assertThat(editor()).containsText("Whh[2, 2]");
    assertThat(cell("hidden state h")).isFocused();
    assertEquals(height, panel().boundingBox().height);
    button("Reset").focus();
    named(AriaRole.HEADING, "Unrolled").hover();
    assertThat(readout()).containsText("Point at or tap a cell");
    assertThat(grid("hidden state h").locator(".map-mark")).isHidden();
  }

  @ParameterizedTest
  @CsvSource({"elman, hidden state h, W_hh", "lstm, forget gate f, W_hf"})
  void withoutMemoryTheHeldWeightsCannotBeChanged(String type, String of, String array) {
    open(type, 3);
    cell(of).focus();
    page().keyboard().press("Control+Home");
    page().keyboard().press("ArrowRight");
    button("Memory off").press("Enter");
    assertThat(cell(of)).hasAccessibleName(array + ", from unit 1 to unit 1: 0.00");
    assertThat(editor()).containsText("held at zero: Memory off");
    assertThat(value()).isDisabled();
    assertThat(slider("Selected weight")).isDisabled();
    double height = editor().boundingBox().height;
    cell(of).focus();
    page().keyboard().press("Enter");
    assertThat(cell(of)).isFocused();
    page().keyboard().press("Home");
    assertThat(value()).isEnabled();
    assertEquals(height, editor().boundingBox().height, 0.5);
    assertThat(editor()).not().containsText("held at zero");
  }

  @Test
  void oneUnitKeepsItsFiveSliders() {
    open("elman", 1);
    for (String weight : WEIGHTS) {
      assertThat(slider(weight)).isVisible();
      assertThat(field(weight + " value")).isEnabled();
    }
    assertThat(slider("Selected weight")).isHidden();
    button("Memory off").click();
    assertThat(slider("Hidden weight")).isDisabled();
    assertThat(field("Hidden weight value")).isDisabled();
    assertThat(panel()).containsText("held at zero: Memory off");
    assertThat(slider("Input weight")).isEnabled();
    set("hidden-units", "2");
    assertThat(slider("Hidden weight")).isHidden();
    assertThat(slider("Selected weight")).isVisible();
    set("hidden-units", "1");
    button("Memory off").click();
    assertThat(slider("Hidden weight")).isEnabled();
  }

  /** Pixels of all maps, joined. */
  private String picture() {
    return (String)
        panel()
            .evaluate(
                "panel => [...panel.querySelectorAll('canvas')].map(c => c.toDataURL()).join()");
  }

  @Test
  void theMapsFollowTraining() {
    open("lstm", 32);
    String before = picture();
    page().locator("rnn-playground").evaluate("playground => playground.train(50)");
    settle();
    String after = picture();
    assertNotEquals(before, after);
    // Drawn cell by cell, the maps look as if drawn at once.
    page().setViewportSize(1000, 1000);
    page().setViewportSize(1440, 1000);
    settle();
    assertEquals(after, picture());
  }

  @ParameterizedTest
  @CsvSource({"elman, 2, 320", "gru, 8, 360", "lstm, 32, 320", "elman, 32, 768", "lstm, 1, 1440"})
  void theMapsFitAndBreakNoRule(String type, int units, int width) {
    page().setViewportSize(width, 900);
    open(type, units);
    Object wide = panel().evaluate("panel => panel.scrollWidth - panel.clientWidth");
    assertEquals(0, wide);
    double right = panel().boundingBox().x + panel().boundingBox().width;
    for (Locator canvas : panel().locator("canvas").all()) {
      assertTrue(canvas.boundingBox().x + canvas.boundingBox().width < right);
    }
    assertThat(panel()).containsText("weights and biases as heat maps");
    assertAccessible();
  }

  @Test
  void aLargerNetworkThatDivergesSaysWhere() {
    open("elman", 4);
    choose("Raw");
    choose("Activation function", "linear");
    choose("Gradient clipping", "Off");
    set("optimizer", "sgd");
    enter("Learning rate value", "1");
    button("Train (BPTT)").click();
    Locator report = page().getByText("Training stopped: it diverged.");
    assertThat(report).isVisible();
    assertThat(report)
        .containsText(Pattern.compile("Whh·hₜ₋₁|hidden state|output|squared|dL/dhₜ|\\[\\d"));
    assertThat(report).not().containsText("Winput");
    assertThat(page().getByText("Use tanh")).isVisible();
    set("cell", "gru");
    settle();
    assertThat(page().getByText("Use tanh")).isHidden();
  }

  @Test
  void whatExplodesKeepsItsColorsAndAReadableScale() {
    open("elman", 2);
    set("task", "sine");
    set("clipping", "off");
    set("optimizer", "sgd");
    set("learning-rate", "100");
    page().locator("rnn-playground").evaluate("playground => playground.train(1000)");
    settle();
    String legend = panel().locator(".map-legend").innerText();
    assertTrue(Pattern.compile("^−\\d\\.\\d\\de1\\d\\d\\s").matcher(legend).find(), legend);
    String bias = cell("hidden state h").getAttribute("aria-label");
    assertTrue(bias.matches(".* to unit 1: \\d.*e[1-9]\\d"), bias);
    // Large in itself, but next to nothing beside the output weights.
    Object color =
        grid("hidden state h")
            .evaluate(
                """
                map => {
                  const [left, top] = ['left', 'top'].map(side => parseInt(map.querySelector('.map-cell').style[side]));
                  return [...map.querySelector('canvas').getContext('2d').getImageData(left + 2, top + 2, 1, 1).data]
                      .slice(0, 3).map(part => part.toString(16).padStart(2, '0')).join('');
                }
                """);
    Object neutral =
        panel().evaluate("panel => getComputedStyle(panel).getPropertyValue('--neutral').trim()");
    assertEquals(neutral, "#" + color);
  }
}
