package io.github.unrolled.share;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.OpenInstruments;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.math.Decimals;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.NumberReading;
import io.github.unrolled.math.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as the fragment of an address: {@code v=1&task=sine&hidden-units=8&...}. Fields are
 * named as attributes are and stand in their order; one that has the value it would have anyway is
 * left out. Besides there are {@code start} and {@code weights}, the parameters to the bit, {@code
 * epoch}, {@code instruments} and {@code theme}.
 *
 * <p>Reading is total: what cannot be read, field by field, is as if it were not there and named.
 */
public final class Link {
  /** The version that is written, and the highest that is understood. */
  public static final int VERSION = 1;

  /** Longest fragment that is looked at: twice the largest experiment. */
  private static final int MOST_LETTERS = 200_000;

  private static final int MOST_FIELDS = 64;

  private static final int MOST_QUOTED = 40;

  private final Attributes attributes;
  private final NumberReader reader;

  /** Makes a writer and reader. */
  public Link(Decimals decimals) {
    attributes = new Attributes(decimals);
    reader = new NumberReader(decimals);
  }

  /** The fragment without its hash sign. */
  public String write(Shared shared) {
    StringBuilder text = new StringBuilder("v=" + VERSION);
    Experiment target = shared.experiment();
    Experiment known = Experiment.initial();
    for (String name : Attributes.SETTINGS) {
      String value = attributes.valueOf(name, target);
      if (!value.equals(attributes.valueOf(name, known))) {
        append(text, name, value);
        known = applied(known, attributes.parse(name, value));
      }
    }
    if (!target.start().parameters().equals(known.start().parameters())) {
      append(text, "start", Base64Numbers.write(target.start().parameters()));
    }
    if (shared.epochs() > 0) {
      append(text, "weights", Base64Numbers.write(shared.weights()));
      append(text, "epoch", Long.toString((long) shared.epochs()));
    }
    String open = Attributes.valueOf(shared.instruments());
    if (!open.isEmpty()) {
      append(text, "instruments", open.replace(' ', ','));
    }
    if (!shared.theme().equals("auto")) {
      append(text, "theme", shared.theme());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String name, String value) {
    text.append('&').append(name).append('=').append(value);
  }

  /** The start parameters as the network has them. */
  private static Numbers held(Experiment experiment) {
    double[] parameters = experiment.start().parameters().toArray();
    experiment.shape().hold(parameters);
    return Numbers.of(parameters);
  }

  private static Experiment applied(Experiment experiment, @Nullable Event event) {
    return event instanceof Change change ? change.applyTo(experiment) : experiment;
  }

  /** Reads a fragment, with or without its hash sign. */
  public Shared read(String fragment) {
    List<String> ignored = new ArrayList<>();
    Map<String, String> fields = fields(fragment, ignored);
    readVersion(fields, ignored);
    Experiment experiment = Experiment.initial();
    for (String name : Attributes.SETTINGS) {
      String value = fields.remove(name);
      if (value != null) {
        Event event = attributes.parse(name, value);
        Experiment next = applied(experiment, event);
        // A step beyond the end, for one, can be read and still is none of this task.
        if (event == null
            || !event.equals(attributes.parse(name, attributes.valueOf(name, next)))) {
          ignored.add(name);
        } else {
          experiment = next;
        }
      }
    }
    experiment = withStart(experiment, fields.remove("start"), ignored);
    Numbers weights = numbers("weights", fields.remove("weights"), experiment, ignored);
    double epochs = epochs(fields.remove("epoch"), weights != null, ignored);
    if (weights != null && epochs == 0) {
      ignored.add("weights");
    }
    OpenInstruments instruments = instruments(fields.remove("instruments"), ignored);
    String theme = theme(fields.remove("theme"), ignored);
    for (String name : fields.keySet()) {
      ignored.add(shortened(name));
    }
    return new Shared(
        experiment,
        epochs,
        weights == null || epochs == 0 ? held(experiment) : weights,
        instruments,
        theme,
        List.copyOf(ignored));
  }

  /** Fields by name; of several of a name the first counts. */
  private static Map<String, String> fields(String fragment, List<String> ignored) {
    Map<String, String> fields = new LinkedHashMap<>();
    int from = fragment.startsWith("#") ? 1 : 0;
    if (fragment.length() > MOST_LETTERS) {
      ignored.add("all of it: longer than " + MOST_LETTERS + " letters");
      return fields;
    }
    while (from < fragment.length() && fields.size() < MOST_FIELDS) {
      int end = fragment.indexOf('&', from);
      int to = end < 0 ? fragment.length() : end;
      int equals = fragment.indexOf('=', from);
      if (equals < 0 || equals >= to) {
        ignored.add(shortened(fragment.substring(from, to)));
      } else if (fields.putIfAbsent(
              fragment.substring(from, equals), unescaped(fragment.substring(equals + 1, to)))
          != null) {
        ignored.add(shortened(fragment.substring(from, equals)));
      }
      from = to + 1;
    }
    return fields;
  }

  /** Letters that somebody wrote as %2C or the like on the way; all that a link has are ASCII. */
  private static String unescaped(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      int high = value.charAt(i) == '%' && i + 2 < value.length() ? hex(value.charAt(i + 1)) : -1;
      int low = high < 0 ? -1 : hex(value.charAt(i + 2));
      if (low < 0) {
        text.append(value.charAt(i));
      } else {
        text.append((char) (16 * high + low));
        i += 2;
      }
    }
    return text.toString();
  }

  private static int hex(char c) {
    int digit =
        c >= '0' && c <= '9'
            ? c - '0'
            : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
    return digit;
  }

  private void readVersion(Map<String, String> fields, List<String> ignored) {
    String version = fields.remove("v");
    boolean empty = version == null && fields.isEmpty();
    if (!empty && !("" + VERSION).equals(version)) {
      ignored.add("v");
    }
  }

  private static Experiment withStart(
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

  private static @Nullable Numbers numbers(
      String name, @Nullable String value, Experiment experiment, List<String> ignored) {
    if (value == null) {
      return null;
    }
    Numbers read = Base64Numbers.read(value, experiment.start().parameters().size());
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
      return epochs;
    }
    ignored.add("epoch");
    return 0;
  }

  private OpenInstruments instruments(@Nullable String value, List<String> ignored) {
    if (value == null) {
      return OpenInstruments.NONE;
    }
    if (attributes.parse("instruments", value.replace(',', ' '))
        instanceof Command.InstrumentsChosen chosen) {
      return chosen.instruments();
    }
    ignored.add("instruments");
    return OpenInstruments.NONE;
  }

  private static String theme(@Nullable String value, List<String> ignored) {
    if (value == null || value.equals("light") || value.equals("dark")) {
      return value == null ? "auto" : value;
    }
    ignored.add("theme");
    return "auto";
  }

  private static String shortened(String name) {
    return name.length() > MOST_QUOTED ? name.substring(0, MOST_QUOTED) + "…" : name;
  }
}
