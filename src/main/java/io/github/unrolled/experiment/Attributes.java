package io.github.unrolled.experiment;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Decimals;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.NumberReading;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.NumberList;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an experiment by the names that a host page gives them as attributes, such as
 * {@code activation="tanh"} or {@code hidden-weight="1.2"}.
 */
public final class Attributes {
  /**
   * The settings that {@link #valueOf(String, Experiment)} knows, in the order in which they are to
   * be applied: an earlier one may bring others that suit it.
   */
  public static final List<String> SETTINGS =
      List.of(
          "task",
          "numbers",
          "length",
          "delay",
          "train-steps",
          "scaling",
          "cell",
          "hidden-units",
          "activation",
          "memory",
          "optimizer",
          "learning-rate",
          "clipping",
          "clip-limit",
          "window",
          "seed",
          "start-weights",
          "speed",
          "step",
          "takeover");

  private final Decimals decimals;
  private final NumberReader reader;

  /** Makes a parser that reads and writes numbers as decimals do. */
  public Attributes(Decimals decimals) {
    this.decimals = decimals;
    reader = new NumberReader(decimals);
  }

  /** All names, in the order in which they are to be applied when several come at once. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(SETTINGS);
    int place = names.indexOf("step");
    for (ScalarParameter parameter : ScalarParameter.values()) {
      names.add(place++, nameOf(parameter));
    }
    names.add("instruments");
    names.add("controls");
    names.add("panels");
    return names;
  }

  /**
   * The value of a setting that {@link #parse} reads back as it is.
   *
   * @param name one of {@link #SETTINGS}
   */
  public String valueOf(String name, Experiment experiment) {
    Data data = experiment.data();
    NetworkShape shape = experiment.shape();
    Training training = experiment.training();
    return switch (name) {
      case "task" -> nameOf(data.task());
      case "numbers" -> list(data.own());
      case "length" -> "" + data.ruleSteps();
      case "delay" -> "" + data.delay();
      case "train-steps" -> "" + data.trainSteps();
      case "scaling" -> nameOf(data.scaling());
      case "cell" -> nameOf(shape.cell());
      case "hidden-units" -> "" + shape.hiddenSize();
      case "activation" -> nameOf(shape.activation());
      case "memory" -> shape.memory() ? "on" : "off";
      case "optimizer" -> nameOf(training.optimizer());
      case "learning-rate" -> number(training.learningRate());
      case "clipping" -> nameOf(training.clipping().kind());
      case "clip-limit" -> number(training.clipping().limit());
      case "window" -> training.window() == Training.FULL_WINDOW ? "all" : "" + training.window();
      case "seed" -> "" + experiment.start().seed();
      case "start-weights" -> nameOf(experiment.start().source());
      case "speed" ->
          training.speed().isUnlimited() ? "max" : "" + training.speed().epochsPerSecond();
      case "step" -> "" + experiment.cursor();
      case "takeover" -> "" + experiment.takeover();
      default -> throw new IllegalArgumentException("name: expected a setting, got " + name);
    };
  }

