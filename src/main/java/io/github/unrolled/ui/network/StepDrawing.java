package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.State;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.plot.DecadeScale;
import io.github.unrolled.plot.StepColumns;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.ShortText;

/**
 * Draws only the visible columns of an unrolled network: inputs, outputs and everything that does
 * not depend on the look of the hidden state.
 */
abstract class StepDrawing {
  /** Scale of the gradient bars, always the same, so that pictures can be compared. */
  static final DecadeScale GRADIENTS = new DecadeScale(-6, 2);

  /** Length below which a gradient bar tells nothing and is left out. */
  private static final double SHORTEST_BAR = 12;

  static final int TEXT_WEIGHT = 400;
  static final int NUMBER_WEIGHT = 600;
  static final int TEXT_SIZE = 12;
  static final int SMALL_SIZE = 11;
  private static final int SMALLEST_SIZE = 10;

  /** Radius of a node below which its number is written smallest. */
  private static final double SMALL_RADIUS = 20;

  /** Space between a number and the outline of its node. */
  private static final double NODE_PADDING = 1;

  /** Share of the scale below which a number that does not fit is written as about 0. */
  private static final double NEGLIGIBLE = 1e-2;

  private static final String ABOUT_ZERO = "\u22480";

  private static final int NUMBERS_PER_STEP = 3;

  final Canvas canvas;
  final UnrolledColors colors;
  final StepNumbers numbers;
  private final StepColumns columns;

  /** Font size of the numbers in nodes. */
  private final int nodeSize;

  private final ShortText inNodes;
  private final ShortText aboveNodes;

  Numbers parameters = Numbers.of();
  int cursor;
  int pointedParameter;

  /** Distance by which the columns are scrolled to the left. */
  double scroll;

  StepDrawing(Canvas canvas, StepColumns columns, UnrolledColors colors, StepNumbers numbers) {
    this.canvas = canvas;
    this.columns = columns;
    this.colors = colors;
    this.numbers = numbers;
    nodeSize = columns.nodeRadius() < SMALL_RADIUS ? SMALLEST_SIZE : SMALL_SIZE;
    canvas.font(NUMBER_WEIGHT, nodeSize);
    double padding = nodeSize == SMALL_SIZE ? NODE_PADDING : 0;
    double room = 2 * (columns.nodeRadius() - padding);
    inNodes = new ShortText(canvas, room, NUMBERS_PER_STEP * columns.steps());
    canvas.font(TEXT_WEIGHT, TEXT_SIZE);
    aboveNodes = new ShortText(canvas, columns.columnWidth() - 6, columns.steps());
  }

  /**
   * Draws a state, after its numbers have been read.
   *
   * @param scrolled distance by which the columns are scrolled to the left
   */
  final void draw(State state, double scrolled) {
    scroll = scrolled;
    parameters = state.snapshot().parameters();
    cursor = state.experiment().cursor();
    pointedParameter = state.pointed().parameter();
    int first = columns.firstVisible(scroll);
    int last = columns.lastVisible(scroll);
    canvas.begin((int) columns.width(), (int) columns.height());
    canvas.moveOrigin(-scroll, 0);
    drawTestSteps(state.problem().trainSteps(), first, last);
    drawBand();
    drawBelow(first, last);
    for (int step = first; step <= last; step++) {
      drawGradient(step);
      drawNodes(step);
    }
    drawCuts(state, first, last);
    drawPointedStep(state.pointed().step());
    drawAbove(state, first, last);
    canvas.moveOrigin(scroll, 0);
    drawRowLabels();
  }

  /** Draws everything behind the nodes: edges and their marks. */
  abstract void drawBelow(int first, int last);

  /** Draws the hidden state of a step. */
  abstract void drawState(int step);

  /** Draws everything in the foreground. */
  abstract void drawAbove(State state, int first, int last);

  final UnrolledColors.Tone tone(int step) {
    return step < cursor ? colors.done : step == cursor ? colors.now : colors.ahead;
  }

  /** Hatches the columns that do not train. */
  private void drawTestSteps(int trainSteps, int first, int last) {
    int from = Math.max(first, trainSteps + 1);
    if (from <= last) {
      double left = columns.columnLeft(from);
      double width = columns.columnLeft(last + 1) - left;
      canvas.roundedRect(left, 0, width, columns.height(), 0);
      double reach = (width + columns.height()) / 2;
      canvas.hatch(left + width / 2, columns.height() / 2, reach, colors.test);
    }
  }

  private void drawBand() {
    if (cursor > 0) {
      columnOutline(cursor);
      canvas.fill(colors.band);
    }
  }

  private void drawPointedStep(int step) {
    if (step > 0 && step <= columns.steps()) {
      columnOutline(step);
      canvas.stroke(colors.palette.accent(), 1.5);
    }
  }

