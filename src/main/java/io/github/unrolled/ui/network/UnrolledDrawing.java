package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.plot.StepColumns;
import io.github.unrolled.plot.UnrolledLayout;
import io.github.unrolled.ui.kit.Canvas;

/** Draws the unrolled network of one unit. */
final class UnrolledDrawing extends StepDrawing {
  private final UnrolledLayout layout;

  /** Makes a drawing with one layout and theme. */
  UnrolledDrawing(
      Canvas canvas, UnrolledLayout layout, UnrolledColors colors, StepNumbers numbers) {
    super(canvas, layout, colors, numbers);
    this.layout = layout;
  }

  @Override
  void drawBelow(int first, int last) {
    drawHalos(first, last);
    drawEdges(first, last);
  }

  @Override
  void drawState(int step) {
    double x = layout.center(step);
    canvas.circle(x, layout.hiddenY(), layout.nodeRadius());
    drawNode(
        x, layout.hiddenY(), numbers.state(step), numbers.stateText(step), slot(step) + 2, step);
  }

  @Override
  double startScale() {
    return numbers.scale();
  }

  @Override
  void drawAbove(State state, int first, int last) {
    drawParameterNames(first, last);
  }

  private void drawHalos(int first, int last) {
    if (pointedParameter < 0) {
      return;
    }
    double width = StepColumns.edgeWidth(parameters.get(pointedParameter)) + 8;
    for (int step = first; step <= Math.min(last + 1, layout.steps()); step++) {
      double x = layout.center(step);
      switch (pointedParameter) {
        case ElmanUnit.INPUT_WEIGHT ->
            canvas.line(x, inputTop(), x, stateBottom(), colors.halo, width);
        case ElmanUnit.OUTPUT_WEIGHT ->
            canvas.line(x, stateTop(), x, outputBottom(), colors.halo, width);
        case ElmanUnit.HIDDEN_WEIGHT ->
            canvas.line(
                edgeStart(step),
                layout.hiddenY(),
                x - layout.nodeRadius(),
                layout.hiddenY(),
                colors.halo,
                width);
        case ElmanUnit.HIDDEN_BIAS -> drawBiasHalo(x, layout.hiddenY());
        case ElmanUnit.OUTPUT_BIAS -> drawBiasHalo(x, layout.outputY());
        default -> {}
      }
    }
  }

  private void drawBiasHalo(double x, double y) {
    canvas.circle(x - layout.biasOffset(), y + layout.biasOffset(), 10);
    canvas.fill(colors.halo);
  }

  private void drawEdges(int first, int last) {
    double inputWeight = parameters.get(ElmanUnit.INPUT_WEIGHT);
    double hiddenWeight = parameters.get(ElmanUnit.HIDDEN_WEIGHT);
    double outputWeight = parameters.get(ElmanUnit.OUTPUT_WEIGHT);
    // The last column contains the start of the edge into the next column.
    for (int step = first; step <= Math.min(last + 1, layout.steps()); step++) {
      double x = layout.center(step);
      drawArrow(x, inputTop(), x, stateBottom(), inputWeight, step);
      drawArrow(x, stateTop(), x, outputBottom(), outputWeight, step);
      drawArrow(
          edgeStart(step),
          layout.hiddenY(),
          x - layout.nodeRadius(),
          layout.hiddenY(),
          hiddenWeight,
          step);
      drawBias(x, layout.hiddenY(), parameters.get(ElmanUnit.HIDDEN_BIAS), step);
      drawBias(x, layout.outputY(), parameters.get(ElmanUnit.OUTPUT_BIAS), step);
    }
  }

  /** Draws a bias as a dot with its sign at the lower left of a node; draws nothing for 0. */
  private void drawBias(double nodeX, double nodeY, double bias, int step) {
    if (bias == 0) {
      return;
    }
    UnrolledColors.Tone tone = tone(step);
    double x = nodeX - layout.biasOffset();
    double y = nodeY + layout.biasOffset();
    double reach = 0.7 * layout.nodeRadius();
    canvas.line(x, y, nodeX - reach, nodeY + reach, tone.edge(bias), 1.5);
    canvas.circle(x, y, 5.5);
    canvas.fill(tone.edge(bias));
    String sign = colors.palette.paper();
    canvas.line(x - 3, y, x + 3, y, sign, 1.5);
    if (bias > 0) {
      canvas.line(x, y - 3, x, y + 3, sign, 1.5);
    }
  }

  private void drawParameterNames(int first, int last) {
    double between = StepColumns.middle(outputBottom(), stateTop());
    double below = StepColumns.middle(stateBottom(), inputTop());
    double bias = layout.biasOffset();
    switch (pointedParameter) {
      case ElmanUnit.INPUT_WEIGHT -> drawNames("W", "input", first, last, -8, below, true);
      case ElmanUnit.OUTPUT_WEIGHT -> drawNames("W", "output", first, last, -8, between, true);
      case ElmanUnit.HIDDEN_WEIGHT ->
          drawNames(
              "W",
              "hidden",
              first,
              last,
              -layout.columnWidth() / 2,
              layout.hiddenY() - layout.nodeRadius() - 8,
              false);
      case ElmanUnit.HIDDEN_BIAS ->
          drawNames("b", "hidden", first, last, -8, layout.hiddenY() + bias + 18, true);
      case ElmanUnit.OUTPUT_BIAS ->
          drawNames("b", "output", first, last, -8, layout.outputY() + bias + 18, true);
      default -> {}
    }
  }

  /**
   * Writes the same name at every edge of a parameter, or at as many as there is room for, but not
   * where its number stands.
   */
  private void drawNames(
      String symbol, String index, int first, int last, double dx, double y, boolean toTheLeft) {
    canvas.font(NUMBER_WEIGHT, TEXT_SIZE);
    double symbolWidth = canvas.textWidth(symbol) + 1;
    canvas.font(TEXT_WEIGHT, SMALL_SIZE);
    double width = symbolWidth + canvas.textWidth(index);
    boolean beside = toTheLeft && layout.columnWidth() > width + layout.nodeRadius() + 20;
    double shift = beside ? dx - width / 2 - 4 : toTheLeft ? 0 : dx;
    int every = (int) ((width + 12) / layout.columnWidth()) + 1;
    int handled = DrawingHandles.stepOf(pointedParameter, layout, scroll);
    for (int step = first; step <= last; step++) {
      if ((step - 1) % every == 0 && step != handled) {
        double left = layout.center(step) + shift - width / 2;
        canvas.font(NUMBER_WEIGHT, TEXT_SIZE);
        canvas.textLeftOutlined(symbol, left, y - 1, colors.palette.ink(), colors.palette.paper());
        canvas.font(TEXT_WEIGHT, SMALL_SIZE);
        canvas.textLeftOutlined(
            index, left + symbolWidth, y + 3, colors.palette.ink(), colors.palette.paper());
      }
    }
  }
}
