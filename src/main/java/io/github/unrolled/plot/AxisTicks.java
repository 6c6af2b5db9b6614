package io.github.unrolled.plot;

/** The ticks of an axis: their places and labels. */
public final class AxisTicks {
  /** Powers of ten that are written out on an axis of values. */
  private static final int MIN_PLAIN_EXPONENT = -3;

  private static final int MAX_PLAIN_EXPONENT = 5;

  /** Powers of ten from this one on are written out on a logarithmic axis. */
  private static final int MIN_PLAIN_DECADE = -2;

  private static final double LOG_2 = 0.3010299956639812;
  private static final double LOG_5 = 0.6989700043360187;

  private final double[] values;
  private final String[] labels;

  private AxisTicks(double[] values, String[] labels) {
    this.values = values;
    this.labels = labels;
  }

  /** Places of the ticks as fractions of the axis, ascending; a fresh array. */
  public double[] places(AxisRange range) {
    double[] places = values.clone();
    for (int i = 0; i < places.length; i++) {
      places[i] = range.fraction(places[i]);
    }
    return places;
  }

  /** Labels of the ticks; a fresh array. */
  public String[] labels() {
    return labels.clone();
  }

  /** Collects ticks. */
  private static final class Builder {
    // No lists: boxed numbers and arrays made by reflection would have to be downloaded.
    private final double[] values;
    private final String[] labels;
    private int size;

    Builder(int capacity) {
      values = new double[capacity];
      labels = new String[capacity];
    }

    void add(double value, String label) {
      values[size] = value;
      labels[size] = label;
      size++;
    }

    AxisTicks build() {
      double[] places = new double[size];
      String[] texts = new String[size];
      System.arraycopy(values, 0, places, 0, size);
      System.arraycopy(labels, 0, texts, 0, size);
      return new AxisTicks(places, texts);
    }
  }

  /** Writes the label of a tick at {@code digits * 10^exponent}. */
  private interface Labels {
    String of(int digits, int exponent);
  }

  /**
   * Round numbers on a linear axis, all in the same notation.
   *
   * @param range what the axis shows
   * @param most largest number of ticks that fit, at least 1
   */
  public static AxisTicks linear(AxisRange range, int most) {
    double largest = Math.max(Math.abs(range.min()), Math.abs(range.max()));
    int exponent = RoundStep.exponentOf(largest);
    boolean plain = exponent >= MIN_PLAIN_EXPONENT && exponent <= MAX_PLAIN_EXPONENT;
    return multiples(
        RoundStep.atLeast(range.span() / most),
        range,
        plain ? TickLabels::plain : TickLabels::scientific);
  }

  /**
   * Round counts on an axis from 0, in millions (M) or thousands of millions (G) if they are that
   * large.
   *
   * @param range what the axis shows
   * @param most largest number of ticks that fit, at least 1
   */
  public static AxisTicks counts(AxisRange range, int most) {
    RoundStep step = RoundStep.atLeast(Math.max(1, range.span() / most));
    int exponent = RoundStep.exponentOf(range.max());
    if (exponent >= 9) {
      return multiples(step, range, (digits, power) -> inUnits(digits, power - 9, "G"));
    }
    if (exponent >= 6) {
      return multiples(step, range, (digits, power) -> inUnits(digits, power - 6, "M"));
    }
    return multiples(step, range, TickLabels::plain);
  }

  private static String inUnits(int digits, int exponent, String unit) {
    return digits == 0 ? "0" : TickLabels.plain(digits, exponent) + unit;
  }

  /**
   * The time steps 1 to T, or some of them.
   *
   * @param steps number of time steps T
   * @param most largest number of ticks that fit, at least 1
   */
  public static AxisTicks steps(int steps, int most) {
    int every = 1;
    if (steps > most) {
      RoundStep step = RoundStep.atLeast((double) steps / most);
      every = (int) step.times(1);
    }
    Builder ticks = new Builder(steps / every + 1);
    // The first step is worth a label unless the next one is too close.
    if (every > 2) {
      ticks.add(1, "1");
    }
    for (int t = every; t <= steps; t += every) {
      ticks.add(t, Integer.toString(t));
    }
    return ticks.build();
  }

  /**
   * Powers of ten on a logarithmic axis; with 2 and 5 times each if few are visible.
   *
   * @param range what the axis shows, as base-10 logarithms
   * @param most largest number of ticks that fit, at least 3
   */
  public static AxisTicks log10(AxisRange range, int most) {
    int first = (int) Math.ceil(range.min());
    int last = (int) Math.floor(range.max());
    boolean roomForMore = last - first < 2 && 3 * range.span() <= most;
    if (last - first < 1 || roomForMore) {
      return between(range, first - 1, last);
    }
    int every = 1;
    while ((last - first) / every + 1 > most) {
      every++;
    }
    Builder ticks = new Builder(last - first + 1);
    // Counted from 1 = 10^0, so that the same powers stay labelled while the range grows.
    for (int e = Math.floorDiv(first + every - 1, every) * every; e <= last; e += every) {
      ticks.add(e, decade(1, e));
    }
    return ticks.build();
  }

  private static AxisTicks between(AxisRange range, int first, int last) {
    Builder ticks = new Builder(3 * (last - first + 1));
    for (int e = first; e <= last; e++) {
      addInside(ticks, range, e, decade(1, e));
      addInside(ticks, range, e + LOG_2, decade(2, e));
      addInside(ticks, range, e + LOG_5, decade(5, e));
    }
    return ticks.build();
  }

  private static void addInside(Builder ticks, AxisRange range, double value, String label) {
    if (value >= range.min() && value <= range.max()) {
      ticks.add(value, label);
    }
  }

  private static String decade(int digit, int exponent) {
    return exponent < MIN_PLAIN_DECADE || exponent > MAX_PLAIN_EXPONENT
        ? TickLabels.scientific(digit, exponent)
        : TickLabels.plain(digit, exponent);
  }

  private static AxisTicks multiples(RoundStep step, AxisRange range, Labels labels) {
    int first = (int) step.firstFrom(range.min());
    int last = (int) step.lastUpTo(range.max());
    Builder ticks = new Builder(last - first + 1);
    for (int i = first; i <= last; i++) {
      ticks.add(step.times(i), labels.of(i * step.digit(), step.exponent()));
    }
    return ticks.build();
  }
}
