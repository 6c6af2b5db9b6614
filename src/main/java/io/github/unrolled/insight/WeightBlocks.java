package io.github.unrolled.insight;

import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;

/**
 * The parameters of a network, arranged as tables for people: a block for each gate, and one for
 * the output. A row of a block holds everything that one unit's sum is made of.
 *
 * <pre>
 *   column   0      1 .. H   H + 1   H + 2
 *   gate     W_i.   W_h.     b_.     b_hn, of a GRU's candidate only
 *   output   none   W_out    b_out
 * </pre>
 */
public final class WeightBlocks {
  /** Column of the input's weights. */
  public static final int INPUT = 0;

  private final Arithmetic arithmetic;
  private final CellType cell;
  private final int size;
  private final int gates;

  /** Arranges the parameters of networks of one shape with one number per input. */
  public WeightBlocks(NetworkShape shape) {
    arithmetic = new Arithmetic(shape);
    cell = shape.cell();
    size = shape.hiddenSize();
    gates = cell.gateCount();
  }

  /** How many blocks there are; the last is the output's. */
  public int count() {
    return gates + 1;
  }

  /** Whether a block is the output's. */
  public boolean isOutput(int block) {
    return block == gates;
  }

  /** How many rows a block has. */
  public int rows(int block) {
    return isOutput(block) ? 1 : size;
  }

  /** The first column that a block has. */
  public int firstColumn(int block) {
    return isOutput(block) ? 1 : INPUT;
  }

  /** The last column that a block has. */
  public int lastColumn(int block) {
    return bias() + (hasSecondBias(block) ? 1 : 0);
  }

  /** Column of the biases. */
  public int bias() {
    return size + 1;
  }

  private boolean hasSecondBias(int block) {
    return cell == CellType.GRU && block == Arithmetic.CANDIDATE;
  }

  /** Largest number of bias columns that a block has. */
  public int biasColumns() {
    return cell == CellType.GRU ? 2 : 1;
  }

  /** Index in the flat parameter array of the parameter at a place. */
  public int index(int block, int row, int column) {
    if (isOutput(block)) {
      return arithmetic.outputWeight(column - 1);
    }
    int gateRow = block * size + row;
    if (column == INPUT) {
      return arithmetic.inputWeight(gateRow);
    }
    if (column <= size) {
      return arithmetic.recurrentWeight(gateRow, column - 1);
    }
    // A GRU's b_hn follows the biases of all gates, of which the candidate's are the last.
    return arithmetic.bias(gateRow) + (column - bias()) * size;
  }

  /** The block that a parameter is in. */
  public int block(int index) {
    int row = arithmetic.placeOf(index).row();
    return row < 0 ? gates : row / size;
  }

  /** The row of its block that a parameter is in. */
  public int row(int index) {
    int row = arithmetic.placeOf(index).row();
    return row < 0 ? 0 : row % size;
  }

  /** The column of its block that a parameter is in. */
  public int column(int index) {
    Arithmetic.Place place = arithmetic.placeOf(index);
    if (place.source() == Arithmetic.INPUT) {
      return INPUT;
    }
    if (place.source() != Arithmetic.BIAS) {
      return place.source() + 1;
    }
    boolean first = place.row() < 0 || index == arithmetic.bias(place.row());
    return first ? bias() : bias() + 1;
  }
}
