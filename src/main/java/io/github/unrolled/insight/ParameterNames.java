package io.github.unrolled.insight;

import io.github.unrolled.nn.CellNames;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.ScalarParameter;

/**
 * Names for the numbers of a network's flat parameter array. The five of a single Elman unit have
 * the symbols of {@link ScalarParameter}; those of larger networks have PyTorch's, as in {@code
 * W_hz[3, 5]} for the weight of a GRU's update gate z from unit 5 to unit 3. Units and indices
 * count from 1 here.
 */
public final class ParameterNames {
  private final NetworkShape shape;
  private final Arithmetic arithmetic;

  /** Prepares the names for networks of one shape with one number per input. */
  public ParameterNames(NetworkShape shape) {
    this.shape = shape;
    arithmetic = new Arithmetic(shape);
  }

  /** The symbol of a number with indices: {@code W_hh[3, 5]}, {@code b[3]}, {@code W_hidden}. */
  public String symbol(int index) {
    Arithmetic.Place place = arithmetic.placeOf(index);
    boolean bias = place.source() == Arithmetic.BIAS;
    boolean output = place.row() < 0;
    if (shape.isScalar() || (bias && output)) {
      return array(index);
    }
    String column = bias ? "" : ", " + (Math.max(0, place.source()) + 1);
    return array(index) + "[" + (output ? 1 : unit(place)) + column + "]";
  }

  /** The symbol of the number's matrix or vector; in a gated cell, that of its gate. */
  public String array(int index) {
    if (shape.isScalar()) {
      return ScalarParameter.at(index).symbol();
    }
    Arithmetic.Place place = arithmetic.placeOf(index);
    boolean bias = place.source() == Arithmetic.BIAS;
    if (place.row() < 0) {
      return bias ? "b_out" : "W_out";
    }
    String letter = CellNames.letter(shape.cell(), gate(place) + 1);
    if (bias) {
      return isSecondBias(index, place) ? "b_hn" : isGated() ? "b_" + letter : "b";
    }
    return (place.source() == Arithmetic.INPUT ? "W_i" : "W_h") + letter;
  }

  /** The number in words, as in "hidden weight, update gate z, from unit 5 to unit 3". */
  public String words(int index) {
    Arithmetic.Place place = arithmetic.placeOf(index);
    String kind =
        place.source() == Arithmetic.BIAS
            ? isSecondBias(index, place) ? "bias beside the state" : "bias"
            : (place.source() == Arithmetic.INPUT ? "input" : place.row() < 0 ? "output" : "hidden")
                + " weight";
    String gate =
        isGated() && place.row() >= 0 ? ", " + CellNames.of(shape.cell(), gate(place) + 1) : "";
    return kind + gate + ", " + route(index);
  }

  /** The ends of a weight, as in "from unit 5 to unit 3", or the owner of a bias. */
  public String route(int index) {
    Arithmetic.Place place = arithmetic.placeOf(index);
    String to = place.row() < 0 ? "the output" : "unit " + unit(place);
    if (place.source() == Arithmetic.BIAS) {
      return "of " + to;
    }
    boolean input = place.source() == Arithmetic.INPUT;
    return "from " + (input ? "the input" : "unit " + (place.source() + 1)) + " to " + to;
  }

  private boolean isGated() {
    return shape.cell() != CellType.ELMAN;
  }

  /** Whether it is in a GRU's b_hn, which is added to what the candidate gets from the state. */
  private boolean isSecondBias(int index, Arithmetic.Place place) {
    return place.row() >= 0 && index != arithmetic.bias(place.row());
  }

  private int gate(Arithmetic.Place place) {
    return place.row() / shape.hiddenSize();
  }

  private int unit(Arithmetic.Place place) {
    return place.row() % shape.hiddenSize() + 1;
  }
}
