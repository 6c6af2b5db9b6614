package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.words.CellWords;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** A read-out, of constant height, of the arithmetic behind the cell pointed at. */
final class CellReadout {
  private static final CellWords WORDS = new CellWords(Text.NUMBERS);

  private final HTMLElement title = Dom.element("b", "");
  private final HTMLElement note = Dom.element("span", "");
  private final HTMLElement sum = Dom.element("p", "cell-sum");
  private final HTMLElement result = Dom.element("p", "cell-sum");
  private final HTMLElement root =
      Dom.element("div", "cell-facts", Dom.element("p", "cell-title", title, note), sum, result);

  CellReadout() {
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Arithmetic of the cell");
  }

  HTMLElement root() {
    return root;
  }

  /**
   * Shows a state's cell pointed at.
   *
   * @param terms largest count of terms written out, besides the input and a bias
   */
  void render(State state, int terms) {
    CellWords.Lines lines = WORDS.ofPointed(state, terms);
    Dom.setText(title, lines.title());
    Dom.setText(note, lines.note());
    write(sum, lines.sum());
    write(result, lines.result());
  }

  private static void write(HTMLElement line, List<CellWords.Piece> pieces) {
    line.clear();
    for (CellWords.Piece piece : pieces) {
      if (piece.isResult()) {
        Dom.append(line, Dom.text("b", "", piece.text()), Dom.text("span", "", "   "));
        continue;
      }
      HTMLElement text = Dom.text("span", "", piece.text());
      if (!piece.name().isEmpty()) {
        text.appendChild(Dom.text("small", "", " " + piece.name()));
      }
      Dom.append(line, text, Dom.text("span", "", " "));
    }
  }
}
