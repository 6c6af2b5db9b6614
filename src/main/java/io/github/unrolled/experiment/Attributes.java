package io.github.unrolled.experiment;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.NumberReading;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.task.NumberList;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an experiment by the names that a host page gives them as attributes, such as
 * {@code activation="tanh"} or {@code hidden-weight="1.2"}.
 */
public final class Attributes {
  private final NumberReader reader;

  /** Makes a parser that reads its numbers by a reader. */
  public Attributes(NumberReader reader) {
    this.reader = reader;
  }

  /** All names, in the order in which they are to be applied when several come at once. */
  public static List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "task",
                "numbers",
                "length",
                "scaling",
                "activation",
                "learning-rate",
                "clipping",
                "clip-limit",
                "seed",
                "speed"));
    for (ScalarParameter parameter : ScalarParameter.values()) {
      names.add(nameOf(parameter.label()));
    }
    names.add("step");
    return names;
  }

  /**
   * The event that an attribute stands for.
   *
   * @return the event, or null if the value is none for this attribute
   */
  public @Nullable Event parse(String name, String value) {
    switch (name) {
      case "task":
        for (Task task : Task.values()) {
          if (nameOf(task.label()).equals(value)) {
            return new Change.TaskChosen(task);
          }
        }
        return null;
      case "numbers":
        Numbers numbers = new NumberList(reader).read(value).numbers();
        return numbers == null ? null : new Change.OwnNumbersEntered(numbers);
      case "scaling":
        for (Scaling scaling : Scaling.values()) {
          if (nameOf(scaling.label()).equals(value)) {
            return new Change.ScalingChosen(scaling);
          }
        }
        return null;
      case "activation":
        for (Activation activation : Activation.values()) {
          if (nameOf(activation.label()).equals(value)) {
            return new Change.ActivationChosen(activation);
          }
        }
        return null;
      case "clipping":
        for (Clipping.Kind kind : Clipping.Kind.values()) {
          if (nameOf(kind.label()).equals(value)) {
            return new Change.ClippingChosen(kind);
          }
        }
        return null;
      case "speed":
        if (value.equals("max")) {
          return new Change.SpeedChosen(new Speed(Speed.MAX_LEVEL));
        }
        return parseNumber(name, value);
      default:
        return parseNumber(name, value);
    }
  }

  private @Nullable Event parseNumber(String name, String text) {
    NumberReading reading = reader.read(text);
    if (!reading.isNumber()) {
      return null;
    }
    double value = reading.value();
    switch (name) {
      case "length":
        return value >= Task.MIN_STEPS && value <= Task.MAX_STEPS && value == (int) value
            ? new Change.LengthChanged((int) value)
            : null;
      case "learning-rate":
        return Training.isLearningRate(value) ? new Change.LearningRateChanged(value) : null;
      case "clip-limit":
        return Training.isClipLimit(value) ? new Change.ClipLimitChanged(value) : null;
      case "seed":
        return Start.isSeed(value) ? new Change.SeedEntered((int) value) : null;
      case "speed":
        return value > 0 ? new Change.SpeedChosen(Speed.nearest(value)) : null;
      case "step":
        return value >= 0 && value <= NumberList.MAX_COUNT && value == (int) value
            ? new Change.StepChosen((int) value)
            : null;
      default:
        for (ScalarParameter parameter : ScalarParameter.values()) {
          if (nameOf(parameter.label()).equals(name) && Start.isParameter(value)) {
            return new Command.ParameterSet(parameter.index(), value);
          }
        }
        return null;
    }
  }

  /** An attribute's way to write a label: small letters, hyphens for spaces. */
  static String nameOf(String label) {
    return label.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