  private void columnOutline(int step) {
    double width = columns.columnWidth() - 4;
    canvas.roundedRect(columns.columnLeft(step) + 2, 2, width, columns.height() - 4, 8);
  }

  private void drawGradient(int step) {
    double gradient = numbers.gradient(step);
    if (!Double.isFinite(gradient)) {
      return;
    }
    double x = columns.barLeft(step);
    double top = columns.barTop();
    double length = columns.barBottom() - top;
    if (length < SHORTEST_BAR) {
      return;
    }
    double filled = length * GRADIENTS.position(gradient);
    String color = tone(step).gradient();
    canvas.fillRect(x, top, columns.barWidth(), length, colors.palette.line());
    if (filled > 0) {
      canvas.fillRect(x, top + length - filled, columns.barWidth(), filled, color);
    }
    double middle = x + columns.barWidth() / 2;
    double y = columns.barSignY();
    if (gradient != 0 && numbers.hasOneUnit()) {
      canvas.line(middle - 3.5, y, middle + 3.5, y, colors.palette.bptt(), 1.5);
    }
    if (gradient > 0 && numbers.hasOneUnit()) {
      canvas.line(middle, y - 3.5, middle, y + 3.5, colors.palette.bptt(), 1.5);
    }
  }

  private void drawNodes(int step) {
    UnrolledColors.Tone tone = tone(step);
    double x = columns.stateX(step);
    double side = 2 * columns.inputHalfSide();
    double inputLeft = columns.inputX(step) - side / 2;
    canvas.roundedRect(inputLeft, columns.inputY() - side / 2, side, side, 5);
    drawNode(
        columns.inputX(step),
        columns.inputY(),
        numbers.input(step),
        numbers.inputText(step),
        slot(step),
        step);
    drawState(step);
    drawExpected(step);
    canvas.circle(x, columns.outputY(), columns.nodeRadius());
    drawNode(
        x, columns.outputY(), numbers.output(step), numbers.outputText(step), slot(step) + 1, step);
    canvas.font(step == cursor ? NUMBER_WEIGHT : TEXT_WEIGHT, TEXT_SIZE);
    double target = numbers.target(step);
    String text = numbers.targetText(step);
    String expected = shorten(aboveNodes, step - 1, target, text, numbers.scale());
    canvas.textCentered(expected, x, columns.expectedY(), tone.text());
    canvas.textCentered(
        step + "",
        columns.center(step),
        columns.labelY(),
        step == cursor ? tone.text() : colors.palette.inkSoft());
  }

  /** First of the three slots for a step's texts: its input, its output, and a third text. */
  static int slot(int step) {
    return NUMBERS_PER_STEP * (step - 1);
  }

  /** Draws a ring in the colour of the expected value, which the output inside should approach. */
  private void drawExpected(int step) {
    UnrolledColors.Tone tone = tone(step);
    double x = columns.stateX(step);
    double y = columns.outputY();
    canvas.circle(x, y, columns.ringRadius());
    canvas.fill(tone.nodes().fill(numbers.target(step) / numbers.scale()));
    canvas.dotted(0.01, 3.6);
    canvas.stroke(tone.text(), 1.6);
    canvas.solid();
    canvas.flatEnds();
    canvas.circle(x, y, columns.nodeRadius() + 1.5);
    canvas.fill(colors.palette.paper());
  }

  /** Fills and outlines the current path and writes the number into it. */
  final void drawNode(double x, double y, double value, String full, int slot, int step) {
    UnrolledColors.Tone tone = tone(step);
    if (!Double.isFinite(value)) {
      drawOverflow(x, y, tone);
      return;
    }
    double share = value / numbers.scale();
    canvas.fill(tone.nodes().fill(share));
    canvas.stroke(tone.outline(), step == cursor ? 2 : 1);
    canvas.font(step > cursor ? TEXT_WEIGHT : NUMBER_WEIGHT, nodeSize);
    String text = shorten(inNodes, slot, value, full, numbers.scale());
    canvas.textCentered(text, x, y + 0.5, tone.nodes().ink(share));
  }

  static String shorten(ShortText texts, int slot, double value, String full, double scale) {
    String text = texts.of(slot, value, full);
    // When the scale has nearly overflowed, even a large number is a small share of it.
    boolean small = Math.abs(value) < NEGLIGIBLE * Math.min(1, scale);
    return text.isEmpty() && small ? ABOUT_ZERO : text;
  }

  private void drawOverflow(double x, double y, UnrolledColors.Tone tone) {
    canvas.fill(colors.palette.neutral());
    canvas.stroke(tone.outline(), 1);
    canvas.hatch(x, y, columns.nodeRadius(), colors.palette.inkSoft());
    canvas.font(TEXT_WEIGHT, SMALL_SIZE);
    double width = canvas.textWidth(NumberFormat.OVERFLOW) + 4;
    if (width > columns.columnWidth()) {
      return;
    }
    canvas.roundedRect(x - width / 2, y - 8, width, 16, 3);
    canvas.fill(colors.palette.paper());
    canvas.textCentered(NumberFormat.OVERFLOW, x, y + 0.5, colors.palette.ink());
  }

