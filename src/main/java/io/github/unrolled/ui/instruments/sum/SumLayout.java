package io.github.unrolled.ui.instruments.sum;

/**
 * Places of a sum's parts in its picture, in CSS pixels: at the top stacked from zero, positive
 * ones to the right and negative ones to the left, with their total below them; further down as a
 * bar for each step.
 */
final class SumLayout {
  static final int MARGIN = 12;
  static final int STACK_TOP = 4;

  /** Height below which the stack and the total are lower, so that the bars keep some. */
  private static final int LOW = 150;

  /** Distance from the total to the bars, with the stack's zero in it. */
  private static final int BETWEEN = 17;

  /** Room for the steps' numbers below the bars. */
  private static final int FOOT = 18;

  /** Least width of a part with a gap beside it. */
  private static final int LEAST_GAP = 4;

  /** Least width of a part of the stack with its step's number in it. */
  private static final int LEAST_LABEL = 15;

  /** Room for a step's number below the bars. */
  private static final int LABEL_WIDTH = 22;

  private final SumParts parts;
  private final int width;
  private final int height;
  private final double columnWidth;
  private final double stackUnit;
  private final double[] stackLeft;
  private final double barUnit;
  private final double barZero;

  SumLayout(SumParts parts, int width, int height) {
    this.parts = parts;
    this.width = width;
    this.height = height;
    columnWidth = (width - 2 * MARGIN) / (double) parts.steps();
    double all = parts.positive() - parts.negative();
    stackUnit = all > 0 ? (width - 2 * MARGIN) / all : 0;
    stackLeft = new double[parts.steps()];
    double right = stackZero();
    double left = right;
    double most = 0;
    double least = 0;
    for (int t = 0; t < stackLeft.length; t++) {
      boolean above = parts.part(t) > 0;
      left -= above ? 0 : stackLength(t);
      stackLeft[t] = above ? right : left;
      right += above ? stackLength(t) : 0;
      most = Math.max(most, parts.part(t));
      least = Math.min(least, parts.part(t));
    }
    barUnit = most > least ? (barsBottom() - barsTop()) / (most - least) : 0;
    barZero = most > least ? barsTop() + most * barUnit : (barsTop() + barsBottom()) / 2.0;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Whether there is something to draw on. */
  boolean hasSize() {
    return width > 0 && height > 0;
  }

  /** Lower end of the stack. */
  int stackBottom() {
    return height < LOW ? 22 : 30;
  }

  /** Upper end of the total. */
  int totalTop() {
    return stackBottom() + (height < LOW ? 3 : 5);
  }

  /** Lower end of the total. */
  int totalBottom() {
    return totalTop() + (height < LOW ? 7 : 10);
  }

  /** Upper end of the room for the bars. */
  int barsTop() {
    return totalBottom() + BETWEEN;
  }

  /** Lower end of the room for the bars. */
  int barsBottom() {
    return Math.max(barsTop(), height - FOOT);
  }

  /** Horizontal place of the stack's zero. */
  double stackZero() {
    return MARGIN - parts.negative() * stackUnit;
  }

  /** End of the total of all parts, which starts at zero. */
  double totalEnd() {
    double total = parts.positive() + parts.negative();
    return stackZero() + total * stackUnit;
  }

  /** Left end of a step's part in the stack; t counts from 0, here and below. */
  double stackLeft(int t) {
    return stackLeft[t];
  }

  /** Length of a step's part in the stack. */
  double stackLength(int t) {
    return Math.abs(parts.part(t)) * stackUnit;
  }

  /** The gap between a part of the stack and the next. */
  double stackGap(int t) {
    return stackLength(t) > LEAST_GAP ? 1 : 0;
  }

  /** Whether a part of the stack has room for its step's number. */
  boolean hasStackLabel(int t) {
    return stackLength(t) >= LEAST_LABEL;
  }

  /** Left end of a step's column; for the step after the last, the right end of all columns. */
  int columnLeft(int t) {
    return (int) (MARGIN + t * columnWidth);
  }

  /** Middle of a step's column. */
  double columnMiddle(int t) {
    return columnLeft(t) + columnWidth / 2;
  }

  /** Width of a step's bar. */
  double barWidth(int t) {
    int gap = columnWidth > LEAST_GAP ? 2 : 0;
    return Math.max(1, columnLeft(t + 1) - columnLeft(t) - gap);
  }

  /** Height of a step's bar. */
  double barHeight(int t) {
    return Math.abs(parts.part(t)) * barUnit;
  }

  /** Upper end of a step's bar. */
  double barTop(int t) {
    return parts.part(t) > 0 ? barZero - barHeight(t) : barZero;
  }

  /** Vertical place of the bars' zero. */
  double barZero() {
    return barZero;
  }

  /**
   * Whether a step's number stands below its bar: always for the marked step, never for one so near
   * that the two numbers would touch.
   *
   * @param marked the marked step, or a negative number for none
   */
  boolean hasBarLabel(int t, int marked) {
    int every = 1 + (int) (LABEL_WIDTH / columnWidth);
    return t == marked || (t % every == 0 && (marked < 0 || Math.abs(t - marked) >= every));
  }

  /** The step whose part or bar is at a place; out of range if there is none. */
  int stepAt(double x, double y) {
    if (y >= (totalBottom() + barsTop()) / 2.0) {
      return (int) Math.floor((x - MARGIN) / columnWidth);
    }
    for (int t = 0; t < stackLeft.length; t++) {
      if (x >= stackLeft[t] && x < stackLeft[t] + stackLength(t)) {
        return t;
      }
    }
    return -1;
  }
}
