package io.github.unrolled.share;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.OpenInstruments;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.experiment.Setting;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.math.Decimals;
import io.github.unrolled.math.Excerpt;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.NumberReading;
import io.github.unrolled.math.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as named fields of text, which {@link Link} and {@link ExperimentFile} write, each
 * in its own syntax. Settings have the names and the order of the attributes; the other fields are
 * the version, {@code start} and {@code weights}, which are parameters, exact to the bit, {@code
 * epoch}, {@code instruments}, {@code controls}, {@code panels} and {@code theme}.
 *
 * <p>Reading never fails: a field that cannot be read is treated as missing, and its name is
 * reported.
 */
final class Fields {
  /** The version that is written, and the only one that is understood. */
  static final int VERSION = 1;

  /** Largest number of fields that are read, three times as many as exist. */
  static final int MOST = 64;

  /** Separator of the parts of a list. */
  static final char BETWEEN = ',';

  /** Longest name that is quoted whole. */
  private static final int MOST_QUOTED = 40;

  private static final String CONTROLS = "controls";

  private static final String PANELS = "panels";

  private static final String AUTO = "auto";

  private final String versionName;
  private final NumberText parameters;
  private final Decimals decimals;
  private final Attributes attributes;
  private final NumberReader reader;

  /**
   * Makes a writer and reader.
   *
   * @param versionName name of the field that holds the version
   * @param parameters how {@code start} and {@code weights} are written
   */
  Fields(Decimals decimals, String versionName, NumberText parameters) {
    this.versionName = versionName;
    this.parameters = parameters;
    this.decimals = decimals;
    attributes = new Attributes(decimals);
    reader = new NumberReader(decimals);
  }

  /**
   * Writes the fields, in their order.
   *
   * @param complete whether to write even the fields whose value would be the same without them
   */
  NamedTexts write(Shared shared, boolean complete) {
    NamedTexts fields = new NamedTexts();
    fields.add(versionName, "" + VERSION);
    Experiment target = shared.experiment();
    Experiment known = Experiment.initial();
    for (Setting setting : Setting.values()) {
      String value = attributes.valueOf(setting, target);
      if (complete || !value.equals(attributes.valueOf(setting, known))) {
        fields.add(Attributes.nameOf(setting), value);
        known = applied(known, attributes.parse(setting, value));
      }
    }
    Numbers start = target.start().parameters();
    if (complete || !start.equals(known.start().parameters())) {
      fields.add("start", parameters.write(start));
    }
    if (shared.epochs() > 0) {
      fields.add("weights", parameters.write(shared.weights()));
      fields.add("epoch", decimals.exact(shared.epochs()));
    }
    String open = Attributes.valueOf(shared.instruments());
    if (complete || !open.isEmpty()) {
      fields.add("instruments", open.replace(' ', BETWEEN));
    }
    for (String name : List.of(CONTROLS, PANELS)) {
      String there = Attributes.valueOf(shared.parts(), name.equals(CONTROLS));
      if (complete || !there.equals("all")) {
        fields.add(name, there.replace(' ', BETWEEN));
      }
    }
    if (complete || !shared.theme().equals(AUTO)) {
      fields.add("theme", shared.theme());
    }
    return fields;
  }

  /** Whether a setting took a value: a step past the end, say, can be read but does not exist. */
  private boolean isTaken(Setting setting, Change change, String value, Experiment next) {
    if (change instanceof Change.StartStateEntered entered) {
      return next.start().state().equals(entered.state());
    }
    boolean depends =
        setting == Setting.TRAIN_STEPS || setting == Setting.STEP || setting == Setting.TAKEOVER;
    return !depends
        || reader.read(value).value() == reader.read(attributes.valueOf(setting, next)).value();
  }

  private static Experiment applied(Experiment experiment, @Nullable Change change) {
    return change == null ? experiment : change.applyTo(experiment);
  }

