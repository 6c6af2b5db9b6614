package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Data;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.RadioGroup;
import io.github.unrolled.ui.kit.SliderRow;
import io.github.unrolled.ui.kit.Term;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.Glossary;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** The settings of a task: its length, its delay, the part that trains, and its units. */
final class TaskSettings implements View {
  private final HTMLElement root;
  private final SliderRow length;
  private final SliderRow delay;
  private final SliderRow split;
  private final RadioGroup<Scaling> scalings;
  private final HTMLElement scalingBox;
  private final HTMLElement drawn = Dom.element("p", "hint");

  TaskSettings(Consumer<Event> dispatch) {
    length =
        new SliderRow(
            new Term(Glossary.TIME_STEP.key(), "Length"),
            Task.MIN_STEPS,
            Task.MAX_STEPS,
            steps -> dispatch.accept(new Change.LengthChanged(steps)));
    delay =
        new SliderRow(
            "Delay", 1, Task.MAX_DELAY, steps -> dispatch.accept(new Change.DelayChanged(steps)));
    split =
        new SliderRow(
            new Term(Glossary.TEST_STEPS.key(), "Train on"),
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
        Dom.element(
            "div",
            "",
            Dom.element(
                "span", "label", new Term(Glossary.NORMALIZED.key(), "Input scaling").root()),
            scalings.root());
    root =
        Dom.element(
            "div", "task-settings", delay.root(), length.root(), split.root(), scalingBox, drawn);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    Data data = state.experiment().data();
    int steps = data.steps();
    Dom.setHidden(length.root(), data.task() == Task.CUSTOM);
    length.show(data.ruleSteps(), steps + " steps");
    Dom.setHidden(delay.root(), data.task() != Task.ECHO);
    delay.show(data.delay(), data.delay() == 1 ? "1 step" : data.delay() + " steps");
    split.setMax(steps);
    split.show(data.trainSteps(), splitText(data));
    scalings.show(data.scaling());
    Dom.setHidden(scalingBox, data.task().isMemory());
    Dom.setHidden(drawn, !data.task().isMemory());
    Dom.setText(drawn, "Inputs drawn by the seed, " + state.experiment().start().seed() + ".");
  }

  private static String splitText(Data data) {
    return data.testSteps() == 0
        ? "all " + data.steps() + " steps"
        : data.trainSteps() + " steps, test on " + data.testSteps();
  }
}
