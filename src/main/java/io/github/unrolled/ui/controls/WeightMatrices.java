package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.WeightBlocks;
import io.github.unrolled.math.Numbers;
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
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.ParameterWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The parameters of a network of one shape: a heat map for each gate and one for the output, all on
 * one colour scale, with a read-out of the cell pointed at and an editor of the selected cell.
 */
final class WeightMatrices implements View {
  /** Least end of the colour scale, so that weights near zero do not look large. */
  private static final double LEAST_SCALE = 0.1;

  private static final double WIDEST_SCALE = 1e300;

  private final NetworkShape shape;
  private final WeightBlocks blocks;
  private final ParameterNames names;
  private final WeightsWords words;
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

  private final Seen seen = new Seen();
  private @Nullable SignedColor colors;
  private @Nullable MatrixLayout layout;
  private int selected;
  private double drawnRatio;

  /**
   * Makes the view.
   *
   * @param selected index of the parameter to edit
   */
  WeightMatrices(NetworkShape shape, int selected, Consumer<Event> dispatch) {
    this.shape = shape;
    this.selected = selected;
    blocks = new WeightBlocks(shape);
    names = new ParameterNames(shape);
    words = new WeightsWords(blocks, names, shape, Text.NUMBERS);
    editor = new WeightEditor(dispatch, () -> maps.get(blocks.block(this.selected)).focus());
    for (int block = 0; block < blocks.count(); block++) {
      WeightMap map =
          new WeightMap(blocks, block, shape, names, dispatch, this::select, editor::takeFocus);
      maps.add(map);
      String title = words.title(block);
      map.root().setAttribute("aria-label", "Weights of the " + title);
      String className = blocks.isOutput(block) ? "map-block of-output" : "map-block";
      HTMLElement heading = Dom.text("p", "map-title", title);
      grid.appendChild(Dom.element("div", className, heading, map.root()));
    }
    table = new DataTable("Weights", words.headers(), this::rows);
    HTMLElement zero = Dom.text("span", "", "0");
    HTMLElement note = Dom.element("p", "hint");
    Formula.write(note, words.note());
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

  /** Index of the parameter being edited. */
  int selected() {
    return selected;
  }

  @Override
  public void render(State next, Palette palette) {
    seen.take(next, palette);
    Numbers parameters = next.snapshot().parameters();
    boolean newRun = seen.isNew(state -> state.run().number());
    boolean changed = newRun || seen.isNew(state -> state.snapshot().parameters());
    if (seen.hasNewColors()) {
      colors =
          new SignedColor(palette.negative(), palette.neutral(), palette.positive(), palette.ink());
    }
    if (newRun) {
      scale.reset();
    }
    double before = scale.end();
    if (changed) {
      for (int i = 0; i < parameters.size(); i++) {
        scale.include(parameters.get(i));
      }
      scale.settle();
    }
    boolean all =
        seen.hasNewColors() || before != scale.end() || drawnRatio != Browser.pixelRatio();
    if (changed || all) {
      draw(all);
    }
    if (changed || seen.isNew(state -> state.pointed().parameter())) {
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
    Dom.setText(summary, words.summary(parameters, ColorBar.end(scale.end())));
    for (WeightMap map : maps) {
      map.name();
    }
  }

  private void point(int index) {
    State shown = seen.state();
    for (WeightMap map : maps) {
      map.point(index);
    }
    if (index >= 0 && shown != null) {
      Formula.write(pointedValue, words.equation(index, shown.snapshot().parameters()));
      Dom.setText(pointedWords, " " + names.words(index));
    } else {
      Dom.setText(pointedValue, "");
      Dom.setText(
          pointedWords,
          "Point at or tap a cell to read it. Arrow keys walk, Enter or a digit changes its number.");
    }
  }

  private void select(int index) {
    selected = index;
    State shown = seen.state();
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
    State shown = seen.state();
    MatrixLayout place = layout;
    SignedColor tones = colors;
    Palette theme = seen.colors();
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
      String hatch = shape.memory() ? "" : "slash: " + ParameterWords.HELD;
      Dom.setText(marks, dash + (dash.isEmpty() || hatch.isEmpty() ? "" : ", ") + hatch);
      select(selected);
      point(shown.pointed().parameter());
    }
  }

  private List<String[]> rows() {
    State shown = seen.state();
    return shown == null ? List.of() : words.rows(shown.snapshot().parameters());
  }
}
