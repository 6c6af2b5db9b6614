package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.ExactSolution;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.ui.kit.Choice;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Icon;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Panel;
import io.github.unrolled.ui.kit.SliderRow;
import io.github.unrolled.ui.kit.Term;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.kit.ToggleButton;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.DiagnosisWords;
import io.github.unrolled.ui.words.Glossary;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The choice of the network, its memory switch, and the network that solves the task exactly. */
public final class NetworkPanel implements View {
  private static final DiagnosisWords DIAGNOSIS = new DiagnosisWords(Text.NUMBERS);

  private final HTMLElement root;
  private final Choice<CellType> cell;
  private final SliderRow size;
  private final Choice<Activation> activation;
  private final HTMLElement gatesNote =
      Dom.element(
          "p",
          "hint",
          Dom.text("span", "", "Its "),
          new Term(Glossary.GATE.key(), "gates").root(),
          Dom.text("span", "", " are sigmoid, its candidate tanh."));
  private final ToggleButton memoryOff;
  private final Term memoryTerm = new Term(Glossary.MEMORY_OFF.key(), "");
  private final HTMLElement memoryNote = Dom.element("span", "");
  private final HTMLElement exact;
  private final HTMLElement exactNote = Dom.element("p", "hint");
  private final Seen seen = new Seen();
  private @Nullable ExactSolution solution;

  public NetworkPanel(Consumer<Event> dispatch) {
    cell =
        new Choice<>(
            new Term(Glossary.CELL.key(), "Cell"),
            List.of(CellType.values()),
            CellType::label,
            chosen -> dispatch.accept(new Change.CellChosen(chosen)));
    size =
        new SliderRow(
            new Term(Glossary.HIDDEN_UNIT.key(), "Hidden units"),
            1,
            NetworkShape.MAX_HIDDEN_SIZE,
            units -> dispatch.accept(new Change.HiddenSizeChanged(units)));
    activation =
        new Choice<>(
            new Term(Glossary.ACTIVATION.key(), "Activation function"),
            List.of(Activation.values()),
            Activation::label,
            chosen -> dispatch.accept(new Change.ActivationChosen(chosen)));
    memoryOff =
        new ToggleButton(
            "button small",
            "Memory off",
            Icon.CUT,
            Icon.CUT,
            off -> dispatch.accept(new Change.MemorySwitched(!off)));
    exact =
        Dom.button(
            "button small",
            "Exact solution",
            () -> dispatch.accept(new Command.ExactSolutionRequested()));
    root =
        Panel.of(
            "network",
            "Network",
            Dom.element("div", "stack", cell.root(), activation.root(), gatesNote),
            size.root(),
            Dom.element("div", "button-group switches", memoryOff.root(), exact),
            Dom.element("p", "hint", memoryTerm.root(), memoryNote),
            exactNote);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    seen.take(state, palette);
    NetworkShape shape = state.experiment().shape();
    cell.show(shape.cell());
    activation.show(shape.activation());
    boolean gated = shape.cell() != CellType.ELMAN;
    Dom.setHidden(activation.root(), gated);
    Dom.setHidden(gatesNote, !gated);
    size.show(
        shape.hiddenSize(), shape.hiddenSize() == 1 ? "1 unit" : shape.hiddenSize() + " units");
    memoryOff.show(!shape.memory());
    memoryTerm.name(shape.memory() ? "Memory off" : "Off");
    Dom.setText(
        memoryNote,
        shape.memory()
            ? " holds the recurrence at zero and starts anew: what it costs shows what memory is"
                + " worth."
            : gated
                ? ": each step starts from a zero state, and the recurrent weights are 0."
                : ": the recurrent weights are held at 0, in training too.");
    showExact(state);
  }

  private void showExact(State state) {
    if (seen.isNew(State::problem)) {
      solution = ExactSolution.of(state.problem(), state.experiment().data());
    }
    ExactSolution known = solution;
    Dom.setAttribute(exact, "aria-disabled", known == null ? "true" : "false");
    boolean shown =
        known != null
            && known.shape().equals(state.experiment().shape())
            && known.parameters().equals(state.snapshot().parameters());
    Dom.setText(
        exactNote,
        known == null
            ? "No exact solution is known for own numbers."
            : shown
                ? "Shown: " + known.idea()
                : "Exact solution: " + DIAGNOSIS.unitsOf(known) + ", set by hand: loss 0.");
  }
}
