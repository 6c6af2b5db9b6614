package io.github.unrolled.plot;

/** The arrangements of the workspace, chosen by the size of its box in CSS pixels. */
public enum Arrangement {
  /** Three columns: a pane of tabs, the network with its weights, and the results. */
  WIDE(false, false),
  /** Two columns: a pane of tabs, and the network with its weights above the results. */
  MEDIUM(false, true),
  /** The network and the prediction above a sheet of tabs. */
  SHEET(true, true),
  /** A pane of tabs beside the network and the prediction, where the height is small. */
  SIDE(true, true),
  /** One column, as high as its parts need. */
  FLOW(false, false);

  /** Width from which three columns fit. */
  private static final double THREE_COLUMNS = 1180;

  /** Width from which two columns fit. */
  private static final double TWO_COLUMNS = 840;

  /** Height from which the network, its weights and the results fit one above the other. */
  private static final double STACK = 680;

  /** Height from which the network and its weights fit one above the other. */
  private static final double TALL = 560;

  private static final double LEAST_SIDE_WIDTH = 620;
  private static final double LEAST_SIDE_HEIGHT = 330;
  private static final double LEAST_SHEET_WIDTH = 300;
  private static final double LEAST_SHEET_HEIGHT = 480;

  private final boolean weightsInTab;
  private final boolean instrumentsInTab;

  Arrangement(boolean weightsInTab, boolean instrumentsInTab) {
    this.weightsInTab = weightsInTab;
    this.instrumentsInTab = instrumentsInTab;
  }

  /**
   * The arrangement of a box.
   *
   * @param fills whether the workspace fills the box and scrolls inside; otherwise it is as high as
   *     its parts need, and {@code height} is ignored
   */
  public static Arrangement of(double width, double height, boolean fills) {
    if (!fills) {
      return width >= THREE_COLUMNS ? WIDE : width >= TWO_COLUMNS ? MEDIUM : FLOW;
    }
    if (width >= THREE_COLUMNS && height >= TALL) {
      return WIDE;
    }
    if (width >= TWO_COLUMNS && width < THREE_COLUMNS && height >= STACK) {
      return MEDIUM;
    }
    if (width < TWO_COLUMNS && width >= LEAST_SHEET_WIDTH && height >= LEAST_SHEET_HEIGHT) {
      return SHEET;
    }
    return width >= LEAST_SIDE_WIDTH && height >= LEAST_SIDE_HEIGHT ? SIDE : FLOW;
  }

  /** Whether the weights have a tab of their own, for want of room beside the network. */
  public boolean weightsInTab() {
    return weightsInTab;
  }

  /** Whether the instruments have a tab of their own. */
  public boolean instrumentsInTab() {
    return instrumentsInTab;
  }

  /** Whether the loss chart has room beside the prediction; otherwise it stands with training. */
  public boolean hasRoomForLoss(double width) {
    return switch (this) {
      case WIDE, MEDIUM, FLOW -> true;
      case SHEET -> width >= 600;
      case SIDE -> width >= 960;
    };
  }

  /** Whether the pane of tabs comes before the network, in reading order. */
  public boolean paneFirst() {
    return this == WIDE || this == MEDIUM || this == SIDE;
  }

  /** Name for style sheets. */
  public String attribute() {
    return switch (this) {
      case WIDE -> "wide";
      case MEDIUM -> "medium";
      case SHEET -> "sheet";
      case SIDE -> "side";
      case FLOW -> "flow";
    };
  }
}