  /**
   * Reads fields.
   *
   * @param fields texts by name, {@link #MOST} at most. Known fields are removed.
   * @param unread names of the parts that could not be read as fields
   */
  Shared read(NamedTexts fields, List<String> unread) {
    List<String> ignored = new ArrayList<>(unread);
    readVersion(fields, ignored);
    Experiment experiment = Experiment.initial();
    for (Setting setting : Setting.values()) {
      String value = fields.take(Attributes.nameOf(setting));
      if (value != null) {
        Change change = attributes.parse(setting, value);
        Experiment next = applied(experiment, change);
        if (change == null || !isTaken(setting, change, value, next)) {
          ignored.add(Attributes.nameOf(setting));
        } else {
          experiment = next;
        }
      }
    }
    experiment = withStart(experiment, fields.take("start"), ignored);
    Numbers weights = numbers("weights", fields.take("weights"), experiment, ignored);
    double epochs = epochs(fields.take("epoch"), weights != null, ignored);
    if (weights != null && epochs == 0) {
      ignored.add("weights");
    }
    OpenInstruments instruments = instruments(fields.take("instruments"), ignored);
    Parts parts = parts(CONTROLS, fields.take(CONTROLS), Parts.ALL, ignored);
    parts = parts(PANELS, fields.take(PANELS), parts, ignored);
    String theme = theme(fields.take("theme"), ignored);
    for (int i = 0; i < fields.size(); i++) {
      ignored.add(quoted(fields.name(i)));
    }
    return new Shared(
        experiment,
        epochs,
        weights == null || epochs == 0 ? held(experiment) : weights,
        instruments,
        parts,
        theme,
        List.copyOf(ignored));
  }

  /** The start parameters, with 0 for those that the network holds at zero. */
  private static Numbers held(Experiment experiment) {
    double[] start = experiment.start().parameters().toArray();
    experiment.shape().hold(start);
    return Numbers.of(start);
  }

  private void readVersion(NamedTexts fields, List<String> ignored) {
    String version = fields.take(versionName);
    boolean empty = version == null && fields.size() == 0;
    if (!empty && !("" + VERSION).equals(version)) {
      ignored.add(
          versionName
              + " (expected "
              + VERSION
              + ", got "
              + (version == null ? "none" : quoted(version))
              + ")");
    }
  }

  private Experiment withStart(
      Experiment experiment, @Nullable String value, List<String> ignored) {
    Numbers read = numbers("start", value, experiment, ignored);
    if (read == null) {
      return experiment;
    }
    for (int i = 0; i < read.size(); i++) {
      if (!Start.isParameter(read.get(i))) {
        ignored.add("start");
        return experiment;
      }
    }
    return experiment.withStartParameters(read);
  }

  private @Nullable Numbers numbers(
      String name, @Nullable String value, Experiment experiment, List<String> ignored) {
    if (value == null) {
      return null;
    }
    Numbers read = parameters.read(value, experiment.start().parameters().size());
    if (read == null) {
      ignored.add(name);
    }
    return read;
  }

  private double epochs(@Nullable String value, boolean trained, List<String> ignored) {
    if (value == null) {
      return 0;
    }
    NumberReading reading = reader.read(value);
    double epochs = reading.isNumber() ? reading.value() : -1;
    if (trained && epochs >= 0 && epochs <= Shared.MAX_EPOCHS && epochs == Math.floor(epochs)) {
      // -0 would be an epoch that equals no other.
      return epochs == 0 ? 0 : epochs;
    }
    ignored.add("epoch");
    return 0;
  }

  private OpenInstruments instruments(@Nullable String value, List<String> ignored) {
    if (value == null) {
      return OpenInstruments.NONE;
    }
    if (attributes.parse("instruments", value.replace(BETWEEN, ' '))
        instanceof Command.InstrumentsChosen chosen) {
      return chosen.instruments();
    }
    ignored.add("instruments");
    return OpenInstruments.NONE;
  }

  private Parts parts(String name, @Nullable String value, Parts before, List<String> ignored) {
    if (value == null) {
      return before;
    }
    Event event = attributes.parse(name, value.replace(BETWEEN, ' '));
    if (event instanceof Command.ControlsChosen chosen) {
      return chosen.parts().withOthersOf(before, true);
    }
    if (event instanceof Command.PanelsChosen chosen) {
      return chosen.parts().withOthersOf(before, false);
    }
    ignored.add(name);
    return before;
  }

  private static String theme(@Nullable String value, List<String> ignored) {
    if (value == null) {
      return AUTO;
    }
    if (value.equals("light") || value.equals("dark") || value.equals(AUTO)) {
      return value;
    }
    ignored.add("theme");
    return AUTO;
  }

  /** A name from outside, cut to a length that a message can quote. */
  static String quoted(String name) {
    return Excerpt.of(name, MOST_QUOTED);
  }

  /** The message for a text that is too long to be read. */
  static String tooLong(int mostLetters) {
    return "everything: longer than " + mostLetters + " characters";
  }

  /** The message for everything after the first {@link #MOST} fields. */
  static String tooMany() {
    return "everything after the first " + MOST + " fields";
  }
}
