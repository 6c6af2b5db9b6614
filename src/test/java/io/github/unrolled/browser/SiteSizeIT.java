package io.github.unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The download stays small: every reader of every page pays for each kilobyte. */
class SiteSizeIT {
  /** The script that every page with a playground loads. */
  private static final int BUNDLE_BYTES = 231_000;

  /**
   * Pages, scripts and styles together. Apart from the bundle, that is the article, at 27 kB, and
   * files that its readers do not download: the page for frames, the example post and the worker.
   */
  private static final int SITE_BYTES = 265_000;

  @Test
  void theBundleFitsItsBudget() throws IOException {
    int size = Gzip.size(BrowserExtension.site().resolve("app.js"));
    assertTrue(
        size <= BUNDLE_BYTES, "app.js: expected at most " + BUNDLE_BYTES + " bytes, got " + size);
  }

  @Test
  void pagesScriptsAndStylesFitTheirs() throws IOException {
    try (Stream<Path> files = Files.walk(BrowserExtension.site())) {
      List<Path> loaded =
          files.filter(file -> file.toString().matches(".*\\.(html|js|css)")).sorted().toList();
      int sum = 0;
      StringBuilder sizes = new StringBuilder();
      for (Path file : loaded) {
        int size = Gzip.size(file);
        sum += size;
        sizes.append(file.getFileName()).append(' ').append(size).append(", ");
      }
      assertTrue(
          sum <= SITE_BYTES, sizes + "together " + sum + " bytes gzipped, more than " + SITE_BYTES);
    }
  }
}
