package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Speed;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.experiment.StartWeights;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Training;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.ui.kit.Choice;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.NumberInput;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Panel;
import io.github.unrolled.ui.kit.Slider;
import io.github.unrolled.ui.kit.SliderRow;
import io.github.unrolled.ui.kit.Term;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.Glossary;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** The settings of the training, and of the weights it starts from. */
public final class TrainingPanel implements View {
  private final HTMLElement root;
  private final Slider rateSlider;
  private final NumberInput rate;
  private final Choice<OptimizerKind> optimizer;
  private final SliderRow window;
  private final SliderRow speed;
  private final Choice<Clipping.Kind> clipping;
  private final NumberInput limit;
  private final HTMLElement limitBox;
  private final Choice<StartWeights> startWeights;
  private final NumberInput seed;
  private final HTMLElement seededNote =
      Dom.text("p", "hint", "A network of this size starts from weights drawn by the seed.");
  private int steps;

  public TrainingPanel(Consumer<Event> dispatch) {
    rateSlider =
        new Slider(
            "Learning rate",
            0,
            RateScale.MAX_POSITION,
            1,
            0,
            at -> dispatch.accept(new Change.LearningRateChanged(RateScale.rate((int) at))));
    rate =
        new NumberInput(
            "Learning rate value",
            Training::isLearningRate,
            "a number from 0.000001 to 100",
            value -> dispatch.accept(new Change.LearningRateChanged(value)));
    optimizer =
        new Choice<>(
            new Term(Glossary.OPTIMIZER.key(), "Optimizer"),
            List.of(OptimizerKind.values()),
            OptimizerKind::label,
            kind -> dispatch.accept(new Change.OptimizerChosen(kind)));
    window =
        new SliderRow(
            new Term(Glossary.BPTT_WINDOW.key(), "BPTT window"),
            1,
            Training.FULL_WINDOW,
            steps -> dispatch.accept(new Change.WindowChanged(windowAt(steps))));
    speed =
        new SliderRow(
            "Speed",
            0,
            Speed.MAX_LEVEL,
            level -> dispatch.accept(new Change.SpeedChosen(new Speed(level))));
    clipping =
        new Choice<>(
            new Term(Glossary.CLIPPING.key(), "Gradient clipping"),
            List.of(Clipping.Kind.values()),
            Clipping.Kind::label,
            kind -> dispatch.accept(new Change.ClippingChosen(kind)));
    limit =
        new NumberInput(
            "Clipping limit",
            Training::isClipLimit,
            "a number from 0.000001 to 1 000 000",
            value -> dispatch.accept(new Change.ClipLimitChanged(value)));
    limitBox = labelled(Dom.text("span", "", "Limit"), limit);
    startWeights =
        new Choice<>(
            "Start weights",
            List.of(StartWeights.values()),
            StartWeights::label,
            source -> dispatch.accept(new Change.StartWeightsChosen(source)));
    seed =
        new NumberInput(
            "Seed",
            Start::isSeed,
            "a whole number from 0 to 999 999 999",
            value -> dispatch.accept(new Change.SeedEntered((int) value)));
    root =
        Panel.of(
            "training",
            "Training",
            optimizer.root(),
            Dom.element(
                "div",
                "weight-row",
                caption(new Term(Glossary.LEARNING_RATE.key(), "Learning rate").root()),
                rate.root(),
                rateSlider.input()),
            speed.root(),
            Dom.element("div", "pair", clipping.root(), limitBox),
            window.root(),
            Dom.element(
                "div",
                "pair",
                startWeights.root(),
                labelled(new Term(Glossary.SEED.key(), "Seed").root(), seed)),
            seededNote);
  }

  /** The window at a slider position; the last position means all steps, whatever their count. */
  private int windowAt(int position) {
    return position >= steps ? Training.FULL_WINDOW : position;
  }

  private static HTMLElement labelled(HTMLElement name, NumberInput field) {
    return Dom.element("div", "labelled", caption(name), field.root());
  }

  private static HTMLElement caption(HTMLElement name) {
    return Dom.element("span", "label", name);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    Training training = state.experiment().training();
    rateSlider.show(
        RateScale.position(training.learningRate()),
        Text.NUMBERS.significant(training.learningRate()));
    rate.show(training.learningRate());
    speed.show(training.speed().level(), words(training.speed()));
    optimizer.show(training.optimizer());
    steps = state.problem().steps();
    showWindow(Math.min(training.window(), steps));
    clipping.show(training.clipping().kind());
    limit.show(training.clipping().limit());
    Dom.toggleClass(limitBox, "off", training.clipping().kind() == Clipping.Kind.OFF);
    boolean scalar = state.experiment().shape().isScalar();
    Dom.setHidden(startWeights.root(), !scalar);
    Dom.setHidden(seededNote, scalar);
    startWeights.show(state.experiment().start().source());
    seed.showInteger(state.experiment().start().seed());
  }

  private void showWindow(int shown) {
    String text = shown == steps ? "all " + steps + " steps" : shown + " of " + steps + " steps";
    window.setMax(steps);
    window.show(shown, text);
  }

  private static String words(Speed speed) {
    if (speed.isUnlimited()) {
      return "as fast as it goes";
    }
    return Text.NUMBERS.integer(speed.epochsPerSecond())
        + (speed.epochsPerSecond() == 1 ? " epoch/s" : " epochs/s");
  }
}
