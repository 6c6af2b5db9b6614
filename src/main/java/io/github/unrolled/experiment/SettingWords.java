package io.github.unrolled.experiment;

import io.github.unrolled.math.Decimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.NumberReading;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.optim.Clipping;

/** The effect of a setting, in the words of the page. */
final class SettingWords {
  /** Most numbers of a list that are written out. */
  private static final int MOST_NUMBERS = 3;

  private final Decimals decimals;
  private final NumberReader reader;
  private final NumberFormat format;

  /** Makes words with numbers read and written by {@code decimals}. */
  SettingWords(Decimals decimals) {
    this.decimals = decimals;
    reader = new NumberReader(decimals);
    format = new NumberFormat(decimals);
  }

  /**
   * Describes what an event did.
   *
   * @param attribute attribute that the event came from
   * @param value value of the attribute
   */
  String of(Event event, String attribute, String value) {
    if (event instanceof Change.TaskChosen chosen) {
      return chosen.task().label();
    }
    if (event instanceof Change.OwnNumbersEntered entered) {
      return firstOf(entered.numbers());
    }
    if (event instanceof Change.LengthChanged changed) {
      return changed.steps() + " steps";
    }
    if (event instanceof Change.TrainStepsChanged changed) {
      return "train on " + changed.steps() + " steps";
    }
    if (event instanceof Change.ScalingChosen chosen) {
      return withSmallInitial(chosen.scaling().label()) + " values";
    }
    if (event instanceof Change.CellChosen chosen) {
      return withoutAside(chosen.cell().label());
    }
    if (event instanceof Change.HiddenSizeChanged changed) {
      return changed.size() + (changed.size() == 1 ? " hidden unit" : " hidden units");
    }
    if (event instanceof Change.ActivationChosen chosen) {
      return chosen.activation().label();
    }
    if (event instanceof Change.OptimizerChosen chosen) {
      return chosen.kind().label();
    }
    if (event instanceof Change.ClippingChosen chosen) {
      String kind = withSmallInitial(chosen.kind().label());
      return chosen.kind() == Clipping.Kind.OFF ? "clipping " + kind : kind + " clipping";
    }
    if (event instanceof Change.WindowChanged) {
      return "BPTT window " + number(value);
    }
    if (event instanceof Change.StartStateEntered entered) {
      return "start state " + firstOf(entered.state());
    }
    if (event instanceof Change.TakeoverChosen chosen) {
      return chosen.step() == 0 ? "free running off" : "free running from step " + chosen.step();
    }
    // The attribute's name is clear enough for all other settings.
    return attribute.replace('-', ' ') + " " + number(value);
  }

  private String firstOf(Numbers numbers) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < Math.min(MOST_NUMBERS, numbers.size()); i++) {
      list.append(i == 0 ? "" : ", ").append(format.full(numbers.get(i)));
    }
    return list.append(numbers.size() > MOST_NUMBERS ? ", …" : "").toString();
  }

  /** A number with at most three significant digits; any other text is unchanged. */
  private String number(String value) {
    NumberReading reading = reader.read(value);
    return reading.isNumber()
        ? format.full(decimals.parse(decimals.exponential(reading.value(), 2)))
        : value;
  }

  /** A label for use within a sentence. */
  static String withSmallInitial(String label) {
    char first = label.charAt(0);
    boolean isCapital = first >= 'A' && first <= 'Z';
    return isCapital ? (char) (first - 'A' + 'a') + label.substring(1) : label;
  }

  /** A label without its addition in brackets. */
  private static String withoutAside(String label) {
    int aside = label.indexOf(" (");
    return aside < 0 ? label : label.substring(0, aside);
  }
}
