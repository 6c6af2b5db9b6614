package io.github.unrolled.plot;

/**
 * The place of an explanation beside the word that it explains, all of it inside the window: above
 * the word, so that a control below stays free, or else below it. Everything is in CSS pixels from
 * the window's upper left corner.
 *
 * @param left the explanation's left edge
 * @param top the explanation's upper edge
 */
public record TipPlace(double left, double top) {
  /** Distance from the word. */
  private static final double GAP = 6;

  /** Least distance from the window's edges. */
  private static final double MARGIN = 8;

  /**
   * Finds the place.
   *
   * @param left the word's left edge
   * @param top the word's upper edge
   * @param bottom the word's lower edge
   * @param width the explanation's width
   * @param height the explanation's height
   * @param windowWidth the window's width
   * @param windowHeight the window's height
   */
  public static TipPlace of(
      double left,
      double top,
      double bottom,
      double width,
      double height,
      double windowWidth,
      double windowHeight) {
    double roomAbove = top - GAP - MARGIN;
    double roomBelow = windowHeight - bottom - GAP - MARGIN;
    boolean above = height <= roomAbove || (height > roomBelow && roomAbove > roomBelow);
    return new TipPlace(
        within(left, width, windowWidth),
        within(above ? top - GAP - height : bottom + GAP, height, windowHeight));
  }

  private static double within(double start, double size, double window) {
    return Math.max(MARGIN, Math.min(start, window - MARGIN - size));
  }
}
