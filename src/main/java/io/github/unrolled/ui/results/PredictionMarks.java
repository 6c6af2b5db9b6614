package io.github.unrolled.ui.results;

import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The marks over the prediction chart, placed without redrawing it: its parts, the step under the
 * cursor and the one pointed at.
 */
final class PredictionMarks {
  private final HTMLElement testBand;
  private final HTMLElement pastBand;
  private final HTMLElement takeoverMark;
  private final HTMLElement cursorBand;
  private final HTMLElement pointedBand;
  private final HTMLElement errorBar;
  private final HTMLElement outputMark;
  private final HTMLElement freeMark;
  private final HTMLElement expectedMark;

  PredictionMarks(ChartArea area) {
    testBand = area.markBelow("mark-test");
    pastBand = area.markBelow("mark-past");
    takeoverMark = area.markBelow("mark-takeover");
    cursorBand = area.markBelow("mark-cursor");
    pointedBand = area.markBelow("mark-pointed");
    errorBar = area.markBelow("mark-error");
    outputMark = area.markAbove("mark-output");
    freeMark = area.markAbove("mark-free");
    expectedMark = area.markAbove("mark-expected");
    testBand.appendChild(Dom.text("span", "part-name", "test"));
    pastBand.appendChild(Dom.text("span", "part-name", "past the end"));
  }

  /** Shows which steps only test, which are past the end, and where the network runs alone. */
  void placeParts(PredictedSteps steps) {
    double width = 1.0 / steps.count();
    int all = steps.sequence();
    int trained = steps.trained();
    double tests = trained < all ? trained * width : Double.NaN;
    double past = steps.isFree() ? all * width : Double.NaN;
    ChartArea.stretch(testBand, tests, (all - trained) * width, 0, 1);
    ChartArea.stretch(pastBand, past, (steps.count() - all) * width, 0, 1);
    ChartArea.stretch(takeoverMark, past + (steps.takeover() - 0.5 - all) * width, 0, 0, 1);
  }

  /**
   * Marks two steps; 0 stands for none.
   *
   * @param cursor the step under the cursor
   * @param pointed the step pointed at
   */
  void placeSteps(PredictedSteps steps, PredictionRange range, int cursor, int pointed) {
    placeBand(cursorBand, steps, cursor);
    placeBand(pointedBand, steps, pointed == cursor ? 0 : pointed);
    int focus = pointed > 0 ? pointed : cursor;
    if (!range.isKnown() || focus == 0) {
      for (HTMLElement mark : new HTMLElement[] {errorBar, expectedMark, outputMark, freeMark}) {
        ChartArea.hide(mark);
      }
      return;
    }
    double x = ChartArea.stepRange(steps.count()).fraction(focus);
    double expected = range.fraction(steps.expected(focus));
    double output = range.fraction(steps.output(focus));
    double alone = range.fraction(steps.freeOutput(focus));
    double markX = pointed > 0 ? x : Double.NaN;
    ChartArea.place(expectedMark, markX, expected);
    ChartArea.place(outputMark, markX, output);
    ChartArea.place(freeMark, markX, alone);
    double end = focus > steps.sequence() ? alone : output;
    ChartArea.stretch(errorBar, x, 0, Math.min(expected, end), Math.max(expected, end));
  }

  private static void placeBand(HTMLElement band, PredictedSteps steps, int step) {
    if (step == 0) {
      ChartArea.hide(band);
    } else {
      double width = 1.0 / steps.count();
      ChartArea.stretch(band, (step - 1) * width, width, 0, 1);
    }
  }
}
