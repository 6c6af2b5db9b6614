package io.github.unrolled.ui.instruments;

import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.ClippingEffect;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.FittedFigure;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.ClippingWords;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** The gradient before and after both kinds of clipping, and the angle by which each turns it. */
public final class ClippingView implements View {
  private static final ClippingWords WORDS = new ClippingWords(Text.NUMBERS);

  /** Most components to list; if there are more, the largest are listed. */
  private static final int MOST_ROWS = 12;

  private static final double PERIOD_MS = 150;

  private final HTMLElement note = Dom.element("p", "hint");
  private final HTMLElement body = Dom.element("tbody", "");
  private final List<Row> rows = new ArrayList<>();
  private final Turn elementWise = new Turn("clip-element", "Element-wise");
  private final Turn globalNorm = new Turn("clip-norm", "Global norm");
  private final Paced showing = new Paced(PERIOD_MS, this::show);
  private final FittedFigure figure;
  private final Seen seen = new Seen();

  /** The effect of one kind of clipping on the whole gradient: a dial and words. */
  private static final class Turn {
    private final String name;
    private final HTMLElement needle;
    private final HTMLElement words = Dom.element("span", "");
    final HTMLElement root;

    Turn(String className, String name) {
      this.name = name;
      needle = Dom.element("i", "needle " + className);
      HTMLElement dial =
          Dom.element("span", "dial", Dom.element("i", "needle clip-before"), needle);
      dial.setAttribute("aria-hidden", "true");
      root = Dom.element("p", "clip-turn", dial, words);
    }

    void show(ClippingEffect effect, double before, boolean inUse) {
      Browser.setStyle(needle, "transform", "rotate(-" + Text.fixed(effect.angle(), 2) + "deg)");
      Dom.setText(words, WORDS.effect(name, effect, before, inUse));
    }
  }

  /** One component: its bars around zero, and its numbers. */
  private static final class Row {
    final HTMLElement root;
    private final HTMLElement name = Dom.element("th", "");
    private final HTMLElement[] bars = new HTMLElement[3];
    private final HTMLElement[] cells = new HTMLElement[3];

    Row() {
      HTMLElement picture = Dom.element("div", "clip-bars");
      picture.setAttribute("aria-hidden", "true");
      name.setAttribute("scope", "row");
      root = Dom.element("tr", "", name, Dom.element("td", "", picture));
      String[] kinds = {"clip-before", "clip-element", "clip-norm"};
      for (int i = 0; i < kinds.length; i++) {
        bars[i] = Dom.element("i", kinds[i]);
        cells[i] = Dom.element("td", "");
        picture.appendChild(bars[i]);
        root.appendChild(cells[i]);
      }
    }

    /** Shows a component unclipped, clipped by element and clipped by norm, out of a largest. */
    void show(String symbol, double largest, double... values) {
      Formula.write(name, symbol);
      for (int i = 0; i < values.length; i++) {
        double share = largest == 0 ? 0 : values[i] / largest * 50;
        Browser.setStyle(bars[i], "left", Text.fixed(50 + Math.min(0, share), 2) + "%");
        Browser.setStyle(bars[i], "width", Text.fixed(Math.abs(share), 2) + "%");
        Dom.setText(cells[i], Text.NUMBERS.significant(values[i]));
      }
    }
  }

  public ClippingView() {
    HTMLElement head = Dom.element("tr", "");
    for (String heading :
        new String[] {"dL/d…", "from 0", "before", "element-wise", "global norm"}) {
      HTMLElement cell = Dom.text("th", "", heading);
      cell.setAttribute("scope", "col");
      head.appendChild(cell);
    }
    HTMLElement table =
        Dom.element(
            "table",
            "clip-table",
            Dom.text("caption", "visually-hidden", "Gradient before and after clipping"),
            Dom.element("thead", "", head),
            body);
    HTMLElement caption =
        Dom.text(
            "p",
            "caption",
            Instrument.CLIPPING.question()
                + " Element-wise clipping bounds each component on its own and so can turn the"
                + " gradient; clipping by the norm only shortens it. Neither helps a gradient that"
                + " vanishes.");
    figure =
        new FittedFigure("clipping", "Clipping")
            .picture(elementWise.root, globalNorm.root)
            .rest(table, note, caption);
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
  public void render(State next, Palette palette) {
    seen.take(next, palette);
    showing.frame(seen.isNew(State::snapshot), next.isRunning());
  }

  private void show() {
    State shown = seen.state();
    if (shown == null) {
      return;
    }
    boolean finite = shown.snapshot().overflow() == null;
    Clipping inUse = shown.experiment().training().clipping();
    Numbers gradient = shown.snapshot().gradient();
    int[] listed = finite ? LargestComponents.of(gradient, MOST_ROWS) : new int[0];
    Dom.setText(note, WORDS.limit(inUse, gradient.size(), listed.length));
    while (rows.size() > listed.length) {
      rows.remove(rows.size() - 1);
      body.removeChild(body.getLastChild());
    }
    Dom.setHidden(elementWise.root, !finite);
    Dom.setHidden(globalNorm.root, !finite);
    if (!finite) {
      Dom.setText(figure.sentence(), "The gradient overflowed: there is nothing left to clip.");
      return;
    }
    ClippingEffect byElement = effect(Clipping.Kind.ELEMENT_WISE, inUse, gradient);
    ClippingEffect byNorm = effect(Clipping.Kind.GLOBAL_NORM, inUse, gradient);
    ParameterNames names = new ParameterNames(shown.experiment().shape());
    double most = 0;
    for (int index : listed) {
      most = Math.max(most, Math.abs(gradient.get(index)));
    }
    for (int i = 0; i < listed.length; i++) {
      if (i == rows.size()) {
        Row row = new Row();
        rows.add(row);
        body.appendChild(row.root);
      }
      int index = listed[i];
      rows.get(i)
          .show(
              names.symbol(index),
              most,
              gradient.get(index),
              byElement.clipped().get(index),
              byNorm.clipped().get(index));
    }
    double norm = shown.snapshot().gradientNorm();
    elementWise.show(byElement, norm, inUse.kind() == Clipping.Kind.ELEMENT_WISE);
    globalNorm.show(byNorm, norm, inUse.kind() == Clipping.Kind.GLOBAL_NORM);
    Dom.setText(figure.sentence(), WORDS.use(inUse, shown.snapshot().clipped()));
  }

  private static ClippingEffect effect(Clipping.Kind kind, Clipping inUse, Numbers gradient) {
    return ClippingEffect.of(new Clipping(kind, inUse.limit()), gradient);
  }
}
