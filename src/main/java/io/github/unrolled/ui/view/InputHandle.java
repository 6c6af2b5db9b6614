package io.github.unrolled.ui.view;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.plot.DragStep;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Units;
import io.github.unrolled.ui.kit.NumberHandle;
import io.github.unrolled.ui.kit.Text;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A handle of a number of the sequence. It sets the number in the sequence's own units, whatever
 * the network sees: there the numbers are round, and do not change when the range does.
 */
public final class InputHandle {
  /** The reason why a number cannot be changed. */
  private static final String FIXED = "The inputs of a memory task are drawn from its seed";

  private final NumberHandle handle;
  private int index = 1;

  /**
   * Makes a handle.
   *
   * @param key a name that no other handle of the playground begins with
   * @param upright whether it is dragged up and down rather than to the right and to the left
   */
  public InputHandle(String key, boolean upright, Consumer<Event> dispatch) {
    handle =
        new NumberHandle(
            key,
            1,
            upright,
            Double::isFinite,
            "a number",
            value -> dispatch.accept(new Command.InputSet(index, value)));
    handle.setRange(-Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /** The handle's element. */
  public HTMLElement root() {
    return handle.root();
  }

  /** Whether the handle is being dragged, and keeps its number. */
  public boolean isDragging() {
    return handle.isDragging();
  }

  /** Whether a number is being typed in place of the handle's, which stays the same one. */
  public boolean isTyping() {
    return handle.isTyping();
  }

  /** Which number is shown: 1 to T is an input, T + 1 the last target. */
  public int index() {
    return index;
  }

  /**
   * Shows a number; while it is dragged or typed, the same one.
   *
   * @param wanted 1 to T for an input, T + 1 for the last target
   */
  public void choose(State state, int wanted) {
    boolean inUse = isDragging() || isTyping();
    if (!inUse || index > state.problem().steps() + 1) {
      index = wanted;
    }
  }

  /**
   * Shows the chosen number.
   *
   * @param name accessible name
   * @param words text in its place
   */
  public void show(State state, String name, String words) {
    Problem problem = state.problem();
    Units units = problem.units();
    double raw = raw(problem, index);
    double seen = units.toNetwork(raw);
    String told = Text.NUMBERS.significant(raw);
    String normalized = ", normalized " + Text.NUMBERS.significant(seen);
    handle.rename(name);
    handle.setEnabled(problem.predictsInput() ? "" : FIXED);
    handle.show(raw, seen, words, units.normalizes() ? told + normalized : told);
  }

  /**
   * Sets how far a drag goes.
   *
   * @param perPixel change by a drag over a CSS pixel, in the network's units; 0 for what suits the
   *     range of the numbers
   */
  public void setPixel(State state, double perPixel) {
    Problem problem = state.problem();
    double range = range(problem);
    double step = DragStep.of(range);
    boolean known = range > 0 && range < Double.POSITIVE_INFINITY;
    // Half the range is 1 for the network.
    double unit = problem.units().normalizes() && known ? range / 2 : 1;
    handle.setSteps(step, perPixel > 0 ? perPixel * unit : step);
  }

  private static double raw(Problem problem, int index) {
    Numbers inputs = problem.rawInputs();
    return index <= inputs.size()
        ? inputs.get(index - 1)
        : problem.rawTargets().get(inputs.size() - 1);
  }

  private static double range(Problem problem) {
    double low = raw(problem, 1);
    double high = low;
    for (int i = 2; i <= problem.steps() + 1; i++) {
      low = Math.min(low, raw(problem, i));
      high = Math.max(high, raw(problem, i));
    }
    return high - low;
  }
}
