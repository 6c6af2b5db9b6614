package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.WeightBlocks;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellNames;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.plot.MatrixLayout;
import io.github.unrolled.plot.SignedColor;
import io.github.unrolled.plot.WideningRange;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.ColorBar;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The parameters of a network of one shape: a heat map for each gate and one for the output, all in
 * one colour scale, with a read-out of the cell that is pointed at and an editor of the one that is
 * selected.
 */
final class WeightMatrices implements View {
  /** End of the colours at least, so that weights next to zero do not look large. */
  private static final double LEAST_SCALE = 0.1;

  private static final double WIDEST_SCALE = 1e300;

  private final NetworkShape shape;
  private final WeightBlocks blocks;
  private final ParameterNames names;
  private final List<WeightMap> maps = new ArrayList<>();
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final HTMLElement grid = Dom.element("div", "maps");
  private final HTMLElement low = Dom.element("span", "");
  private final HTMLElement below = Dom.element("span", "color-bar");
  private final HTMLElement above = Dom.element("span", "color-bar");
  private final HTMLElement high = Dom.element("span", "");
  private final HTMLElement marks = Dom.element("span", "");
  private final HTMLElement pointedValue = Dom.element("b", "");
  private final HTMLElement pointedWords = Dom.element("span", "");
  private final WeightEditor editor;
  private final DataTable table;
  private final HTMLElement root;
  private final Browser.Observer sizeObserver;
  private final WideningRange scale = new WideningRange(LEAST_SCALE, WIDEST_SCALE);

  private @Nullable State state;
  private @Nullable Palette palette;
  private @Nullable SignedColor colors;
  private @Nullable MatrixLayout layout;
  private int selected;
  private double drawnRatio;

