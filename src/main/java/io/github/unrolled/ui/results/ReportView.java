package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Snapshot;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.DivergenceWords;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The autopsy after an overflow: where it happened, what was put back, and remedies to press. */
public final class ReportView implements View {
  private static final DivergenceWords DIVERGENCE = new DivergenceWords(Text.NUMBERS);
  private static final Remedies REMEDIES = new Remedies(Text.NUMBERS);

  private final Consumer<Event> dispatch;
  private final Runnable settled;
  private final HTMLElement text = Dom.element("p", "report-text");
  private final HTMLElement remedies = Dom.element("div", "remedies");
  private final HTMLElement root;
  private @Nullable Divergence shownDivergence;
  private boolean shownTrained;
  private boolean rewinds;
  private @Nullable Experiment shownExperiment;

  /**
   * Makes an empty view.
   *
   * @param settled called after a press on a button, which the view then removes
   */
  public ReportView(Consumer<Event> dispatch, Runnable settled) {
    this.dispatch = dispatch;
    this.settled = settled;
    text.setAttribute("role", "alert");
    root = Dom.element("div", "report", text, remedies);
    root.setAttribute("part", "report");
    Dom.setHidden(root, true);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    Snapshot snapshot = state.snapshot();
    // Weights set by hand are never taken back, so the network itself may still overflow.
    boolean trained = snapshot.overflow() == null;
    Divergence divergence = trained ? state.run().divergence() : snapshot.overflow();
    // Identity matters: an overflow that recurs at the very same place is reported again.
    boolean same =
        trained ? divergence == shownDivergence : Objects.equals(divergence, shownDivergence);
    if (same && trained == shownTrained && state.experiment().equals(shownExperiment)) {
      return;
    }
    boolean sameReport = same && trained == shownTrained;
    shownExperiment = state.experiment();
    shownDivergence = divergence;
    shownTrained = trained;
    Dom.setHidden(root, divergence == null);
    remedies.clear();
    if (!sameReport) {
      text.clear();
      Formula.write(text, report(divergence, trained, state));
    }
    if (divergence != null) {
      offerRemedies(state, trained);
    }
  }

  private static String report(@Nullable Divergence divergence, boolean trained, State state) {
    if (divergence == null) {
      return "";
    }
    NetworkShape shape = state.experiment().shape();
    return trained
        ? DIVERGENCE.ofTraining(divergence, state.snapshot(), shape)
        : DIVERGENCE.ofNetwork(divergence, shape);
  }

  private void offerRemedies(State state, boolean trained) {
    rewinds = trained && state.snapshot().epochs() > 0;
    for (Remedies.Remedy remedy : REMEDIES.of(state, trained)) {
      offer(remedy.label(), remedy.event());
    }
    if (trained) {
      remedies.appendChild(
          Dom.button(
              "button small",
              "Close",
              () -> {
                dispatch.accept(new Command.DivergenceDismissed());
                settled.run();
              }));
    }
  }

  private void offer(String label, Event remedy) {
    remedies.appendChild(
        Dom.button(
            "button small",
            label,
            () -> {
              dispatch.accept(remedy);
              if (rewinds) {
                // No remedy would find the way back from weights that have grown this far.
                dispatch.accept(new Command.ResetRequested());
              }
              dispatch.accept(new Command.DivergenceDismissed());
              settled.run();
            }));
  }
}
