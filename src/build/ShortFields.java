import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the fields of a compiled script short names that the classes share. TeaVM gives each field
 * of the program a name of its own, some 1700 of them, which hardly compresses; when the first
 * field of every class is called the same, the bundle is a twelfth smaller.
 *
 * <p>A class is a constructor such as {@code function X(){Y.call(this);this.sa=null;this.sb=0}}: it
 * tells the fields and the class that is extended, whose names are taken. Texts are left alone. A
 * name that could be anything but a field stays; the build fails if there are no classes at all.
 *
 * <p>Run by the build: {@code java ShortFields.java IN OUT}.
 */
final class ShortFields {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Properties of up to three letters that browsers and the language itself know. */
  private static final Set<String> NATIVE = Set.of(
          ("CCW CSS CW E Hz INT Ink MAX MIN Map NaN Now ONE PI Q RED RG RGB Set Tag URL UTC "
              + "a abs add all alt and any app arc as at ax ay b big c cap ch cm cmp cos cqb cqh "
              + "cqi cqw csi csp cx cy d db deg dir div dpi dvb dvh dvi dvw dx dy e em end ex "
              + "exp f for fr fx fy gap get go has ic id in ink is kHz key lh log low lvb lvh "
              + "lvi lvw map max mid min mm ms mul now of ok or pad pan pc pop pow pt put px r "
              + "rad raw rch rel rem rev rex ric rlh rtt rx ry s sdp set sin src sub sup svb svh "
              + "svi svw tag tan tee to top try upX upY upZ url use vb vh vi vw w x xor y z zip")
              .split(" "));

  private static final Pattern CLASS =
      Pattern.compile(
          "function ([\\w$]+)\\(\\)\\{(?:([\\w$]+)\\.call\\(this\\);\\s*)?((?:this\\.[^{}()]*)?)\\}");
  private static final Pattern FIELD = Pattern.compile("this\\.\\s*([\\w$]+)\\s*=");
  private static final Pattern CALLED = Pattern.compile("\\.([\\w$]+)\\(");
  private static final Pattern TEXT = Pattern.compile("[\"'`]([\\w$]{1,3})[\"'`]");

  /** A text, or a property. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|`(?:[^`\\\\]|\\\\.)*+`"
              + "|\\.([A-Za-z_$][\\w$]*)",
          Pattern.DOTALL);

  private final String script;
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final Set<String> kept = new HashSet<>(NATIVE);
  private final StringBuilder letters = new StringBuilder();

  private ShortFields(String script) {
    this.script = script;
    all(CALLED).forEach(kept::add);
    all(TEXT).forEach(kept::add);
    for (int i = 0; i < LETTERS.length(); i++) {
      // A method may have such a name, and fields and methods share their names.
      if (!kept.contains(LETTERS.substring(i, i + 1))) {
        letters.append(LETTERS.charAt(i));
      }
    }
  }

  private List<String> all(Pattern pattern) {
    return pattern.matcher(script).results().map(result -> result.group(1)).toList();
  }

  private String shortened() {
    Set<String> seen = new HashSet<>();
    for (Matcher type = CLASS.matcher(script); type.find(); ) {
      List<String> own = new ArrayList<>();
      for (Matcher field = FIELD.matcher(type.group(3)); field.find(); ) {
        String name = field.group(1);
        if (!name.startsWith("$")) {
          own.add(name);
          if (!seen.add(name)) {
            // Not a field of one class alone.
            kept.add(name);
          }
        }
      }
      fields.put(type.group(1), own);
      if (type.group(2) != null) {
        parents.put(type.group(1), type.group(2));
      }
    }
    Map<String, String> names = new HashMap<>();
    fields.forEach(
        (type, own) -> {
          int place = inherited(type);
          for (String field : own) {
            if (!kept.contains(field)) {
              names.put(field, letter(place));
            }
            place++;
          }
        });
    if (names.isEmpty()) {
      throw new IllegalStateException("classes: expected constructors with fields, got none");
    }
    return TOKEN
        .matcher(script)
        .replaceAll(
            token -> {
              String name = token.group(1);
              String text =
                  name != null && names.containsKey(name) ? "." + names.get(name) : token.group();
              return Matcher.quoteReplacement(text);
            });
  }

  /** How many fields a class has from the classes that it extends. */
  private int inherited(String type) {
    String parent = parents.get(type);
    return parent == null ? 0 : inherited(parent) + ownCount(parent);
  }

  private int ownCount(String type) {
    List<String> own = fields.get(type);
    if (own != null) {
      return own.size();
    }
    // One without fields of its own is not written out: X=without() or X=without(Parent).
    Matcher without =
        Pattern.compile("[,;\\s]" + Pattern.quote(type) + "=\\s*[\\w$]+\\(([\\w$]*)\\)")
            .matcher(script);
    if (!without.find()) {
      throw new IllegalStateException(type + ": expected a class that others extend, got none");
    }
    String parent = without.group(1);
    boolean none = parent.isEmpty() || parent.equals("0");
    return none ? 0 : inherited(parent) + ownCount(parent);
  }

  private String letter(int place) {
    int count = letters.length();
    String last = letters.substring(place % count, place % count + 1);
    return place < count ? last : "_" + last + place / count;
  }

  /**
   * Rewrites a script.
   *
   * @param arguments the script, and where to write the outcome
   * @throws IOException if one of them cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    String script = Files.readString(Path.of(arguments[0]));
    Files.writeString(Path.of(arguments[1]), new ShortFields(script).shortened());
  }
}