  /**
   * Makes the view.
   *
   * @param selected index of the parameter to be edited
   */
  WeightMatrices(NetworkShape shape, int selected, Consumer<Event> dispatch) {
    this.shape = shape;
    this.selected = selected;
    blocks = new WeightBlocks(shape);
    names = new ParameterNames(shape);
    editor = new WeightEditor(dispatch, () -> maps.get(blocks.block(this.selected)).focus());
    for (int block = 0; block < blocks.count(); block++) {
      WeightMap map =
          new WeightMap(blocks, block, shape, names, dispatch, this::select, editor::takeFocus);
      maps.add(map);
      String title = title(block);
      map.root().setAttribute("aria-label", "Weights of the " + title);
      String className = blocks.isOutput(block) ? "map-block of-output" : "map-block";
      HTMLElement heading = Dom.text("p", "map-title", title);
      grid.appendChild(Dom.element("div", className, heading, map.root()));
    }
    table = new DataTable("Weights", headers(), this::rows);
    HTMLElement zero = Dom.text("span", "", "0");
    HTMLElement note = Dom.element("p", "hint");
    Formula.write(
        note,
        shape.cell() == CellType.ELMAN
            ? "Input weights W_ih, hidden weights W_hh, biases: a row for each unit they lead to."
            : "Input weights W_i, hidden weights W_h, biases: a map for each gate.");
    root =
        Dom.element(
            "div",
            "matrices",
            summary,
            note,
            grid,
            Dom.element("p", "map-legend", low, below, zero, above, high, marks),
            Dom.element("p", "map-readout", pointedValue, pointedWords),
            editor.root(),
            table.root());
    sizeObserver = Browser.observeSize(root, this::lay);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void close() {
    sizeObserver.disconnect();
  }

  /** Index of the parameter that is being edited. */
  int selected() {
    return selected;
  }

  private String title(int block) {
    return blocks.isOutput(block)
        ? "output y"
        : CellNames.of(shape.cell(), shape.cell() == CellType.ELMAN ? 0 : block + 1);
  }

  @Override
  public void render(State next, Palette nextPalette) {
    State last = state;
    state = next;
    Numbers parameters = next.snapshot().parameters();
    boolean changed = last == null || last.snapshot().parameters() != parameters;
    boolean newColors = nextPalette != palette;
    if (newColors) {
      palette = nextPalette;
      colors =
          new SignedColor(
              nextPalette.negative(),
              nextPalette.neutral(),
              nextPalette.positive(),
              nextPalette.ink());
    }
    if (last == null || last.run().number() != next.run().number()) {
      scale.reset();
    }
    double before = scale.end();
    for (int i = 0; i < parameters.size() && changed; i++) {
      scale.include(parameters.get(i));
    }
    boolean all = newColors || before != scale.end() || drawnRatio != Browser.pixelRatio();
    if (changed || all) {
      draw(all);
    }
    if (changed || last == null || last.pointed().parameter() != next.pointed().parameter()) {
      point(next.pointed().parameter());
    }
    editor.render(next, selected, names);
    boolean busy = next.isRunning();
    table.frame(changed, busy);
    if (!busy) {
      describe(parameters);
    }
  }

  private void describe(Numbers parameters) {
    int least = 0;
    int most = 0;
    for (int i = 0; i < parameters.size(); i++) {
      least = parameters.get(i) < parameters.get(least) ? i : least;
      most = parameters.get(i) > parameters.get(most) ? i : most;
    }
    Dom.setText(
        summary,
        parameters.size()
            + " weights and biases as heat maps with a colour scale from \u2212"
            + ColorBar.end(scale.end())
            + " to "
            + ColorBar.end(scale.end())
            + ". The least is "
            + equation(least, parameters)
            + ", the greatest "
            + equation(most, parameters)
            + ".");
    for (WeightMap map : maps) {
      map.name();
    }
  }

  private String equation(int index, Numbers parameters) {
    return names.symbol(index) + " = " + Text.NUMBERS.significant(parameters.get(index));
  }

  private void point(int index) {
    State shown = state;
    for (WeightMap map : maps) {
      map.point(index);
    }
    if (index >= 0 && shown != null) {
      Formula.write(pointedValue, equation(index, shown.snapshot().parameters()));
      Dom.setText(pointedWords, " " + names.words(index));
    } else {
      Dom.setText(pointedValue, "");
      Dom.setText(
          pointedWords,
          "Point at a cell to read it. Arrow keys walk, Enter or a digit changes its number.");
    }
  }

  private void select(int index) {
    selected = index;
    State shown = state;
    for (WeightMap map : maps) {
      map.show(index);
    }
    if (shown != null) {
      editor.render(shown, index, names);
    }
  }

  private void lay() {
    int width = grid.getClientWidth();
    if (width > 0) {
      int gates = shape.cell().gateCount();
      layout = MatrixLayout.of(width, shape.hiddenSize(), gates, blocks.biasColumns());
      Browser.setStyle(grid, "--per-row", layout.perRow() + "");
      draw(true);
    }
  }

  private void draw(boolean all) {
    State shown = state;
    MatrixLayout place = layout;
    SignedColor tones = colors;
    Palette theme = palette;
    if (shown == null || place == null || tones == null || theme == null) {
      return;
    }
    for (WeightMap map : maps) {
      map.draw(place, shown.snapshot().parameters(), scale.end(), tones, theme, all);
    }
    if (all) {
      drawnRatio = Browser.pixelRatio();
      String end = ColorBar.end(scale.end());
      Dom.setText(low, "\u2212" + end);
      Dom.setText(high, end);
      ColorBar.fill(below, tones, -1);
      ColorBar.fill(above, tones, 0);
      String dash = place.hasMarks() && !place.hasNumbers() ? "dash: negative" : "";
      String hatch = shape.memory() ? "" : "slash: " + WeightRow.HELD;
      Dom.setText(marks, dash + (dash.isEmpty() || hatch.isEmpty() ? "" : ", ") + hatch);
      select(selected);
      point(shown.pointed().parameter());
    }
  }

  private String[] headers() {
    List<String> headers = new ArrayList<>(List.of("To", "from x", "bias"));
    if (blocks.biasColumns() > 1) {
      headers.add("b_hn");
    }
    for (int unit = 1; unit <= shape.hiddenSize(); unit++) {
      headers.add("from " + unit);
    }
    return headers.toArray(new String[0]);
  }

  private List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    for (int block = 0; block < blocks.count(); block++) {
      for (int row = 0; row < blocks.rows(block); row++) {
        List<String> texts = new ArrayList<>();
        texts.add(blocks.isOutput(block) ? title(block) : title(block) + ", " + (row + 1));
        texts.add(text(block, row, WeightBlocks.INPUT));
        for (int i = 0; i < blocks.biasColumns(); i++) {
          texts.add(text(block, row, blocks.bias() + i));
        }
        for (int unit = 1; unit <= shape.hiddenSize(); unit++) {
          texts.add(text(block, row, unit));
        }
        rows.add(texts.toArray(new String[0]));
      }
    }
    return rows;
  }

  private String text(int block, int row, int column) {
    State shown = state;
    if (shown == null || column < blocks.firstColumn(block) || column > blocks.lastColumn(block)) {
      return "";
    }
    int index = blocks.index(block, row, column);
    return Text.NUMBERS.significant(shown.snapshot().parameters().get(index));
  }
}
