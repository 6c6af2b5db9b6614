package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.ui.kit.Choice;
import io.github.unrolled.ui.kit.Dom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** Chooses the plane of the loss landscape. */
final class LandscapeControls implements SliceChoice.Planes {
  private static final String PARAMETERS = "Two parameters";
  private static final String DIRECTIONS = "Two random directions";

  private final Choice<String> kind;
  private final ParameterSelect across;
  private final ParameterSelect up;
  private final HTMLElement others;
  private final HTMLElement root;
  private final Runnable changed;
  private @Nullable NetworkShape shape;
  private boolean random;
  private int first;
  private int second = 1;
  private int seed = 1;

  /**
   * Makes the controls.
   *
   * @param changed called after another plane was chosen
   */
  LandscapeControls(Runnable changed) {
    this.changed = changed;
    kind = new Choice<>("Plane", List.of(PARAMETERS, DIRECTIONS), name -> name, this::choose);
    across =
        new ParameterSelect(
            "Across",
            index -> {
              second = index == second ? first : second;
              first = index;
              show();
            });
    up =
        new ParameterSelect(
            "Up",
            index -> {
              first = index == first ? second : first;
              second = index;
              show();
            });
    others =
        Dom.button(
            "button small",
            "Other directions",
            () -> {
              seed++;
              show();
            });
    root = Dom.element("div", "landscape-controls", kind.root(), across.root(), up.root(), others);
  }

  /** Root element. */
  HTMLElement root() {
    return root;
  }

  private void choose(String name) {
    random = name.equals(DIRECTIONS);
    show();
  }

  private void show() {
    if (shape == null) {
      // Controls that were never in sight have nothing to offer yet.
      return;
    }
    across.show(first);
    up.show(second);
    Dom.setHidden(across.root(), random);
    Dom.setHidden(up.root(), random);
    Dom.setHidden(others, !random);
    kind.show(random ? DIRECTIONS : PARAMETERS);
    changed.run();
  }

  /** Offers another network's parameters; begins with two of them only for a single unit. */
  @Override
  public void setShape(NetworkShape next, ParameterNames names) {
    NetworkShape last = shape;
    shape = next;
    if (last != null && last.cell() == next.cell() && last.hiddenSize() == next.hiddenSize()) {
      return;
    }
    random = !next.isScalar();
    Dom.setHidden(kind.root(), next.isScalar());
    first = 0;
    // The first recurrent weight.
    second = next.cell().gateCount() * next.hiddenSize();
    across.setShape(next, names);
    up.setShape(next, names);
    show();
  }

  @Override
  public ParameterPlane plane(NetworkShape of, Numbers origin) {
    return random
        ? ParameterPlane.random(of, origin, seed)
        : ParameterPlane.ofParameters(of, first, second);
  }

  /** Seed of the random directions. */
  int seed() {
    return seed;
  }
}
