package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.LossLandscape;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.NetworkShape;
import java.util.ArrayList;
import java.util.List;

/** A slice through the losses, in words and in the cells of a table. */
final class LandscapeWords {
  /** Rows and columns of the data table. */
  private static final int TABLE_SIZE = 7;

  private final NumberFormat numbers;

  /** Makes texts with numbers in a given format. */
  LandscapeWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** Name of the axis across. */
  String acrossName(Slice slice) {
    return name(slice, slice.plane().first(), "direction 1");
  }

  /** Name of the axis up. */
  String upName(Slice slice) {
    return name(slice, slice.plane().second(), "direction 2");
  }

  private static String name(Slice slice, int parameter, String direction) {
    return slice.plane().isRandom() ? direction : slice.names().symbol(parameter);
  }

  /** Describes a place in a slice. */
  String place(Slice slice, double across, double up) {
    return acrossName(slice)
        + " = "
        + numbers.significant(across)
        + ", "
        + upName(slice)
        + " = "
        + numbers.significant(up);
  }

  /** Describes a place in a slice with its loss. */
  String reading(Slice slice, double across, double up, double loss) {
    return place(slice, across, up) + ": " + loss(loss);
  }

  private String loss(double loss) {
    return Math.abs(loss) <= Double.MAX_VALUE ? "loss " + numbers.loss(loss) : "the loss overflows";
  }

  /**
   * Says what the slice goes through.
   *
   * @param seed seed of the slice's directions, if they are random
   */
  String slice(Slice slice, State state, int seed) {
    if (slice.plane().isRandom()) {
      return "A slice through the network shown, along two random directions (seed "
          + seed
          + ") that change all weights, each unit’s in proportion to their size. Biases stay. Path"
          + " and tries lie outside of it: what is seen is their projection.";
    }
    NetworkShape shape = state.experiment().shape();
    Numbers parameters = state.snapshot().parameters();
    String kept =
        shape.isScalar()
            ? "Slice through " + others(slice, parameters) + "."
            : "A slice: the other "
                + numbers.integer(parameters.size() - 2)
                + " parameters keep the values of the network shown.";
    return kept + constant(slice, shape);
  }

  private String others(Slice slice, Numbers parameters) {
    String text = "";
    for (int i = 0; i < parameters.size(); i++) {
      if (i != slice.plane().first() && i != slice.plane().second()) {
        text +=
            (text.isEmpty() ? "" : ", ")
                + slice.names().symbol(i)
                + " = "
                + numbers.significant(parameters.get(i));
      }
    }
    return text;
  }

  /** Names an axis along which nothing changes; empty if there is none. */
  private static String constant(Slice slice, NetworkShape shape) {
    int first = slice.plane().first();
    int second = slice.plane().second();
    int held = shape.holdsAtZero(first) ? first : shape.holdsAtZero(second) ? second : -1;
    return held < 0
        ? ""
        : " " + slice.names().symbol(held) + " is held at zero: the loss does not change along it.";
  }

  /** Says where the network shown is, and which way is down from there. */
  String present(Slice slice, State state) {
    ParameterPlane plane = slice.plane();
    plane.locate(state.snapshot().parameters()::get);
    String text =
        "The network shown is at "
            + reading(slice, plane.locatedAcross(), plane.locatedUp(), state.snapshot().loss())
            + ". ";
    boolean cut = state.experiment().training().window() < state.problem().trainSteps();
    if (state.snapshot().overflow() != null || cut) {
      return text;
    }
    Numbers gradient = state.snapshot().gradient();
    return text
        + "The slope there is "
        + numbers.significant(plane.slopeAcross(gradient))
        + " across and "
        + numbers.significant(plane.slopeUp(gradient))
        + " up. ";
  }

  /**
   * Describes the lowest loss in the picture.
   *
   * @param cell cell of that loss
   */
  String lowest(Slice slice, LossLandscape losses, int cell) {
    double across = LossLandscape.middle(cell % LossLandscape.SIZE, slice.across().end());
    double up = LossLandscape.middle(cell / LossLandscape.SIZE, slice.up().end());
    return "Lowest in the picture: "
        + loss(losses.losses()[cell])
        + ", near "
        + place(slice, across, up)
        + ".";
  }

  /** Headers of the data table. */
  String[] headers(Slice slice) {
    String[] headers = new String[TABLE_SIZE + 1];
    headers[0] = upName(slice) + " \\ " + acrossName(slice);
    for (int column = 0; column < TABLE_SIZE; column++) {
      headers[column + 1] = numbers.significant(tick(column, slice.across().end()));
    }
    return headers;
  }

  /** Rows of the data table: losses at places spread evenly over the slice, the highest first. */
  List<String[]> rows(Slice slice, LossLandscape losses) {
    List<String[]> rows = new ArrayList<>();
    for (int row = TABLE_SIZE - 1; row >= 0; row--) {
      double up = tick(row, slice.up().end());
      String[] cells = new String[TABLE_SIZE + 1];
      cells[0] = numbers.significant(up);
      for (int column = 0; column < TABLE_SIZE; column++) {
        double across = tick(column, slice.across().end());
        cells[column + 1] = numbers.loss(losses.loss(across, up));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static double tick(int number, double end) {
    return (2.0 * number / (TABLE_SIZE - 1) - 1) * end;
  }
}
