package io.github.unrolled.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One headless Chromium, shared by all browser tests of a run. It is looked for in this order: the
 * environment variable {@code UNROLLED_BROWSER}, the search path, the usual places of Windows and
 * macOS; if there is none, it is installed: by the package manager for root on Debian, else by
 * Playwright's own download.
 */
public final class Browsers implements AutoCloseable {
  private static final String VARIABLE = "UNROLLED_BROWSER";

  private static final String ADVICE =
      "No browser for the tests: install Chromium or Google Chrome, or set "
          + VARIABLE
          + " to the path of its program";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final List<String> MAC_PROGRAMS =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");

  private static final List<String> WINDOWS_ROOTS =
      List.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData");

  private static final List<String> WINDOWS_PROGRAMS =
      List.of("Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe");

  /** Keeps Chromium from calling its maker, and from looking for a graphics card. */
  private static final List<String> QUIET =
      List.of(
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-gpu",
          "--disable-quic",
          "--disable-sync",
          "--no-first-run");

  private final Playwright playwright;
  private final Browser browser;

  /**
   * Starts the browser; installs one first if there is none.
   *
   * @throws IllegalStateException if there is no browser and none can be installed, saying what to
   *     do
   */
  public Browsers() {
    Optional<Path> program = find(System.getenv());
    if (program.isEmpty() && installFromDebian()) {
      program = find(System.getenv());
    }
    if (program.isEmpty()) {
      download();
    }
    // On its own, Playwright would download every browser it knows.
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options = new BrowserType.LaunchOptions().setArgs(QUIET);
    program.ifPresent(options::setExecutablePath);
    try {
      browser = playwright.chromium().launch(options);
    } catch (PlaywrightException e) {
      playwright.close();
      throw new IllegalStateException(
          ADVICE + "; " + program.map(Path::toString).orElse("the downloaded one") + " failed", e);
    }
  }

  /** The running browser. */
  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }

  /**
   * Finds an installed browser.
   *
   * @param environment the environment variables of the process
   * @throws IllegalStateException if the environment names a browser that is not there
   */
  static Optional<Path> find(Map<String, String> environment) {
    String named = environment.get(VARIABLE);
    if (named != null && !named.isBlank()) {
      Path program = Path.of(named);
      if (!Files.isExecutable(program)) {
        throw new IllegalStateException(
            VARIABLE + " must be the path of a program, but was " + named);
      }
      return Optional.of(program);
    }
    return candidates(environment)
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> candidates(Map<String, String> environment) {
    List<Path> candidates = new ArrayList<>();
    String searchPath = environment.getOrDefault("PATH", "");
    for (String name : NAMES) {
      for (String folder : List.of(searchPath.split(File.pathSeparator, -1))) {
        candidates.add(Path.of(folder, name));
      }
    }
    MAC_PROGRAMS.forEach(program -> candidates.add(Path.of(program)));
    for (String root : WINDOWS_ROOTS) {
      String folder = environment.get(root);
      if (folder != null) {
        WINDOWS_PROGRAMS.forEach(program -> candidates.add(Path.of(folder, program)));
      }
    }
    return candidates.stream();
  }

  private static boolean installFromDebian() {
    return Files.exists(Path.of("/etc/debian_version"))
        && "root".equals(System.getProperty("user.name"))
        && succeeds("apt-get", "update", "-qq")
        && succeeds("apt-get", "install", "-y", "-qq", "chromium");
  }

  private static void download() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    // In a separate process, because Playwright's command line ends the one it runs in.
    if (!succeeds(java, "-cp", classPath, "com.microsoft.playwright.CLI", "install", "chromium")) {
      throw new IllegalStateException(ADVICE);
    }
  }

  private static boolean succeeds(String... command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    try {
      return builder.start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
