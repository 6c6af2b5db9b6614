package io.github.unrolled.plot;

/**
 * The layout of an unrolled network of many units: each column has a strip for the hidden state,
 * with a cell for each unit, and beside it narrow strips for the gates and one for the cell state.
 * The cells of a unit are side by side. The input enters below the gates, the output leaves above
 * the state.
 *
 * <p>Strips are numbered like {@code State.pointedStrip}: 0 is the hidden state, the gates follow
 * from 1 on, and then the cell state.
 */
public final class StripLayout extends StepColumns {
  private static final double MAX_RADIUS = 20;
  private static final double MIN_RADIUS = 14;

  /** Smallest room beside the strips of a column. */
  private static final double ROOM = 20;

  /** Share of that room on the right, which keeps a ring within the column. */
  private static final double RIGHT_SHARE = 0.4;

  private static final double GATE = 12;
  private static final double GATE_GAP = 2;
  private static final double GROUP_GAP = 7;
  private static final double CELL_STATE = 20;
  private static final double STATE = 40;

  /** Largest widths of a column and of its strips, relative to the narrowest column. */
  private static final double STRETCH = 1.5;

  private static final double STRIP_STRETCH = 1.2;

  /** Widest column of a network without gates. */
  private static final double MAX_COLUMN = 116;

  /** Share of the height of everything but the strips where room is short, and its bounds. */
  private static final double OTHERS_SHARE = 0.72;

  private static final double LEAST_OTHERS = 150;
  private static final double OTHERS = 216;

  /** Height of everything but the strips where there is room. */
  private static final double COMFORTABLE_OTHERS = 240;

  private static final double MAX_CELL = 26;
  private static final double MIN_CELL = 4;
  private static final double MIN_STRIP = 20;

  private final int units;
  private final int gates;
  private final boolean hasCellState;
  private final double scale;
  private final double rightRoom;
  private final double cellHeight;
  private final double radius;

  /**
   * Lays the network out.
   *
   * @param width visible width; raised to the room for one column if it is less
   * @param height full height; raised to {@link #minHeight} if it is less
   * @param steps number of time steps T, at least 1
   * @param units number of hidden units H, at least 1
   * @param gates number of gates drawn; 0 for a network without gates
   * @param hasCellState whether there is a cell state
   * @throws IllegalArgumentException if there is no step
   */
  public StripLayout(
      double width, double height, int steps, int units, int gates, boolean hasCellState) {
    super(
        width,
        Math.max(height, minHeight(units)),
        steps,
        minColumn(gates, hasCellState),
        Math.max(MAX_COLUMN, STRETCH * minColumn(gates, hasCellState)));
    this.units = units;
    this.gates = gates;
    this.hasCellState = hasCellState;
    double strips = minColumn(gates, hasCellState) - ROOM;
    scale = Math.min(STRIP_STRETCH, (columnWidth() - ROOM) / strips);
    rightRoom = RIGHT_SHARE * (columnWidth() - scale * strips);
    double shared = Math.max(LEAST_OTHERS, Math.min(OTHERS, OTHERS_SHARE * height()));
    double others = height() < comfortableHeight(units) ? shared : COMFORTABLE_OTHERS;
    // Many units take all the room there is.
    others = Math.max(LEAST_OTHERS, Math.min(others, height() - MIN_CELL * units));
    cellHeight = Math.min(MAX_CELL, (height() - others) / units);
    // Nodes shrink with what is left for them, so that edges keep their room.
    double part = (Math.min(others, OTHERS) - LEAST_OTHERS) / (OTHERS - LEAST_OTHERS);
    radius = MIN_RADIUS + part * (MAX_RADIUS - MIN_RADIUS);
  }

  /** The least height, in which the cells can still be told apart. */
  public static double minHeight(int units) {
    return LEAST_OTHERS + Math.max(MIN_STRIP, MIN_CELL * units);
  }

