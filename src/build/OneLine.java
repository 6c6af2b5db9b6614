import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Joins the lines of a compiled script into one: Closure Compiler breaks them every 500 characters,
 * which is a hundredth of the bundle, for each break interrupts what repeats.
 *
 * <p>Run by the build: {@code java OneLine.java IN OUT}.
 */
final class OneLine {
  /** A break between two words or two signs, which would become one without it. */
  private static final Pattern SEPARATING = Pattern.compile("(?<=[\\w$])\n(?=[\\w$])|([+\\-])\n(?=\\1)");

  private OneLine() {}

  /**
   * Rewrites a script.
   *
   * @param arguments the script, and where to write the outcome
   * @throws IOException if one of them cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    String script = Files.readString(Path.of(arguments[0]));
    if (script.contains("`")) {
      throw new IllegalStateException("script: expected no text that can hold a break of lines");
    }
    Files.writeString(
        Path.of(arguments[1]), SEPARATING.matcher(script).replaceAll("$1 ").replace("\n", ""));
  }
}
