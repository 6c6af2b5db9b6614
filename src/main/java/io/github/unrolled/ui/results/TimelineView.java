package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.train.Timeline;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Slider;
import io.github.unrolled.ui.kit.Term;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.Glossary;
import io.github.unrolled.ui.words.ShownWords;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** A slider over the checkpoints of training, with the present at its end. */
final class TimelineView implements View {
  private static final ShownWords WORDS = new ShownWords(Text.NUMBERS);

  private static final double PERIOD_MS = 250;

  private final Consumer<Event> dispatch;
  private final Slider slider = new Slider("Training timeline", 0, 1, 1, 0, this::move);
  private final HTMLElement words = Dom.element("span", "slider-text");
  private final HTMLElement branch;
  private final HTMLElement now;
  private final HTMLElement steps = Dom.element("span", "slider-text");
  private final HTMLElement root;
  private final Paced showing = new Paced(PERIOD_MS, this::show);

  private final Seen seen = new Seen();

  /** The present's place on the slider, and the epochs per place, both as last shown. */
  private int end;

  private double stride;

  TimelineView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    branch =
        Dom.button(
            "button small",
            "Continue from here",
            () -> dispatch.accept(new Command.BranchedHere()));
    now = Dom.button("button small", "Now", () -> dispatch.accept(new Command.EpochChosen(-1)));
    now.setTitle("Back to the present");
    root =
        Dom.element(
            "div",
            "timeline",
            Dom.element(
                "div",
                "slider-row",
                Dom.element(
                    "span", "label", new Term(Glossary.TIMELINE.key(), "Training timeline").root()),
                words,
                slider.input()),
            Dom.element("div", "timeline-buttons", branch, now, steps));
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State next, Palette palette) {
    seen.take(next, palette);
    showing.frame(seen.isNew(State::snapshot) || seen.isNew(State::isRunning), next.isRunning());
  }

  private void show() {
    State current = seen.state();
    if (current == null) {
      return;
    }
    Timeline timeline = current.run().timeline();
    boolean past = current.showsPast();
    end = timeline.size();
    stride = timeline.epoch(1) - timeline.epoch(0);
    String text = WORDS.place(current);
    int most = Math.max(1, end);
    slider.setRange(0, most, 1);
    slider.show(past ? current.run().checkpoint() : most, text);
    Dom.setText(words, text);
    Dom.setText(steps, end > 1 && stride > 1 ? WORDS.strides(stride) : "");
    Dom.setAttribute(branch, "aria-disabled", past ? "false" : "true");
    Dom.setAttribute(now, "aria-disabled", past ? "false" : "true");
  }

  /** Goes to a checkpoint; they may have changed since the slider was last shown. */
  private void move(double place) {
    State current = seen.state();
    if (end == 0) {
      show();
    } else if (current != null) {
      Timeline timeline = current.run().timeline();
      int checkpoint = place < end ? timeline.lastUpTo(timeline.epoch(0) + place * stride) : -1;
      dispatch.accept(new Command.EpochChosen(checkpoint));
    }
  }
}
