package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.task.Problem;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Panel;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.teavm.jso.dom.html.HTMLElement;

/** The table of the steps done so far, each with its expected and its actual output. */
public final class HistoryView implements View {
  private static final String[] HEADINGS = {
    "Step", "Input x_t", "Expected next", "Actual output y_t", "Error", "Expected Δ", "Actual Δ"
  };
  private static final String NONE = "–";

  /** Milliseconds between updates in training: many rows are much work for the browser. */
  private static final double PERIOD_MS = 100;

  private final Consumer<Event> dispatch;
  private final HTMLElement body = Dom.element("tbody", "");
  private final HTMLElement empty =
      Dom.text("p", "hint", "No step yet: Step forward adds a row for each step.");
  private final HTMLElement scroller;
  private final HTMLElement expectedHeading;
  private final HTMLElement root;
  private final List<HTMLElement> rows = new ArrayList<>();
  private final Paced filling = new Paced(PERIOD_MS, this::fillAll);
  private final Seen seen = new Seen();
  private DoubleFunction<String> inputFormat = Text.NUMBERS::significant;
  private int shownPointed;

  public HistoryView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    HTMLElement head = Dom.element("tr", "");
    for (String heading : HEADINGS) {
      HTMLElement cell = Dom.element("th", "");
      Formula.write(cell, heading);
      cell.setAttribute("scope", "col");
      head.appendChild(cell);
    }
    HTMLElement table = Dom.element("table", "", Dom.element("thead", "", head), body);
    table.setAttribute("aria-label", "Sequence processing history");
    scroller = Dom.element("div", "table-scroll", table, empty);
    scroller.setAttribute("role", "group");
    scroller.setAttribute("aria-label", "History, scrollable");
    scroller.setTabIndex(0);
    expectedHeading = (HTMLElement) head.getChildren().item(2);
    root =
        Panel.of(
            "history",
            "Sequence processing history",
            scroller,
            Dom.text("p", "caption", "Δ is the change from the step before."));
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State next, Palette palette) {
    int cursor = next.experiment().cursor();
    seen.take(next, palette);
    if (seen.isNew(State::problem)) {
      inputFormat = Text.NUMBERS.forSeries(next.problem().inputs().toArray());
      Formula.write(expectedHeading, next.problem().predictsInput() ? HEADINGS[2] : "Expected");
    }
    if (cursor != rows.size()) {
      int before = rows.size();
      resize(cursor);
      for (int t = before; t < cursor; t++) {
        fill(rows.get(t), t, next);
      }
      Dom.setHidden(empty, cursor > 0);
      scroller.setScrollTop(scroller.getScrollHeight());
    }
    filling.frame(seen.isNew(State::snapshot), next.isRunning());
    mark(shownPointed, false);
    mark(next.pointed().step(), true);
    shownPointed = next.pointed().step();
  }

  private void fillAll() {
    State current = seen.state();
    for (int t = 0; current != null && t < rows.size(); t++) {
      fill(rows.get(t), t, current);
    }
  }

  private void resize(int count) {
    while (rows.size() > count) {
      if (rows.size() == shownPointed) {
        // The pointer never leaves a row that is removed under it.
        dispatch.accept(new Command.StepPointedAt(0));
      }
      body.removeChild(rows.remove(rows.size() - 1));
    }
    while (rows.size() < count) {
      HTMLElement row = row(rows.size() + 1);
      rows.add(row);
      body.appendChild(row);
    }
    for (int i = 0; i < rows.size(); i++) {
      Dom.toggleClass(rows.get(i), "current", i == rows.size() - 1);
    }
  }

  private HTMLElement row(int step) {
    HTMLElement row = Dom.element("tr", "");
    HTMLElement first = Dom.element("th", "");
    first.setAttribute("scope", "row");
    row.appendChild(first);
    for (int i = 1; i < HEADINGS.length; i++) {
      row.appendChild(Dom.element("td", ""));
    }
    Dom.on(row, "pointerenter", event -> dispatch.accept(new Command.StepPointedAt(step)));
    Dom.on(row, "pointerleave", event -> dispatch.accept(new Command.StepPointedAt(0)));
    Dom.on(row, "click", event -> dispatch.accept(new Change.StepChosen(step)));
    return row;
  }

  private void fill(HTMLElement row, int t, State state) {
    Problem problem = state.problem();
    Pass pass = state.snapshot().pass();
    double expected = problem.targets().get(t);
    double actual = pass.output(t);
    cell(row, 0, Text.NUMBERS.integer(t + 1), "");
    number(row, 1, inputFormat.apply(problem.inputs().get(t)), problem.inputs().get(t));
    number(row, 2, inputFormat.apply(expected), expected);
    number(row, 3, actual);
    number(row, 4, actual - expected);
    if (t == 0) {
      cell(row, 5, NONE, "");
      cell(row, 6, NONE, "");
    } else {
      double before = problem.targets().get(t - 1);
      number(row, 5, inputFormat.apply(expected - before), expected - before);
      number(row, 6, actual - pass.output(t - 1));
    }
  }

  private static void number(HTMLElement row, int column, double value) {
    number(row, column, Text.NUMBERS.significant(value), value);
  }

  private static void number(HTMLElement row, int column, String text, double value) {
    cell(row, column, text, Text.NUMBERS.full(value));
  }

  private static void cell(HTMLElement row, int column, String text, String full) {
    HTMLElement cell = (HTMLElement) row.getChildren().item(column);
    Dom.setText(cell, text);
    Dom.setTitle(cell, full);
  }

  private void mark(int step, boolean on) {
    if (step > 0 && step <= rows.size()) {
      Dom.toggleClass(rows.get(step - 1), "pointed", on);
    }
  }
}
