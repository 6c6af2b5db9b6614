import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes one self-contained file from the finished site: its first page with the scripts, the
 * styles, the icon and the licences inside. Elements marked {@code data-site} concern the other
 * files of the site and are left out. The policy of the page stays just as strict: instead of the
 * site's own files it names the hashes of what is in the page.
 *
 * <p>Run by the build: {@code java SingleFile.java SITE OUT}.
 */
final class SingleFile {
  private static final Pattern OF_THE_SITE =
      Pattern.compile("\\s*<(\\w+) data-site\\b[^>]*>(?:(?:(?!<\\1\\b).)*?</\\1>)?", Pattern.DOTALL);

  private static final Pattern SCRIPT =
      Pattern.compile("<script src=\"([^\"]+)\"( defer)?></script>");

  private static final Pattern STYLES = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
  private static final Pattern ICON =
      Pattern.compile("<link rel=\"icon\" href=\"([^\"]+)\" type=\"([^\"]+)\">");

  private static final Pattern POLICY =
      Pattern.compile("(<meta http-equiv=\"Content-Security-Policy\" content=\")([^\"]+)(\">)");

  /** Markup that would still request something. */
  private static final Pattern ASKED_FOR =
      Pattern.compile("<(script|img|iframe|source|object|embed)\\b[^>]*\\s(src|srcset|data)=|<link\\b(?![^>]* href=\"data:)");

  /** The end of the guide, where the licences stand. */
  private static final Pattern LAST_SECTION = Pattern.compile("\\s*</section>\\s*</rnn-playground>");

  private static final String LICENCE_STYLE =
      "section details pre{white-space:pre-wrap;overflow-wrap:anywhere}";

  private final Path site;
  private final List<String> scriptHashes = new ArrayList<>();
  private final List<String> styleHashes = new ArrayList<>();

  private SingleFile(Path site) {
    this.site = site;
  }

  private String read(String file) {
    try {
      return Files.readString(site.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(file + ": expected a file of the site", e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String replaced(
      Pattern pattern, String page, Function<MatchResult, String> replacement) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new IllegalStateException("index.html: expected " + pattern + ", found none");
    }
    return matcher.replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
  }

  /** A script made safe to inline: what would end it early occurs only in its string literals. */
  private String script(String file) {
    String text =
        read(file).replaceAll("(?i)<(?=/script)", "<\\\\").replace("<!--", "<\\!--");
    text = text.endsWith("\n") ? text : text + "\n";
    scriptHashes.add(sha256(text));
    return "<script>" + text + "</script>";
  }

  private String style(String file) {
    String text = read(file) + LICENCE_STYLE;
    if (text.contains("</")) {
      throw new IllegalStateException(file + ": expected no </, which could end the style");
    }
    styleHashes.add(sha256(text));
    return "<style>" + text + "</style>";
  }

  private String licences() throws IOException {
    List<Path> files;
    try (var all = Files.list(site.resolve("licenses"))) {
      files = all.sorted().toList();
    }
    if (files.isEmpty()) {
      throw new IllegalStateException("licenses: expected texts, got none");
    }
    StringBuilder texts = new StringBuilder("<details><summary>Licences</summary>");
    for (Path file : files) {
      String name = "licenses/" + file.getFileName();
      String text = read(name).replace("&", "&amp;").replace("<", "&lt;");
      texts.append("<p>").append(name).append("</p><pre>").append(text).append("</pre>");
    }
    return texts.append("</details>").toString();
  }

  /**
   * The policy with hashes in place of the site's own files, and without the directives that only
   * those need.
   */
  private String policy(String policy) {
    return Pattern.compile(";")
        .splitAsStream(policy)
        .map(String::strip)
        .map(
            directive ->
                switch (directive.substring(0, directive.indexOf(' '))) {
                  case "script-src" ->
                      directive.replace("'self'", String.join(" ", scriptHashes));
                  case "style-src" -> directive.replace("'self'", String.join(" ", styleHashes));
                  default -> directive.replace(" 'self'", "");
                })
        .filter(directive -> directive.contains(" "))
        .collect(Collectors.joining("; "));
  }

  private String page() throws IOException {
    String page = replaced(OF_THE_SITE, read("index.html"), found -> "");
    // An inline script cannot be deferred, so the deferred ones go to the end of the page.
    StringBuilder deferred = new StringBuilder();
    page =
        replaced(
            SCRIPT,
            page,
            found -> {
              String script = script(found.group(1));
              if (found.group(2) == null) {
                return script;
              }
              deferred.append(script);
              return "";
            });
    page = replaced(STYLES, page, found -> style(found.group(1)));
    page =
        replaced(
            ICON,
            page,
            found -> {
              byte[] icon = read(found.group(1)).getBytes(StandardCharsets.UTF_8);
              String data = Base64.getEncoder().encodeToString(icon);
              return "<link rel=\"icon\" href=\"data:" + found.group(2) + ";base64," + data + "\">";
            });
    page =
        replaced(
            POLICY, page, found -> found.group(1) + policy(found.group(2)) + found.group(3));
    String texts = licences();
    page = replaced(LAST_SECTION, page, found -> texts + found.group());
    String scripts = deferred.toString();
    page = replaced(Pattern.compile("</body>"), page, found -> scripts + found.group());
    Matcher asked =
        ASKED_FOR.matcher(page.replaceAll("(?s)<(script|style)>.*?</\\1>", ""));
    if (asked.find()) {
      throw new IllegalStateException("index.html: expected nothing to load, got " + asked.group());
    }
    return page;
  }

  /**
   * Writes the file.
   *
   * @param arguments the folder of the site, and where to write
   * @throws IOException if the licences cannot be listed or the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[1]), new SingleFile(Path.of(arguments[0])).page());
  }
}
