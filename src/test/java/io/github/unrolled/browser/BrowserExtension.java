package io.github.unrolled.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Hands the browser and the server, started once for all test classes, to each {@link PageTest}.
 */
final class BrowserExtension implements BeforeEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(BrowserExtension.class);

  /** Why there is no browser, if so: each of many tests would take seconds to find it out again. */
  private static final AtomicReference<@Nullable IllegalStateException> NO_BROWSER =
      new AtomicReference<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    // The root store closes what it holds when the last test of the run is done.
    var store = context.getRoot().getStore(NAMESPACE);
    var browsers = store.computeIfAbsent(Browsers.class, key -> start(), Browsers.class);
    var server = store.computeIfAbsent(SiteServer.class, key -> serve(), SiteServer.class);
    ((PageTest) context.getRequiredTestInstance()).begin(browsers.browser(), server);
  }

  private static Browsers start() {
    IllegalStateException known = NO_BROWSER.get();
    if (known != null) {
      throw known;
    }
    try {
      return new Browsers();
    } catch (IllegalStateException e) {
      NO_BROWSER.set(e);
      throw e;
    }
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
