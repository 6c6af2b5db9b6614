package io.github.unrolled.ui;

import io.github.unrolled.experiment.State;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.plot.DecadeScale;
import io.github.unrolled.plot.UnrolledLayout;

/** Draws those columns of an unrolled network that are seen, and nothing else. */
final class UnrolledDrawing {
  /** Scale of the gradient bars: always the same, so that pictures can be compared. */
  static final DecadeScale GRADIENTS = new DecadeScale(-6, 2);

  private static final int TEXT_WEIGHT = 400;
  private static final int NUMBER_WEIGHT = 600;
  private static final int TEXT_SIZE = 12;
  private static final int SMALL_SIZE = 11;

  /** Room between a number and the outline of its node. */
  private static final double NODE_PADDING = 1;

  /** Share of the scale below which a number that does not fit is said to be about 0. */
  private static final double NEGLIGIBLE = 5e-3;

  private static final String ABOUT_ZERO = "\u22480";

  private static final int NUMBERS_PER_STEP = 4;

  private final Canvas canvas;
  private final UnrolledLayout layout;
  private final UnrolledColors colors;
  private final StepNumbers numbers;
  private final ShortText inNodes;
  private final ShortText aboveNodes;

  private Numbers parameters = Numbers.of();
  private int cursor;
  private int pointedParameter;

  /** Prepares drawing with one layout and theme. */
  UnrolledDrawing(
      Canvas canvas, UnrolledLayout layout, UnrolledColors colors, StepNumbers numbers) {
    this.canvas = canvas;
    this.layout = layout;
    this.colors = colors;
    this.numbers = numbers;
    canvas.font(NUMBER_WEIGHT, SMALL_SIZE);
    double room = 2 * (layout.nodeRadius() - NODE_PADDING);
    inNodes = new ShortText(canvas, room, NUMBERS_PER_STEP * layout.steps());
    canvas.font(TEXT_WEIGHT, TEXT_SIZE);
    aboveNodes = new ShortText(canvas, layout.columnWidth() - 6, layout.steps());
  }

  /**
   * Draws a state whose numbers have been read.
   *
   * @param scroll how far the columns are scrolled to the left
   */
  void draw(State state, double scroll) {
    parameters = state.snapshot().parameters();
    cursor = state.experiment().cursor();
    pointedParameter = state.pointedParameter();
    int first = layout.firstVisible(scroll);
    int last = layout.lastVisible(scroll);
    canvas.begin((int) layout.width(), (int) layout.height());
    canvas.moveOrigin(-scroll, 0);
    drawBand();
    drawHalos(first, last);
    drawEdges(first, last);
    for (int step = first; step <= last; step++) {
      drawGradient(step);
      drawNodes(step);
    }
    drawPointedStep(state.pointedStep());
    drawParameterNames(first, last);
    canvas.moveOrigin(scroll, 0);
    drawRowLabels(scroll);
  }

  private UnrolledColors.Tone tone(int step) {
    return step < cursor ? colors.done : step == cursor ? colors.now : colors.ahead;
  }

  private void drawBand() {
    if (cursor > 0) {
      columnOutline(cursor);
      canvas.fill(colors.band);
    }
  }

  private void drawPointedStep(int step) {
    if (step > 0 && step <= layout.steps()) {
      columnOutline(step);
      canvas.stroke(colors.palette.accent(), 1.5);
    }
  }

  private void columnOutline(int step) {
    double width = layout.columnWidth() - 4;
    canvas.roundedRect(layout.columnLeft(step) + 2, 2, width, layout.height() - 4, 8);
  }

