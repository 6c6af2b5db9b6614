package io.github.unrolled.ui.network;

import io.github.unrolled.ui.kit.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** One step's numbers in both units, on lines of constant height. */
final class StepReadout {
  private final HTMLElement hint =
      Dom.text(
          "span", "facts-hint", "Step forward, or point at or tap a column, to read its numbers.");
  private final Cell step = new Cell("step");
  private final Cell input = new Cell("input x");
  private final Cell state = new Cell("hidden state h");
  private final Cell output = new Cell("output y");
  private final Cell expected = new Cell("expected");
  private final Cell gradient = new Cell("gradient dL/dh");
  private final HTMLElement root =
      Dom.element(
          "p",
          "step-facts",
          hint,
          step.root,
          input.root,
          state.root,
          output.root,
          expected.root,
          gradient.root);

  HTMLElement root() {
    return root;
  }

  /**
   * Shows a step.
   *
   * @param t step, 1 to T, or 0 for none
   */
  void render(StepNumbers numbers, int t) {
    Dom.setFlag(root, "data-empty", t == 0);
    if (t == 0) {
      return;
    }
    step.show(t + "", " of " + numbers.steps());
    input.show(numbers.inputText(t), numbers.rawInputText(t));
    boolean single = numbers.hasOneUnit();
    state.name(single ? "hidden state h" : "norm of h");
    state.show(numbers.stateText(t), "");
    output.show(numbers.outputText(t), numbers.rawOutputText(t));
    expected.show(numbers.targetText(t), numbers.rawTargetText(t));
    gradient.name(single ? "gradient dL/dh" : "norm of dL/dh");
    gradient.show(numbers.gradientText(t), "");
  }

  /** A named number. */
  private static final class Cell {
    private final HTMLElement label;
    private final HTMLElement value = Dom.text("b", "", "\u2013");
    private final HTMLElement note = Dom.element("span", "");
    private final HTMLElement root;

    Cell(String name) {
      label = Dom.text("span", "fact-name", name + " ");
      root = Dom.element("span", "fact", label, Dom.element("span", "fact-number", value, note));
    }

    void name(String name) {
      Dom.setText(label, name + " ");
    }

    void show(String text, String inOwnUnits) {
      Dom.setText(value, text);
      Dom.setText(note, inOwnUnits);
    }
  }
}
