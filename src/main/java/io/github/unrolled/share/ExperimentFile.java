package io.github.unrolled.share;

import io.github.unrolled.math.Decimals;
import java.util.ArrayList;
import java.util.List;

/**
 * An experiment as a JSON file that people can read and edit too: {@code {"unrolled": 1, "task":
 * "sine", ...}}, one field per line. Every field is written, and parameters are decimals; otherwise
 * it contains the same as a {@link Link}.
 *
 * <p>Reading never fails: a field that cannot be read is treated as missing, and its name is
 * reported.
 */
public final class ExperimentFile {
  /** Longest file that is read: twice the largest experiment. */
  public static final int MOST_LETTERS = 500_000;

  /** The fields that are arrays. */
  private static final List<String> LISTS =
      List.of("numbers", "start-state", "start", "weights", "instruments", "controls", "panels");

  private final Fields fields;

  /** Makes a writer and reader. */
  public ExperimentFile(Decimals decimals) {
    fields = new Fields(decimals, "unrolled", new DecimalNumbers(decimals));
  }

  /** Writes the text of the file. */
  public String write(Shared shared) {
    StringBuilder json = new StringBuilder("{");
    NamedTexts written = fields.write(shared, true);
    for (int i = 0; i < written.size(); i++) {
      String name = written.name(i);
      String text = written.text(i);
      json.append(json.length() == 1 ? "\n  " : ",\n  ").append(quoted(name)).append(": ");
      if (LISTS.contains(name) && !isWhole(text)) {
        appendList(json, text);
      } else {
        json.append(value(text));
      }
    }
    return json.append("\n}\n").toString();
  }

  /** Whether a value is a word that stands for a whole list. */
  private static boolean isWhole(String value) {
    return value.equals("all") || value.equals("none");
  }

  private static void appendList(StringBuilder json, String list) {
    json.append('[');
    int from = 0;
    while (from < list.length()) {
      int end = list.indexOf(Fields.BETWEEN, from);
      int to = end < 0 ? list.length() : end;
      json.append(from == 0 ? "" : ", ").append(value(list.substring(from, to)));
      from = to + 1;
    }
    json.append(']');
  }

  /** A number as it is, a word in quotes; no word of a field needs an escape. */
  private static String value(String text) {
    char first = text.charAt(0);
    return first == '-' || (first >= '0' && first <= '9') ? text : quoted(text);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  /**
   * Reads the fields of a file's outermost object, whose syntax the caller has parsed.
   *
   * @param texts by name, in their order: strings as they are, numbers as written by {@link
   *     Decimals#exact} or {@link Decimals#shortest}, -0 with its sign, {@code true} and {@code
   *     false}; the elements of an array, by the same rule, separated by commas; empty for anything
   *     else. Not modified.
   */
  public Shared read(NamedTexts texts) {
    List<String> unread = new ArrayList<>();
    NamedTexts known = new NamedTexts();
    long letters = 0;
    for (int i = 0; i < texts.size(); i++) {
      String name = texts.name(i);
      String text = texts.text(i);
      letters += name.length() + text.length();
      if (letters > MOST_LETTERS) {
        return fields.read(new NamedTexts(), List.of(Fields.tooLong(MOST_LETTERS)));
      }
      if (known.size() == Fields.MOST) {
        unread.add(Fields.tooMany());
        break;
      }
      known.add(name, hasGap(text) ? "" : text);
    }
    return fields.read(known, unread);
  }

  /** Whether a list has an element that is neither number nor word, and must not be ignored. */
  private static boolean hasGap(String list) {
    return list.startsWith(",") || list.endsWith(",") || list.contains(",,");
  }
}