  private String list(Numbers numbers) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      list.append(i == 0 ? "" : ",").append(number(numbers.get(i)));
    }
    return list.toString();
  }

  /** A number to the bit, without the plus that links take for a space. */
  private String number(double value) {
    String text = decimals.shortest(value);
    int plus = text.indexOf('+');
    String written = plus < 0 ? text : text.substring(0, plus) + text.substring(plus + 1);
    return value == 0 && 1 / value < 0 ? "-" + written : written;
  }

  /**
   * The event that an attribute stands for.
   *
   * @return the event, or null if the value is none for this attribute
   */
  public @Nullable Event parse(String name, String value) {
    return switch (name) {
      case "task" -> {
        Task task = named(Task.values(), value);
        yield task == null ? null : new Change.TaskChosen(task);
      }
      case "numbers" -> {
        Numbers numbers = new NumberList(reader).read(value).numbers();
        yield numbers == null ? null : new Change.OwnNumbersEntered(numbers);
      }
      case "scaling" -> {
        Scaling scaling = named(Scaling.values(), value);
        yield scaling == null ? null : new Change.ScalingChosen(scaling);
      }
      case "activation" -> {
        Activation activation = named(Activation.values(), value);
        yield activation == null ? null : new Change.ActivationChosen(activation);
      }
      case "cell" -> {
        CellType cell = named(CellType.values(), value);
        yield cell == null ? null : new Change.CellChosen(cell);
      }
      case "optimizer" -> {
        OptimizerKind kind = named(OptimizerKind.values(), value);
        yield kind == null ? null : new Change.OptimizerChosen(kind);
      }
      case "memory" ->
          value.equals("on") || value.equals("off")
              ? new Change.MemorySwitched(value.equals("on"))
              : null;
      case "clipping" -> {
        Clipping.Kind kind = named(Clipping.Kind.values(), value);
        yield kind == null ? null : new Change.ClippingChosen(kind);
      }
      case "start-weights" -> {
        StartWeights source = named(StartWeights.values(), value);
        yield source == null ? null : new Change.StartWeightsChosen(source);
      }
      case "instruments" -> instruments(value);
      case "controls", "panels" -> parts(value, name.equals("controls"));
      default -> {
        NumberReading reading = reader.read(value);
        if (reading.isNumber()) {
          yield numeric(name, reading.value());
        }
        yield switch (name) {
          case "speed" ->
              value.equals("max") ? new Change.SpeedChosen(new Speed(Speed.MAX_LEVEL)) : null;
          case "window" ->
              value.equals("all") ? new Change.WindowChanged(Training.FULL_WINDOW) : null;
          default -> null;
        };
      }
    };
  }

  /** Those named, separated by spaces; null if one is unknown. */
  private static @Nullable Event instruments(String value) {
    OpenInstruments open = OpenInstruments.NONE;
    for (String word : words(value)) {
      Instrument instrument = instrument(word);
      if (instrument == null) {
        return null;
      }
      open = open.with(instrument, true);
    }
    return new Command.InstrumentsChosen(open);
  }

  /** The controls or panels named, separated by spaces, {@code all} or {@code none}; else null. */
  private static @Nullable Event parts(String value, boolean controls) {
    Parts parts = value.equals("all") ? Parts.ALL : new Parts(0);
    if (!value.equals("all") && !value.equals("none")) {
      for (String word : words(value)) {
        Part part = named(Part.values(), word);
        if (part == null || part.isControl() != controls) {
          return null;
        }
        parts = parts.with(part, true);
      }
    }
    return controls ? new Command.ControlsChosen(parts) : new Command.PanelsChosen(parts);
  }

  /** The value of the attribute {@code controls}, or else of {@code panels}, that has these. */
  public static String valueOf(Parts parts, boolean controls) {
    StringBuilder value = new StringBuilder();
    boolean all = true;
    for (Part part : Part.values()) {
      if (part.isControl() == controls) {
        all &= parts.has(part);
        if (parts.has(part)) {
          value.append(value.length() == 0 ? "" : " ").append(nameOf(part));
        }
      }
    }
    return all ? "all" : value.length() == 0 ? "none" : value.toString();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf(' ', from);
      int to = end < 0 ? text.length() : end;
      if (to > from) {
        words.add(text.substring(from, to));
      }
      from = to + 1;
    }
    return words;
  }

  /** The instrument of a name such as {@code loss-landscape}, or null. */
  public static @Nullable Instrument instrument(String name) {
    return named(Instrument.values(), name);
  }

  /** The value of the attribute {@code instruments} that has these open. */
  public static String valueOf(OpenInstruments open) {
    StringBuilder value = new StringBuilder();
    for (Instrument instrument : Instrument.values()) {
      if (open.has(instrument)) {
        value.append(value.length() == 0 ? "" : " ").append(nameOf(instrument));
      }
    }
    return value.toString();
  }

  private static @Nullable Event numeric(String name, double value) {
    return switch (name) {
      case "length" ->
          isWhole(value, Task.MIN_STEPS, Task.MAX_STEPS)
              ? new Change.LengthChanged((int) value)
              : null;
      case "delay" ->
          isWhole(value, 1, Task.MAX_DELAY) ? new Change.DelayChanged((int) value) : null;
      case "train-steps" ->
          isWhole(value, 1, NumberList.MAX_COUNT)
              ? new Change.TrainStepsChanged((int) value)
              : null;
      case "hidden-units" ->
          isWhole(value, 1, NetworkShape.MAX_HIDDEN_SIZE)
              ? new Change.HiddenSizeChanged((int) value)
              : null;
      case "window" ->
          isWhole(value, 1, Training.FULL_WINDOW) ? new Change.WindowChanged((int) value) : null;
      case "takeover" ->
          isWhole(value, 0, NumberList.MAX_COUNT) ? new Change.TakeoverChosen((int) value) : null;
      case "learning-rate" ->
          Training.isLearningRate(value) ? new Change.LearningRateChanged(value) : null;
      case "clip-limit" -> Training.isClipLimit(value) ? new Change.ClipLimitChanged(value) : null;
      case "seed" -> Start.isSeed(value) ? new Change.SeedEntered((int) value) : null;
      case "speed" -> value > 0 ? new Change.SpeedChosen(Speed.atMost(value)) : null;
      case "step" ->
          value >= 0 && value == Math.floor(value)
              ? new Change.StepChosen((int) Math.min(NumberList.MAX_COUNT, value))
              : null;
      default -> {
        ScalarParameter parameter = named(ScalarParameter.values(), name);
        yield parameter != null && Start.isParameter(value)
            ? new Command.ScalarParameterSet(parameter, value)
            : null;
      }
    };
  }

  private static boolean isWhole(double value, int least, int most) {
    return value >= least && value <= most && value == (int) value;
  }

  private static <T extends Enum<T>> @Nullable T named(T[] values, String name) {
    for (T value : values) {
      if (nameOf(value).equals(name)) {
        return value;
      }
    }
    return null;
  }

  /** An attribute's way to write a constant: small letters, hyphens for underscores. */
  private static String nameOf(Enum<?> constant) {
    String written = constant.name();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      name.append(c == '_' ? '-' : (char) (c - 'A' + 'a'));
    }
    return name.toString();
  }
}
