import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Joins the compiled script and the style sheets of the playground into one classic script, because
 * modules do not load over file://. Everything is local to one function, so that a host page gets
 * no global. The compiled script is in its own function inside: the free names in its {@code
 * @JSBody} parts, {@code playgroundCss} and {@code playgroundHome}, refer to the function around
 * it.
 *
 * <p>Run by the build: {@code java Bundle.java STYLES SCRIPT OUT}.
 */
final class Bundle {
  private Bundle() {}

  /** The style sheets in the order of their names. */
  private static String styles(Path folder) throws IOException {
    List<Path> sheets;
    try (Stream<Path> files = Files.list(folder)) {
      sheets = files.filter(file -> file.toString().endsWith(".css")).sorted().toList();
    }
    StringBuilder styles = new StringBuilder();
    for (Path sheet : sheets) {
      styles.append(Files.readString(sheet));
    }
    return styles.toString();
  }

  /**
   * Style sheets without comments, line breaks and the spaces that mean nothing. Spaces around other
   * signs stay: between selectors and in sums they do mean something.
   */
  private static String dense(String styles) {
    Matcher tokens = Pattern.compile("(\"[^\"]*\")|/\\*.*?\\*/|\\s+", Pattern.DOTALL).matcher(styles);
    String spaced =
        tokens.replaceAll(
            token -> token.group(1) == null ? " " : Matcher.quoteReplacement(token.group(1)));
    return spaced.replaceAll(" +", " ").replaceAll(" ?([{};,]) ?", "$1").replace(";}", "}").strip();
  }

  /** A text as a JavaScript literal. */
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
  }

  /**
   * Writes the script.
   *
   * @param arguments the folder of the style sheets, the compiled script, and where to write
   * @throws IOException if one of them cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    String styles = styles(Path.of(arguments[0]));
    String script = Files.readString(Path.of(arguments[1]));
    // The styles come from a function: the minifier would copy a variable to every place that reads
    // it.
    Files.writeString(
        Path.of(arguments[2]),
        "(function(){\n"
            + "var playgroundHome=((document.currentScript||{}).src||'').replace(/[^\\/]*$/,'');\n"
            + "function playgroundCss(){return"
            + quoted(dense(styles))
            + "}\n"
            + "var exports={};\n"
            + "(function(){\n"
            + script
            + "\n})();\n"
            + "exports.start();\n"
            + "})();\n");
  }
}
