package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.train.Method;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Icon;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Readout;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.kit.ToggleButton;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.Glossary;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;

/** The buttons that run the experiment, and the four read-outs that are always visible. */
public final class Toolbar implements View {
  /** The id of the present loss in words, which describes the controls that change it. */
  static final String LOSS_ID = "loss-now";

  private final HTMLElement root;
  private final HTMLElement buttons;
  private final ToggleButton train;
  private final ToggleButton search;
  private final HTMLButtonElement stepBack;
  private final HTMLButtonElement stepForward;
  private final HTMLButtonElement reset;
  private final Readout step = new Readout("Step");
  private final Readout epoch = new Readout("Epoch");
  private final Readout loss = new Readout("Loss");
  private final Readout norm = new Readout("Gradient norm");
  private final HTMLElement clipped = Dom.text("span", "mark", "clipped");
  private final HTMLElement searched = Dom.text("span", "mark rival", "random");

  public Toolbar(Consumer<Event> dispatch) {
    train =
        new ToggleButton(
            "button primary",
            "Train (BPTT)",
            Icon.PLAY,
            Icon.PAUSE,
            on -> dispatch.accept(new Command.TrainingSwitched(on)));
    search =
        new ToggleButton(
            "button rival",
            "Random search",
            Icon.DICE,
            Icon.PAUSE,
            on -> dispatch.accept(new Command.SearchSwitched(on)));
    HTMLButtonElement oneEpoch =
        button("1 epoch", Icon.ONE, () -> dispatch.accept(new Command.EpochsRequested(1)));
    oneEpoch.setTitle("One pass over the sequence and one update of the weights");
    stepBack = button("Step back", Icon.BACK, () -> dispatch.accept(new Change.SteppedBack()));
    stepForward =
        button("Step forward", Icon.FORWARD, () -> dispatch.accept(new Change.SteppedForward()));
    reset = button("Reset", Icon.RESET, () -> dispatch.accept(new Command.ResetRequested()));
    HTMLButtonElement newWeights =
        button("New weights", Icon.SPROUT, () -> dispatch.accept(new Change.NewWeightsRequested()));
    newWeights.setTitle("Draw start weights from the next seed");
    clipped.setTitle("Clipping changes this gradient; the norm is the one before");
    norm.note(clipped);
    searched.setTitle("The network shown is the best one of random search, not that of the epoch");
    loss.note(searched);
    epoch.explain(Glossary.EPOCH.key());
    loss.explain(Glossary.LOSS.key());
    loss.describeAs(LOSS_ID);
    norm.explain(Glossary.GRADIENT_NORM.key());
    buttons =
        Dom.element(
            "div",
            "buttons",
            Dom.element("div", "button-group", train.root(), search.root(), oneEpoch),
            Dom.element("div", "button-group stepping", stepBack, stepForward),
            Dom.element("div", "button-group starting", reset, newWeights));
    HTMLElement readouts =
        Dom.element("div", "readouts", step.root(), epoch.root(), loss.root(), norm.root());
    root = Dom.element("div", "toolbar", buttons, readouts);
    readouts.setAttribute("part", "readouts");
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Run");
  }

  private static HTMLButtonElement button(String label, Icon icon, Runnable action) {
    HTMLButtonElement button = (HTMLButtonElement) Dom.button("button", "", action);
    button.setAttribute("aria-label", label);
    button.setTitle(label);
    Dom.append(button, icon.element(), Dom.text("span", "button-text", label));
    return button;
  }

  /** Shows or hides the buttons; the read-outs always stay. */
  public void showButtons(boolean there) {
    Dom.setHidden(buttons, !there);
  }

  /** Takes the focus after the focused element has disappeared. */
  public void takeFocus() {
    train.root().focus();
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    train.show(state.activity().training());
    search.show(state.activity().searching());
    setEnabled(stepForward, state.canStepForward());
    setEnabled(stepBack, state.canStepBack());
    Dom.setTitle(
        reset,
        state.run().presentEpoch() > 0 || state.snapshot().tries() > 0
            ? "Back to the weights this run started from, epoch 0 and step 0"
            : "Back to step 0 and to the start weights, without changes by hand");
    step.show(state.experiment().cursor() + " / " + state.problem().steps(), "");
    double epochs = state.snapshot().epochs();
    epoch.show(Text.NUMBERS.count(epochs), Text.NUMBERS.full(epochs));
    boolean rival = state.snapshot().method() == Method.RANDOM_SEARCH;
    Dom.setFlag(epoch.root(), "data-aside", rival);
    showMark(searched, rival);
    showNumber(loss, state.snapshot().loss());
    loss.frame(state.isRunning());
    showNumber(norm, state.snapshot().gradientNorm());
    showMark(clipped, state.snapshot().clipped());
  }

  private static void showMark(HTMLElement mark, boolean there) {
    Dom.toggleClass(mark, "acts", there);
    Dom.setAttribute(mark, "aria-hidden", there ? "false" : "true");
  }

  private static void showNumber(Readout readout, double value) {
    readout.show(Text.NUMBERS.significant(value), Text.NUMBERS.full(value));
  }

  /** Keeps a disabled button in the tab order, so that the focus is not lost at the ends. */
  private static void setEnabled(HTMLButtonElement button, boolean enabled) {
    Dom.setAttribute(button, "aria-disabled", enabled ? "false" : "true");
  }
}
