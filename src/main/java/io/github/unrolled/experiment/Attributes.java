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
  private final Decimals decimals;
  private final NumberReader reader;

  /** Makes a parser that reads and writes numbers with {@code decimals}. */
  public Attributes(Decimals decimals) {
    this.decimals = decimals;
    reader = new NumberReader(decimals);
  }

  /** All names, in the order to apply them when several come at once. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      if (setting == Setting.STEP) {
        for (ScalarParameter parameter : ScalarParameter.values()) {
          names.add(nameOf(parameter));
        }
      }
      names.add(nameOf(setting));
    }
    names.add("instruments");
    names.add("controls");
    names.add("panels");
    return names;
  }

  /** The value of a setting, as {@link #parse} reads it back. */
  public String valueOf(Setting setting, Experiment experiment) {
    Data data = experiment.data();
    NetworkShape shape = experiment.shape();
    Training training = experiment.training();
    return switch (setting) {
      case TASK -> nameOf(data.task());
      case NUMBERS -> list(data.own());
      case LENGTH -> "" + data.ruleSteps();
      case DELAY -> "" + data.delay();
      case TRAIN_STEPS -> "" + data.trainSteps();
      case SCALING -> nameOf(data.scaling());
      case CELL -> nameOf(shape.cell());
      case HIDDEN_UNITS -> "" + shape.hiddenSize();
      case ACTIVATION -> nameOf(shape.activation());
      case MEMORY -> shape.memory() ? "on" : "off";
      case OPTIMIZER -> nameOf(training.optimizer());
      case LEARNING_RATE -> decimals.exact(training.learningRate());
      case CLIPPING -> nameOf(training.clipping().kind());
      case CLIP_LIMIT -> decimals.exact(training.clipping().limit());
      case WINDOW -> training.window() == Training.FULL_WINDOW ? "all" : "" + training.window();
      case SEED -> "" + experiment.start().seed();
      case START_WEIGHTS -> nameOf(experiment.start().source());
      case START_STATE -> list(experiment.start().state());
      case SPEED ->
          training.speed().isUnlimited() ? "max" : "" + training.speed().epochsPerSecond();
      case STEP -> "" + experiment.cursor();
      case TAKEOVER -> "" + experiment.takeover();
    };
  }

  private String list(Numbers numbers) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      list.append(i == 0 ? "" : ",").append(decimals.exact(numbers.get(i)));
    }
    return list.toString();
  }

  /**
   * The event that an attribute stands for.
   *
   * @return the event, or null if the attribute does not take the value
   */
  public @Nullable Event parse(String name, String value) {
    return switch (name) {
      case "instruments" -> instruments(value);
      case "controls", "panels" -> parts(value, name.equals("controls"));
      default -> {
        Setting setting = named(Setting.values(), name);
        yield setting == null ? parameter(name, value) : parse(setting, value);
      }
    };
  }

  private @Nullable Event parameter(String name, String value) {
    ScalarParameter parameter = named(ScalarParameter.values(), name);
    NumberReading reading = reader.read(value);
    return parameter != null && reading.isNumber() && Start.isParameter(reading.value())
        ? new Command.ScalarParameterSet(parameter, reading.value())
        : null;
  }

  /** The change that a setting's text stands for, or null. */
  public @Nullable Change parse(Setting setting, String value) {
    NumberReading reading = reader.read(value);
    double number = reading.isNumber() ? reading.value() : Double.NaN;
    return switch (setting) {
      case TASK -> {
        Task task = named(Task.values(), value);
        yield task == null ? null : new Change.TaskChosen(task);
      }
      case NUMBERS -> {
        Numbers numbers = new NumberList(reader).read(value).numbers();
        yield numbers == null ? null : new Change.OwnNumbersEntered(numbers);
      }
      case SCALING -> {
        Scaling scaling = named(Scaling.values(), value);
        yield scaling == null ? null : new Change.ScalingChosen(scaling);
      }
      case ACTIVATION -> {
        Activation activation = named(Activation.values(), value);
        yield activation == null ? null : new Change.ActivationChosen(activation);
      }
      case CELL -> {
        CellType cell = named(CellType.values(), value);
        yield cell == null ? null : new Change.CellChosen(cell);
      }
      case OPTIMIZER -> {
        OptimizerKind kind = named(OptimizerKind.values(), value);
        yield kind == null ? null : new Change.OptimizerChosen(kind);
      }
      case MEMORY ->
          value.equals("on") || value.equals("off")
              ? new Change.MemorySwitched(value.equals("on"))
              : null;
      case CLIPPING -> {
        Clipping.Kind kind = named(Clipping.Kind.values(), value);
        yield kind == null ? null : new Change.ClippingChosen(kind);
      }
      case START_WEIGHTS -> {
        StartWeights source = named(StartWeights.values(), value);
        yield source == null ? null : new Change.StartWeightsChosen(source);
      }
      case START_STATE -> {
        Numbers state = startState(value);
        yield state == null ? null : new Change.StartStateEntered(state);
      }
      case LENGTH ->
          isWhole(number, Task.MIN_STEPS, Task.MAX_STEPS)
              ? new Change.LengthChanged((int) number)
              : null;
      case DELAY ->
          isWhole(number, 1, Task.MAX_DELAY) ? new Change.DelayChanged((int) number) : null;
      case TRAIN_STEPS ->
          isWhole(number, 1, NumberList.MAX_COUNT)
              ? new Change.TrainStepsChanged((int) number)
              : null;
      case HIDDEN_UNITS ->
          isWhole(number, 1, NetworkShape.MAX_HIDDEN_SIZE)
              ? new Change.HiddenSizeChanged((int) number)
              : null;
      case WINDOW ->
          value.equals("all")
              ? new Change.WindowChanged(Training.FULL_WINDOW)
              : isWhole(number, 1, Training.FULL_WINDOW)
                  ? new Change.WindowChanged((int) number)
                  : null;
      case TAKEOVER ->
          isWhole(number, 0, NumberList.MAX_COUNT) ? new Change.TakeoverChosen((int) number) : null;
      case LEARNING_RATE ->
          Training.isLearningRate(number) ? new Change.LearningRateChanged(number) : null;
      case CLIP_LIMIT -> Training.isClipLimit(number) ? new Change.ClipLimitChanged(number) : null;
      case SEED -> Start.isSeed(number) ? new Change.SeedEntered((int) number) : null;
      case SPEED ->
          value.equals("max")
              ? new Change.SpeedChosen(new Speed(Speed.MAX_LEVEL))
              : number > 0 ? new Change.SpeedChosen(Speed.atMost(number)) : null;
      case STEP ->
          number >= 0 && number == Math.floor(number)
              ? new Change.StepChosen((int) Math.min(NumberList.MAX_COUNT, number))
              : null;
    };
  }

  /** The numbers between commas; null if there are too many or one is no start state. */
  private @Nullable Numbers startState(String value) {
    double[] state = new double[NetworkShape.MAX_HIDDEN_SIZE];
    int count = 0;
    int from = 0;
    while (from <= value.length()) {
      int comma = value.indexOf(',', from);
      int to = comma < 0 ? value.length() : comma;
      NumberReading reading = reader.read(value.substring(from, to));
      if (count == state.length || !reading.isNumber() || !Start.isParameter(reading.value())) {
        return null;
      }
      // Negative zero starts where zero does.
      state[count++] = reading.value() == 0 ? 0 : reading.value();
      from = to + 1;
    }
    return Numbers.of(state).slice(0, count);
  }

  /** Opens the instruments named, separated by spaces; null if one is unknown. */
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

  /**
   * Chooses the controls or panels named, separated by spaces, {@code all} or {@code none}; null if
   * a name is unknown.
   */
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

  /** The value of the attribute {@code controls}, or else {@code panels}, for the given parts. */
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

  /** The words of a text, separated by white space. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || NumberReader.isSpace(text.charAt(i))) {
        if (i > from) {
          words.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }

  /** The instrument with a name such as {@code loss-landscape}, or null. */
  public static @Nullable Instrument instrument(String name) {
    return named(Instrument.values(), name);
  }

  /** The value of the attribute {@code instruments} for the given open instruments. */
  public static String valueOf(OpenInstruments open) {
    StringBuilder value = new StringBuilder();
    for (Instrument instrument : Instrument.values()) {
      if (open.has(instrument)) {
        value.append(value.length() == 0 ? "" : " ").append(nameOf(instrument));
      }
    }
    return value.toString();
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

  /** The attribute name of a setting. */
  public static String nameOf(Setting setting) {
    return nameOf((Enum<?>) setting);
  }

  /** A constant's name as attributes write it: small letters, hyphens for underscores. */
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
