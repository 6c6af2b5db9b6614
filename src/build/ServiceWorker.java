import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the service worker of the finished site: its source with the list of all files of the site
 * and their hashes, and a hash over them and the source as the version. So the worker changes
 * whenever any file does, and only then.
 *
 * <p>Run by the build: {@code java ServiceWorker.java SOURCE SITE}.
 */
final class ServiceWorker {
  private static final String NAME = "sw.js";

  /** Enough hexadecimal digits of the hash to tell two versions apart. */
  private static final int VERSION_DIGITS = 16;

  private ServiceWorker() {}

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The hash that a browser checks each file against, by its path with slashes. */
  private static Map<String, String> integrities(Path site) throws IOException {
    Map<String, String> integrities = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(site)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String path = site.relativize(file).toString().replace('\\', '/');
      if (!path.equals(NAME)) {
        String hash = Base64.getEncoder().encodeToString(sha256(Files.readAllBytes(file)));
        integrities.put(path, "sha256-" + hash);
      }
    }
    if (!integrities.containsKey("index.html")) {
      throw new IllegalStateException("site: expected an index.html, got " + integrities.keySet());
    }
    return integrities;
  }

  private static String filled(String source, String mark, String value) {
    if (source.split(mark, -1).length != 2) {
      throw new IllegalStateException("source: expected " + mark + " once");
    }
    return source.replace(mark, value);
  }

  /**
   * Writes the worker into the site.
   *
   * @param arguments the source of the worker, and the folder of the site
   * @throws IOException if the source cannot be read or the worker cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    String source = Files.readString(Path.of(arguments[0]));
    Path site = Path.of(arguments[1]);
    String files =
        integrities(site).entrySet().stream()
            .map(file -> "\n  \"" + file.getKey() + "\": \"" + file.getValue() + "\",")
            .collect(Collectors.joining("", "{", "\n}"));
    byte[] all = (source + files).getBytes(StandardCharsets.UTF_8);
    String version = HexFormat.of().formatHex(sha256(all)).substring(0, VERSION_DIGITS);
    Files.writeString(
        site.resolve(NAME),
        filled(filled(source, "__VERSION__", "\"" + version + "\""), "__FILES__", files));
  }
}
