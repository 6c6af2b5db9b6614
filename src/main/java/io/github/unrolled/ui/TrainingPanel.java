package io.github.unrolled.ui;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Speed;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.experiment.StartWeights;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Training;
import io.github.unrolled.optim.Clipping;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** How the network is trained, and where its training starts. */
final class TrainingPanel implements View {
  private final HTMLElement root;
  private final Slider rateSlider;
  private final NumberInput rate;
  private final Slider speed;
  private final HTMLElement speedText = Dom.element("span", "slider-text");
  private final Choice<Clipping.Kind> clipping;
  private final NumberInput limit;
  private final HTMLElement limitBox;
  private final Choice<StartWeights> startWeights;
  private final NumberInput seed;

  TrainingPanel(Consumer<Event> dispatch) {
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
    speed =
        new Slider(
            "Speed",
            0,
            Speed.MAX_LEVEL,
            1,
            0,
            level -> dispatch.accept(new Change.SpeedChosen(new Speed((int) level))));
    clipping =
        new Choice<>(
            "Gradient clipping",
            List.of(Clipping.Kind.values()),
            Clipping.Kind::label,
            kind -> dispatch.accept(new Change.ClippingChosen(kind)));
    limit =
        new NumberInput(
            "Clipping limit",
            Training::isClipLimit,
            "a number from 0.000001 to 1 000 000",
            value -> dispatch.accept(new Change.ClipLimitChanged(value)));
    limitBox = labelled("Limit", limit);
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
            Dom.element(
                "div",
                "weight-row",
                Dom.text("span", "label", "Learning rate"),
                rate.root(),
                rateSlider.input()),
            Dom.element(
                "label",
                "slider-row",
                Dom.text("span", "label", "Speed"),
                speedText,
                speed.input()),
            Dom.element("div", "pair", clipping.root(), limitBox),
            Dom.element("div", "pair", startWeights.root(), labelled("Seed", seed)));
  }

  private static HTMLElement labelled(String label, NumberInput field) {
    return Dom.element("div", "labelled", Dom.text("span", "label", label), field.root());
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
    String words = words(training.speed());
    speed.show(training.speed().level(), words);
    Dom.setText(speedText, words);
    clipping.show(training.clipping().kind());
    limit.show(training.clipping().limit());
    Dom.toggleClass(limitBox, "off", training.clipping().kind() == Clipping.Kind.OFF);
    startWeights.show(state.experiment().start().source());
    seed.showInteger(state.experiment().start().seed());
  }

  private static String words(Speed speed) {
    if (speed.isUnlimited()) {
      return "as fast as it goes";
    }
    return Text.NUMBERS.integer(speed.epochsPerSecond())
        + (speed.epochsPerSecond() == 1 ? " epoch/s" : " epochs/s");
  }
}
