package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Data;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.task.Task;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Panel;
import io.github.unrolled.ui.kit.RadioGroup;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;
import org.teavm.jso.dom.xml.Node;

/** The controls of the network's data: the sequence, its length and its units. */
public final class DataPanel implements View {
  private final Consumer<Event> dispatch;
  private final HTMLElement root;
  private final RadioGroup<Task> tasks;
  private final TaskSettings settings;
  private final HTMLElement demand = Dom.element("p", "hint");
  private final HTMLElement values = Dom.element("ol", "sequence");
  private final OwnNumbersField own;
  private final Seen seen = new Seen();
  private int shownCount;

  /**
   * Makes the panel.
   *
   * @param experiments takes dropped files that contain an experiment
   */
  public DataPanel(Consumer<Event> dispatch, Consumer<Browser.LocalFile> experiments) {
    this.dispatch = dispatch;
    tasks =
        new RadioGroup<>(
            "Sequence",
            "tiles",
            List.of(Task.values()),
            Task::label,
            DataPanel::sparkline,
            task -> dispatch.accept(new Change.TaskChosen(task)));
    tasks.headFrom(Task.ECHO, "Memory tasks");
    settings = new TaskSettings(dispatch);
    own = new OwnNumbersField(dispatch, experiments);
    root = Panel.of("data", "Sequence", tasks.root(), own.root(), demand, values, settings.root());
  }

  /** Accepts files of own numbers dropped on an element. */
  public void takeDropsOn(HTMLElement target) {
    own.takeDropsOn(target);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    settings.render(state, palette);
    seen.take(state, palette);
    boolean newData = seen.isNew(next -> next.experiment().data()) || seen.isNew(State::problem);
    if (newData) {
      showData(state.experiment().data(), state);
    }
    if (newData
        || seen.isNew(next -> next.experiment().cursor())
        || seen.isNew(next -> next.pointed().step())) {
      markSteps(state.experiment().cursor(), state.pointed().step());
    }
  }

  private void showData(Data data, State state) {
    tasks.show(data.task());
    Dom.setText(demand, data.task().demand());
    own.show(data);
    showValues(state);
  }

  private void showValues(State state) {
    values.clear();
    values.setAttribute("aria-label", "Values in their own units; each is the input of its step");
    double[] raw = state.problem().rawInputs().toArray();
    Numbers targets = state.problem().rawTargets();
    DoubleFunction<String> format = Text.NUMBERS.forSeries(raw);
    shownCount = raw.length;
    for (int t = 0; t < raw.length; t++) {
      HTMLElement item = value(format.apply(raw[t]), t + 1);
      if (state.problem().units().normalizes()) {
        Dom.setTitle(
            item, "normalized " + Text.NUMBERS.significant(state.problem().inputs().get(t)));
      }
      values.appendChild(item);
    }
    if (!state.problem().predictsInput()) {
      return;
    }
    HTMLElement last =
        Dom.text("li", "target", "→ " + format.apply(targets.get(targets.size() - 1)));
    Dom.setTitle(last, "Expected after the last step");
    values.appendChild(last);
  }

  private HTMLElement value(String text, int step) {
    HTMLElement item = Dom.text("li", "", text);
    Dom.on(item, "pointerenter", event -> dispatch.accept(new Command.StepPointedAt(step)));
    Dom.on(item, "pointerleave", event -> dispatch.accept(new Command.StepPointedAt(0)));
    return item;
  }

  private void markSteps(int cursor, int pointed) {
    for (int i = 0; i < shownCount; i++) {
      HTMLElement item = (HTMLElement) values.getChildren().item(i);
      Dom.toggleClass(item, "current", i + 1 == cursor);
      if (i + 1 == cursor) {
        // Scrolls only this list, never the page.
        values.setScrollTop(
            item.getOffsetTop() - values.getOffsetTop() - values.getClientHeight() / 2);
      }
      Dom.toggleClass(item, "pointed", i + 1 == pointed);
    }
  }

  /** Draws a rule's first values as a tiny line. */
  private static Node sparkline(Task task) {
    double[] points = task.picture();
    double low = points[0];
    double high = points[0];
    for (double point : points) {
      low = Math.min(low, point);
      high = Math.max(high, point);
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      path.append(i == 0 ? "M" : "L")
          .append(Text.fixed(1 + 34.0 * i / (points.length - 1), 1))
          .append(' ')
          .append(Text.fixed(high == low ? 7 : 13 - 12 * (points[i] - low) / (high - low), 1));
    }
    Element line = Dom.svg("path", "");
    line.setAttribute("d", path.toString());
    Element picture = Dom.svg("svg", "sparkline", line);
    picture.setAttribute("viewBox", "0 0 36 14");
    picture.setAttribute("aria-hidden", "true");
    return picture;
  }
}