  private void drawHalos(int first, int last) {
    if (pointedParameter < 0) {
      return;
    }
    double width = 8 + UnrolledLayout.edgeWidth(parameters.get(pointedParameter));
    for (int step = first; step <= Math.min(last + 1, layout.steps()); step++) {
      double x = layout.center(step);
      switch (pointedParameter) {
        case ElmanUnit.INPUT_WEIGHT ->
            canvas.line(x, inputTop(), x, hiddenBottom(), colors.halo, width);
        case ElmanUnit.OUTPUT_WEIGHT ->
            canvas.line(x, hiddenTop(), x, outputBottom(), colors.halo, width);
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
    // The edge into the column after the last one begins in the last one.
    for (int step = first; step <= Math.min(last + 1, layout.steps()); step++) {
      double x = layout.center(step);
      drawArrow(x, inputTop(), x, hiddenBottom(), inputWeight, step);
      drawArrow(x, hiddenTop(), x, outputBottom(), outputWeight, step);
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

  private double edgeStart(int step) {
    return step == 1
        ? layout.startX() + layout.startRadius()
        : layout.center(step - 1) + layout.nodeRadius();
  }

  private double inputTop() {
    return layout.inputY() - layout.inputHalfSide();
  }

  private double hiddenBottom() {
    return layout.hiddenY() + layout.nodeRadius();
  }

  private double hiddenTop() {
    return layout.hiddenY() - layout.nodeRadius();
  }

  private double outputBottom() {
    return layout.outputY() + layout.ringRadius();
  }

  /** An arrow straight up or to the right. */
  private void drawArrow(
      double fromX, double fromY, double toX, double toY, double weight, int step) {
    double width = UnrolledLayout.edgeWidth(weight) + (step == cursor ? 1 : 0);
    double length = toX - fromX + fromY - toY;
    double head = Math.min(5 + 0.9 * width, 0.6 * length);
    double half = 2.5 + 0.75 * width;
    String color = tone(step).edge(weight);
    if (weight < 0) {
      canvas.dashed(Math.max(3, 0.8 * width), 2.5);
    }
    boolean up = toX == fromX;
    double shaftX = up ? toX : toX - head;
    double shaftY = up ? toY + head : toY;
    canvas.line(fromX, fromY, shaftX, shaftY, color, width);
    canvas.solid();
    if (up) {
      canvas.fillTriangle(toX, toY, toX - half, shaftY, toX + half, shaftY, color);
    } else {
      canvas.fillTriangle(toX, toY, shaftX, toY - half, shaftX, toY + half, color);
    }
  }

  /** A dot with its sign at the lower left of a node; nothing for a bias of 0. */
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

  private void drawGradient(int step) {
    double gradient = numbers.gradient(step);
    if (!Double.isFinite(gradient)) {
      return;
    }
    double x = layout.barLeft(step);
    double top = layout.barTop();
    double length = layout.barBottom() - top;
    double filled = length * GRADIENTS.position(gradient);
    String color = tone(step).gradient();
    canvas.fillRect(x, top, layout.barWidth(), length, colors.palette.line());
    if (filled > 0) {
      canvas.fillRect(x, top + length - filled, layout.barWidth(), filled, color);
    }
    double middle = x + layout.barWidth() / 2;
    double y = layout.barSignY();
    if (gradient != 0) {
      canvas.line(middle - 3.5, y, middle + 3.5, y, colors.palette.bptt(), 1.5);
    }
    if (gradient > 0) {
      canvas.line(middle, y - 3.5, middle, y + 3.5, colors.palette.bptt(), 1.5);
    }
  }

  private void drawNodes(int step) {
    UnrolledColors.Tone tone = tone(step);
    double x = layout.center(step);
    double radius = layout.nodeRadius();
    double side = 2 * layout.inputHalfSide();
    int slot = NUMBERS_PER_STEP * (step - 1);

    canvas.roundedRect(x - side / 2, layout.inputY() - side / 2, side, side, 5);
    drawNode(x, layout.inputY(), numbers.input(step), numbers.inputText(step), slot, step);

    canvas.circle(x, layout.hiddenY(), radius);
    drawNode(x, layout.hiddenY(), numbers.state(step), numbers.stateText(step), slot + 1, step);

    drawExpected(step);
    canvas.circle(x, layout.outputY(), radius);
    drawNode(x, layout.outputY(), numbers.output(step), numbers.outputText(step), slot + 2, step);

    canvas.font(step == cursor ? NUMBER_WEIGHT : TEXT_WEIGHT, TEXT_SIZE);
    double target = numbers.target(step);
    String expected = shorten(aboveNodes, step - 1, target, numbers.targetText(step));
    canvas.textCentered(expected, x, layout.expectedY(), tone.text());
    canvas.textCentered(
        step + "", x, layout.labelY(), step == cursor ? tone.text() : colors.palette.inkSoft());
  }

  /** A ring in the colour of the expected value: the output inside should come to look like it. */
  private void drawExpected(int step) {
    UnrolledColors.Tone tone = tone(step);
    double x = layout.center(step);
    double y = layout.outputY();
    canvas.circle(x, y, layout.ringRadius());
    canvas.fill(tone.nodes().fill(numbers.target(step) / numbers.scale()));
    canvas.dotted(3.6);
    canvas.stroke(tone.text(), 1.6);
    canvas.solid();
    canvas.flatEnds();
    canvas.circle(x, y, layout.nodeRadius() + 1.5);
    canvas.fill(colors.palette.paper());
  }

  /** Fills and outlines the present path and writes the number into it. */
  private void drawNode(double x, double y, double value, String full, int slot, int step) {
    UnrolledColors.Tone tone = tone(step);
    if (!Double.isFinite(value)) {
      drawOverflow(x, y, tone);
      return;
    }
    double share = value / numbers.scale();
    canvas.fill(tone.nodes().fill(share));
    canvas.stroke(tone.outline(), step == cursor ? 2 : 1);
    canvas.font(step > cursor ? TEXT_WEIGHT : NUMBER_WEIGHT, SMALL_SIZE);
    String text = shorten(inNodes, slot, value, full);
    canvas.textCentered(text, x, y + 0.5, tone.nodes().ink(share));
  }

  private String shorten(ShortText texts, int slot, double value, String full) {
    String text = texts.of(slot, value, full);
    boolean small = Math.abs(value) < NEGLIGIBLE * numbers.scale();
    return text.isEmpty() && small ? ABOUT_ZERO : text;
  }

  private void drawOverflow(double x, double y, UnrolledColors.Tone tone) {
    canvas.fill(colors.palette.neutral());
    canvas.stroke(tone.outline(), 1);
    canvas.hatch(x, y, layout.nodeRadius(), colors.palette.inkSoft());
    canvas.font(TEXT_WEIGHT, SMALL_SIZE);
    double width = canvas.textWidth(NumberFormat.OVERFLOW) + 4;
    if (width > layout.columnWidth()) {
      return;
    }
    canvas.roundedRect(x - width / 2, y - 8, width, 16, 3);
    canvas.fill(colors.palette.paper());
    canvas.textCentered(NumberFormat.OVERFLOW, x, y + 0.5, colors.palette.ink());
  }

  private void drawParameterNames(int first, int last) {
    double between = (hiddenTop() + outputBottom()) / 2;
    double below = (inputTop() + hiddenBottom()) / 2;
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

  /** The same name at every edge of a parameter, or at as many as have room. */
  private void drawNames(
      String symbol, String index, int first, int last, double dx, double y, boolean toTheLeft) {
    canvas.font(NUMBER_WEIGHT, TEXT_SIZE);
    double symbolWidth = canvas.textWidth(symbol) + 1;
    canvas.font(TEXT_WEIGHT, SMALL_SIZE);
    double width = symbolWidth + canvas.textWidth(index);
    boolean beside = toTheLeft && layout.columnWidth() > width + layout.nodeRadius() + 20;
    double shift = beside ? dx - width / 2 - 4 : toTheLeft ? 0 : dx;
    int every = (int) ((width + 12) / layout.columnWidth()) + 1;
    for (int step = first; step <= last; step++) {
      if ((step - 1) % every == 0) {
        double left = layout.center(step) + shift - width / 2;
        canvas.font(NUMBER_WEIGHT, TEXT_SIZE);
        canvas.textLeftOutlined(symbol, left, y - 1, colors.palette.ink(), colors.palette.paper());
        canvas.font(TEXT_WEIGHT, SMALL_SIZE);
        canvas.textLeftOutlined(
            index, left + symbolWidth, y + 3, colors.palette.ink(), colors.palette.paper());
      }
    }
  }

  private void drawRowLabels(double scroll) {
    if (scroll > 0) {
      double solid = layout.gutter();
      canvas.fillRect(0, 0, solid, layout.height(), colors.palette.paper());
      canvas.fade(solid, 0, 18, layout.height(), colors.palette.paper());
    }
    drawStart(scroll);
    double right = layout.rowLabelRight(scroll);
    boolean wide = layout.isWide();
    canvas.font(TEXT_WEIGHT, TEXT_SIZE);
    String color = colors.palette.inkSoft();
    canvas.textRight(wide ? "expected" : "exp.", right, layout.expectedY(), color);
    canvas.textRight(wide ? "output y" : "y", right, layout.outputY(), color);
    canvas.textRight(wide ? "state h" : "h", right, layout.hiddenY(), color);
    canvas.textRight(wide ? "input x" : "x", right, layout.inputY(), color);
    canvas.textRight(wide ? "step t" : "t", right, layout.labelY(), color);
  }

  /** The state before the first step, which is always 0. */
  private void drawStart(double scroll) {
    double x = layout.startX() - scroll;
    if (x < layout.gutter() && scroll > 0) {
      return;
    }
    UnrolledColors.Tone tone = cursor == 0 ? colors.ahead : colors.done;
    double y = layout.hiddenY();
    canvas.circle(x, y, layout.startRadius());
    canvas.fill(tone.nodes().fill(0));
    canvas.stroke(tone.outline(), 1);
    canvas.font(NUMBER_WEIGHT, SMALL_SIZE);
    canvas.textCentered("0", x, y + 0.5, tone.nodes().ink(0));
    canvas.font(TEXT_WEIGHT, SMALL_SIZE);
    canvas.textCentered("h\u2080", x, y - layout.startRadius() - 8, colors.palette.inkSoft());
  }
}
