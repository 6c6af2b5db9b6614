package io.github.unrolled.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Hands the browser and the server, started once for all test classes, to each {@link PageTest}.
 */
final class BrowserExtension implements BeforeEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(BrowserExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    // The root store closes what it holds when the last test of the run is done.
    var store = context.getRoot().getStore(NAMESPACE);
    var browsers = store.computeIfAbsent(Browsers.class, key -> new Browsers(), Browsers.class);
    var server = store.computeIfAbsent(SiteServer.class, key -> serve(), SiteServer.class);
    ((PageTest) context.getRequiredTestInstance()).begin(browsers.browser(), server);
  }

  private static SiteServer serve() {
    try {
      return new SiteServer(site(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("The site must be built before it is tested", e);
    }
  }

  /** The folder of the built site. */
  static Path site() {
    return Path.of(System.getProperty("unrolled.site", "target/site")).toAbsolutePath();
  }
}
