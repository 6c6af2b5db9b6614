package io.github.unrolled.ui.instruments;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.SeedSweep;
import io.github.unrolled.experiment.State;
import io.github.unrolled.train.Method;
import io.github.unrolled.ui.kit.Choice;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.FittedFigure;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.SeedsWords;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** Runs the experiment from many seeds, and compares both methods over all of them. */
public final class SeedsView implements View {
  private static final SeedsWords WORDS = new SeedsWords(Text.NUMBERS);
  private static final List<Integer> LENGTHS = List.of(100, 300, 1000, 3000);
  private static final List<String> MEASURES = SeedsWords.MEASURES;

  private final HTMLElement run;
  private final HTMLElement cancel;
  private final HTMLElement progress = Dom.element("progress", "seeds-progress");
  private final HTMLElement words = Dom.element("p", "hint");
  private final HTMLElement[] cells = new HTMLElement[2 * MEASURES.size()];
  private final FittedFigure figure;
  private int epochs = 300;
  private @Nullable SeedSweep shown;
  private int shownCount = -1;

  /**
   * Makes the view.
   *
   * @param toLoss goes to the loss chart
   */
  public SeedsView(Consumer<Event> dispatch, Runnable toLoss) {
    Choice<Integer> length =
        new Choice<>(
            "Epochs of each run",
            LENGTHS,
            count -> Text.NUMBERS.count(count),
            count -> epochs = count);
    length.show(epochs);
    run =
        Dom.button(
            "button small",
            "Run 20 seeds",
            () -> dispatch.accept(new Command.SeedsRequested(epochs)));
    cancel =
        Dom.button("button small", "Cancel", () -> dispatch.accept(new Command.SeedsCancelled()));
    progress.setAttribute("max", "" + SeedSweep.SEEDS);
    progress.setAttribute("aria-label", "Seeds done");
    words.setAttribute("aria-live", "polite");
    HTMLElement body = Dom.element("tbody", "");
    for (int i = 0; i < MEASURES.size(); i++) {
      cells[2 * i] = Dom.element("td", "");
      cells[2 * i + 1] = Dom.element("td", "");
      body.appendChild(
          Dom.element("tr", "", header("row", MEASURES.get(i)), cells[2 * i], cells[2 * i + 1]));
    }
    HTMLElement table =
        Dom.element(
            "table",
            "seeds-table",
            Dom.text("caption", "visually-hidden", "Final losses from 20 seeds"),
            Dom.element(
                "thead",
                "",
                Dom.element(
                    "tr",
                    "",
                    header("col", "final loss"),
                    header("col", "BPTT"),
                    header("col", "random search"))),
            body);
    HTMLElement caption =
        Dom.text(
            "p",
            "caption",
            "Each run starts from weights of its own seed; look whether the bands of both methods"
                + " in the loss chart lie apart, and how wide they are.");
    figure =
        new FittedFigure("seeds", "Many seeds")
            .picture(length.root(), Dom.element("div", "timeline-buttons", run, cancel, progress))
            .picture(table)
            .rest(words, Dom.button("button small", "See the loss chart", toLoss), caption);
  }

  private static HTMLElement header(String scope, String text) {
    HTMLElement cell = Dom.text("th", "", text);
    cell.setAttribute("scope", scope);
    return cell;
  }

  @Override
  public HTMLElement root() {
    return figure.root();
  }

  @Override
  public void close() {
    figure.close();
  }

  @Override
  public void render(State state, Palette palette) {
    SeedSweep sweep = state.compared().seeds();
    int count = sweep == null ? 0 : sweep.done();
    if (sweep == shown && count == shownCount) {
      return;
    }
    shown = sweep;
    shownCount = count;
    boolean running = sweep != null && !sweep.isDone();
    Dom.setAttribute(cancel, "aria-disabled", running ? "false" : "true");
    Dom.toggleClass(progress, "off", sweep == null);
    progress.setAttribute("value", "" + count);
    Dom.setText(words, WORDS.progress(sweep));
    SeedSweep done = running ? null : sweep;
    for (int i = 0; i < MEASURES.size(); i++) {
      Dom.setText(cells[2 * i], measure(i, done, Method.BPTT));
      Dom.setText(cells[2 * i + 1], measure(i, done, Method.RANDOM_SEARCH));
    }
    Dom.setText(
        figure.sentence(), done == null ? Instrument.MANY_SEEDS.question() : WORDS.verdict(done));
  }

  private static String measure(int measure, @Nullable SeedSweep sweep, Method method) {
    return sweep == null ? "–" : WORDS.measure(measure, sweep, method);
  }
}