  /** The height at which cells are easily pointed at. */
  public static double comfortableHeight(int units) {
    return Math.max(316, COMFORTABLE_OTHERS + Math.min(MAX_CELL * units, 120 + 4 * units));
  }

  private static double minColumn(int gates, boolean hasCellState) {
    double strips = STATE + (hasCellState ? CELL_STATE + GROUP_GAP : 0);
    double gateRoom = gates == 0 ? 0 : gates * (GATE + GATE_GAP) - GATE_GAP + GROUP_GAP;
    return strips + gateRoom + ROOM;
  }

  /** Number of hidden units H. */
  public int units() {
    return units;
  }

  /** How many strips a column has. */
  public int strips() {
    return 1 + gates + (hasCellState ? 1 : 0);
  }

  /** The strip at a place in a column, from the left: gates, cell state, hidden state. */
  public int stripAt(int place) {
    return place >= 0 && place < strips() - 1 ? place + 1 : 0;
  }

  /** The place of a strip in a column, from the left. */
  public int placeOf(int strip) {
    return strip == 0 ? strips() - 1 : strip - 1;
  }

  /** Left side of a strip. */
  public double stripLeft(int step, int strip) {
    double left = stateRight(step) - scale * STATE;
    if (strip == 0) {
      return left;
    }
    left -= scale * GROUP_GAP;
    if (hasCellState) {
      left -= scale * CELL_STATE;
      if (strip > gates) {
        return left;
      }
      left -= scale * GROUP_GAP;
    }
    return left - (gates + 1 - strip) * scale * (GATE + GATE_GAP) + scale * GATE_GAP;
  }

  /** Width of a strip. */
  public double stripWidth(int strip) {
    return scale * (strip == 0 ? STATE : strip > gates ? CELL_STATE : GATE);
  }

  /** Height of a cell, at least 4. */
  public double cellHeight() {
    return cellHeight;
  }

  /** Upper end of a unit's cells; for unit H, the lower end of the strips. */
  public double cellTop(int unit) {
    return hiddenY() - stateHalfHeight() + unit * cellHeight;
  }

  /** Middle of a unit's cells. */
  public double cellY(int unit) {
    return cellTop(unit) + cellHeight / 2;
  }

  /** The strip that is nearest to a place, given by its distance from a column's left border. */
  public int nearestStrip(double fromLeft) {
    double x = columnLeft(1) + fromLeft;
    for (int place = 0; place < strips() - 1; place++) {
      int strip = stripAt(place);
      double right = stripLeft(1, strip) + stripWidth(strip);
      if (x < (right + stripLeft(1, stripAt(place + 1))) / 2) {
        return strip;
      }
    }
    return 0;
  }

  /** The unit whose cells are at a height, or -1 above and below the strips. */
  public int unitAt(double y) {
    double index = Math.floor((y - cellTop(0)) / cellHeight);
    return index >= 0 && index < units ? (int) index : -1;
  }

  @Override
  public double nodeRadius() {
    return radius;
  }

  @Override
  public double inputX(int step) {
    if (gates == 0) {
      return stateX(step);
    }
    return middle(stateLeft(step), stripLeft(step, gates) + stripWidth(gates));
  }

  @Override
  public double stateX(int step) {
    return stateRight(step) - scale * STATE / 2;
  }

  @Override
  public double stateLeft(int step) {
    return stripLeft(step, gates == 0 ? 0 : 1);
  }

  @Override
  public double stateRight(int step) {
    return columnLeft(step + 1) - rightRoom;
  }

  @Override
  public double stateHalfHeight() {
    return cellHeight * units / 2;
  }

  @Override
  public double startX() {
    return columnLeft(1) - startRadius() - 2;
  }

  @Override
  public double barLeft(int step) {
    return stateX(step) + 13;
  }

  @Override
  public double barTop() {
    return cellTop(units) + 5;
  }
}
