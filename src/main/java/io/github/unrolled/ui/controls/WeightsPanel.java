package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.WeightBlocks;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Panel;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.RecurrenceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The parameters: for a single Elman unit, five numbers to drag or type and the meaning of the
 * hidden weight; for a larger network, its matrices.
 */
public final class WeightsPanel implements View {
  private static final RecurrenceWords WORDS = new RecurrenceWords(Text.NUMBERS);

  private final Consumer<Event> dispatch;
  private final HTMLElement root;
  private final HTMLElement scalars = Dom.element("div", "scalars");
  private final List<WeightRow> rows = new ArrayList<>();
  private final HTMLElement memory = Dom.element("p", "hint memory");
  private final HTMLElement count = Dom.element("span", "panel-note");
  private @Nullable WeightMatrices matrices;
  private @Nullable NetworkShape shape;

  public WeightsPanel(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    for (ScalarParameter parameter : ScalarParameter.values()) {
      WeightRow row = new WeightRow(parameter, dispatch);
      rows.add(row);
      scalars.appendChild(row.root());
    }
    scalars.appendChild(memory);
    root = Panel.of("weights", "Weights", scalars);
    ((HTMLElement) root.getFirstChild()).appendChild(count);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void close() {
    if (matrices != null) {
      matrices.close();
    }
  }

  @Override
  public void render(State state, Palette palette) {
    NetworkShape next = state.experiment().shape();
    Dom.setHidden(scalars, !next.isScalar());
    Dom.setText(
        count, " " + Text.NUMBERS.count(state.snapshot().parameters().size()) + " parameters");
    if (!next.equals(shape)) {
      replaceMatrices(next);
      shape = next;
    }
    if (matrices != null) {
      matrices.render(state, palette);
      return;
    }
    for (WeightRow row : rows) {
      row.render(state);
    }
    Formula.write(memory, WORDS.ofUnit(state));
  }

  private void replaceMatrices(NetworkShape next) {
    NetworkShape before = shape;
    boolean sameSizes =
        before != null && before.cell() == next.cell() && before.hiddenSize() == next.hiddenSize();
    int selected = new WeightBlocks(next).index(0, 0, 1);
    WeightMatrices last = matrices;
    if (last != null) {
      selected = sameSizes ? last.selected() : selected;
      last.close();
      root.removeChild(last.root());
      matrices = null;
    }
    if (!next.isScalar()) {
      WeightMatrices made = new WeightMatrices(next, selected, dispatch);
      matrices = made;
      root.appendChild(made.root());
    }
  }
}
