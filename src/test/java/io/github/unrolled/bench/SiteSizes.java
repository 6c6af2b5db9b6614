package io.github.unrolled.bench;

import io.github.unrolled.browser.Gzip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The size of the reader's download. */
final class SiteSizes {
  private static final int BUNDLE_BYTES = 231_000;

  private SiteSizes() {}

  /** Reports the gzipped sizes of pages, scripts and styles. */
  static void report(Path site, Report report) throws IOException {
    report.heading("Sizes, bytes");
    report.line("      %-28s %12s %12s", "", "raw", "gzip -9");
    int sum = 0;
    try (Stream<Path> files = Files.walk(site)) {
      List<Path> loaded =
          files.filter(file -> file.toString().matches(".*\\.(html|js|css)")).sorted().toList();
      for (Path file : loaded) {
        int size = Gzip.size(file);
        sum += size;
        report.line(
            "      %-28s %12s %12s",
            site.relativize(file), Report.grouped((double) Files.size(file)), Report.grouped(size));
      }
    }
    report.line("      %-28s %12s %12s", "together", "", Report.grouped(sum));
    int bundle = Gzip.size(site.resolve("app.js"));
    report.demand(
        bundle <= BUNDLE_BYTES,
        "%-28s %12s %12s   target at most %s",
        "the bundle, app.js",
        "",
        Report.grouped(bundle),
        Report.grouped(BUNDLE_BYTES));
  }
}