  /** Draws a parameter's arrow straight up or to the right. */
  final void drawArrow(
      double fromX, double fromY, double toX, double toY, double weight, int step) {
    double width = StepColumns.edgeWidth(weight) + (step == cursor ? 1 : 0);
    if (weight < 0) {
      canvas.dashed(Math.max(3, 0.8 * width), 2.5);
    }
    drawArrow(fromX, fromY, toX, toY, tone(step).edge(weight), width);
  }

  /** Draws an arrow straight up or to the right. */
  final void drawArrow(
      double fromX, double fromY, double toX, double toY, String color, double width) {
    double length = toX - fromX + fromY - toY;
    double head = Math.min(5 + 0.9 * width, 0.6 * length);
    double half = 2.5 + 0.75 * width;
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

  final double inputTop() {
    return columns.inputY() - columns.inputHalfSide();
  }

  final double stateBottom() {
    return columns.hiddenY() + columns.stateHalfHeight();
  }

  final double stateTop() {
    return columns.hiddenY() - columns.stateHalfHeight();
  }

  final double outputBottom() {
    return columns.outputBottom();
  }

  /** Start of the edge into a step's state. */
  final double edgeStart(int step) {
    return step == 1 ? columns.startX() + columns.startRadius() : columns.stateRight(step - 1);
  }

  /** Draws two strokes across each edge that the gradient does not pass. */
  private void drawCuts(State state, int first, int last) {
    int window = state.experiment().training().window();
    int end = Math.min(Math.min(last + 1, columns.steps()), state.problem().trainSteps());
    for (int step = Math.max(2, first); step <= end; step++) {
      if ((step - 1) % window == 0) {
        double x = StepColumns.middle(columns.stateRight(step - 1), columns.stateLeft(step)) - 2;
        double y = columns.hiddenY();
        canvas.line(x - 3, y + 12, x + 7, y - 12, colors.palette.paper(), 8);
        canvas.line(x - 5, y + 10, x + 3, y - 10, colors.palette.bptt(), 2);
        canvas.line(x + 1, y + 10, x + 9, y - 10, colors.palette.bptt(), 2);
      }
    }
  }

  private void drawRowLabels() {
    if (scroll > 0) {
      double solid = columns.gutter();
      canvas.fillRect(0, 0, solid, columns.height(), colors.palette.paper());
      canvas.fade(solid, 0, 18, columns.height(), colors.palette.paper());
    }
    drawStart();
    double right = columns.rowLabelRight(scroll);
    boolean wide = columns.isWide();
    canvas.font(TEXT_WEIGHT, TEXT_SIZE);
    String color = colors.palette.inkSoft();
    canvas.textRight(wide ? "expected" : "exp.", right, columns.expectedY(), color);
    canvas.textRight(wide ? "output y" : "y", right, columns.outputY(), color);
    canvas.textRight(wide ? "state h" : "h", right, columns.hiddenY(), color);
    canvas.textRight(wide ? "input x" : "x", right, columns.inputY(), color);
    canvas.textRight(wide ? "step t" : "t", right, columns.labelY(), color);
  }

  /** Draws the state before the first step. */
  private void drawStart() {
    double x = columns.startX() - scroll;
    if (x < columns.gutter() && scroll > 0) {
      return;
    }
    UnrolledColors.Tone tone = cursor == 0 ? colors.ahead : colors.done;
    double top = drawStartState(x, tone);
    canvas.font(TEXT_WEIGHT, SMALL_SIZE);
    canvas.textCentered("h\u2080", x, top - 8, colors.palette.inkSoft());
  }

  /**
   * Draws the start state around a place and returns its upper end: a circle with a 0, or with the
   * number of a single unit below it.
   */
  double drawStartState(double x, UnrolledColors.Tone tone) {
    double y = columns.hiddenY();
    double top = y - columns.startRadius();
    double share = numbers.cell(0, 0, 0) / startScale();
    canvas.circle(x, y, columns.startRadius());
    canvas.fill(tone.nodes().fill(share));
    canvas.stroke(tone.outline(), 1);
    canvas.font(NUMBER_WEIGHT, SMALL_SIZE);
    if (numbers.startsAtZero()) {
      canvas.textCentered("0", x, y + 0.5, tone.nodes().ink(0));
    } else {
      String text = numbers.startText();
      double left = x - canvas.textWidth(text) / 2;
      String paper = colors.palette.paper();
      canvas.textLeftOutlined(text, left, y + columns.startRadius() + 9, tone.text(), paper);
    }
    return top;
  }

  /** Magnitude at the ends of the start state's colour scale. */
  abstract double startScale();
}
