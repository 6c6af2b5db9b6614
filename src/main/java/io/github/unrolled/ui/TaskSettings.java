package io.github.unrolled.ui;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Data;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** What can be set of a task: its length, its delay, how much of it trains, and its units. */
final class TaskSettings implements View {
  private final HTMLElement root;
  private final Row length;
  private final Row delay;
  private final Row split;
  private final RadioGroup<Scaling> scalings;
  private final HTMLElement scalingBox;
  private final HTMLElement drawn = Dom.element("p", "hint");

  /** A slider with its name and its value in words. */
  private static final class Row {
    private final Slider slider;
    private final HTMLElement text = Dom.element("span", "slider-text");
    private final HTMLElement root;

    Row(String name, int min, int max, Consumer<Integer> moved) {
      slider = new Slider(name, min, max, 1, min, value -> moved.accept((int) value));
      root =
          Dom.element("label", "slider-row", Dom.text("span", "label", name), text, slider.input());
    }

    void show(int value, String words) {
      slider.show(value, words);
      Dom.setText(text, words);
    }
  }

  TaskSettings(Consumer<Event> dispatch) {
    length =
        new Row(
            "Length",
            Task.MIN_STEPS,
            Task.MAX_STEPS,
            steps -> dispatch.accept(new Change.LengthChanged(steps)));
    delay =
        new Row(
            "Delay", 1, Task.MAX_DELAY, steps -> dispatch.accept(new Change.DelayChanged(steps)));
    split =
        new Row(
            "Train on",
            1,
            Task.MAX_STEPS,
            steps -> dispatch.accept(new Change.TrainStepsChanged(steps)));
    scalings =
        new RadioGroup<>(
            "Input scaling",
            "segments",
            List.of(Scaling.values()),
            Scaling::label,
            scaling -> Dom.element("span", ""),
            scaling -> dispatch.accept(new Change.ScalingChosen(scaling)));
    scalingBox =
        Dom.element("div", "", Dom.text("span", "label", "Input scaling"), scalings.root());
    root =
        Dom.element("div", "task-settings", delay.root, length.root, split.root, scalingBox, drawn);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    Data data = state.experiment().data();
    int steps = data.steps();
    length.root.setHidden(data.task() == Task.CUSTOM);
    length.show(data.ruleSteps(), steps + " steps");
    delay.root.setHidden(data.task() != Task.ECHO);
    delay.show(data.delay(), data.delay() == 1 ? "1 step" : data.delay() + " steps");
    split.slider.setRange(1, steps, 1);
    split.show(data.trainSteps(), splitText(data));
    scalings.show(data.scaling());
    scalingBox.setHidden(data.task().isMemory());
    drawn.setHidden(!data.task().isMemory());
    Dom.setText(drawn, "Inputs drawn by the seed, " + state.experiment().start().seed() + ".");
  }

  private static String splitText(Data data) {
    return data.testSteps() == 0
        ? "all " + data.steps() + " steps"
        : data.trainSteps() + " steps, test on " + data.testSteps();
  }
}
