package io.github.unrolled.ui.instruments;

import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.EpsilonCurve;
import io.github.unrolled.insight.GradientCheck;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.ui.chart.LineAxes;
import io.github.unrolled.ui.chart.LineChart;
import io.github.unrolled.ui.chart.Ticks;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.FittedFigure;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.SliderRow;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.CheckWords;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The gradient of backpropagation compared with difference quotients, and how good they are for any
 * ε. The check starts anew whenever the network rests at other numbers, or on request.
 */
public final class GradientCheckView implements View {
  private static final CheckWords WORDS = new CheckWords(Text.NUMBERS);
  private static final LineAxes AXES = new LineAxes(Ticks.LOG10, 54, Ticks.LOG10, 22, 10);

  /** Time between two updates of the numbers during a check, in milliseconds. */
  private static final double PERIOD_MS = 100;

  /** Most parameters to list; if there are more, those with the largest errors are listed. */
  private static final int MOST_ROWS = 12;

  private static final int LAST = GradientCheck.EPSILONS - 1;

  private final GradientChecking checking = new GradientChecking(Browser::now);
  private final LineChart chart =
      new LineChart(
          "Relative error over epsilon",
          AXES,
          new EpsilonLines(checking, LineChart.logScale(EpsilonLines.FLOOR), Text.NUMBERS));
  private final SliderRow epsilons;
  private final CheckTable table = new CheckTable();
  private final HTMLElement note = Dom.element("p", "hint check-note");
  private final HTMLElement count = Dom.element("p", "hint");
  private final HTMLElement curveLabel = Dom.element("div", "chart-label");
  private final Paced showing = new Paced(PERIOD_MS, this::show);
  private final FittedFigure figure;
  private final Seen seen = new Seen();

  /**
   * Makes the view.
   *
   * @param requestFrame requests a frame, in which the view is rendered again
   */
  public GradientCheckView(Runnable requestFrame) {
    epsilons =
        new SliderRow(
            "Epsilon",
            0,
            LAST,
            at -> {
              checking.choose(LAST - at);
              requestFrame.run();
            });
    HTMLElement again =
        Dom.button(
            "button small",
            "Check now",
            () -> {
              checking.restart();
              requestFrame.run();
            });
    chart.markPresent("mark-hover", 0);
    HTMLElement curve =
        Dom.element(
            "figure",
            "figure chart check-curve",
            curveLabel,
            chart.root(),
            Dom.text("div", "chart-label chart-label-x", "ε"));
    curve.setAttribute("aria-label", "Relative error over epsilon");
    HTMLElement caption =
        Dom.text(
            "p",
            "caption",
            Instrument.GRADIENT_CHECK.question()
                + " It is held against (L(w + ε) − L(w − ε)) / 2ε, which needs nothing but the loss:"
                + " a large ε measures a bend instead of a slope, a small one drowns in rounding,"
                + " hence the U.");
    figure =
        new FittedFigure("check", "Gradient check")
            .picture(curve)
            .rest(Dom.element("div", "check-controls", epsilons.root(), again))
            .rest(note, count, table.root(), caption, chart.table());
  }

  @Override
  public HTMLElement root() {
    return figure.root();
  }

  @Override
  public void close() {
    chart.close();
    figure.close();
  }

  @Override
  public void render(State next, Palette colors) {
    seen.take(next, colors);
    boolean changed = checking.advance(next) || seen.hasNewColors();
    boolean unfinished = checking.isUnfinished();
    chart.render(colors, changed, unfinished);
    if (changed) {
      writeHeading();
    }
    showing.frame(changed, unfinished);
  }

  @Override
  public boolean isUnfinished() {
    return checking.isUnfinished();
  }

  private void writeHeading() {
    EpsilonCurve curve = checking.curve();
    GradientCheck check = checking.check();
    if (curve != null && check != null) {
      Dom.setText(curveLabel, WORDS.heading(curve, check.size()));
    }
  }

  private void show() {
    epsilons.show(LAST - checking.position(), WORDS.epsilon(checking.position()));
    State of = checking.checked();
    if (of == null) {
      return;
    }
    Dom.setText(note, WORDS.subject(of.snapshot(), checking.isPassed()));
    GradientCheck check = checking.check();
    if (check == null) {
      table.clear();
      Dom.setText(count, "");
      Dom.setText(figure.sentence(), WORDS.overflow());
      return;
    }
    int[] listed = check.worst(MOST_ROWS);
    table.show(listed, check, new ParameterNames(of.experiment().shape()));
    Dom.setText(figure.sentence(), WORDS.result(of, check));
    Dom.setText(count, WORDS.listed(check, listed.length));
  }
}
