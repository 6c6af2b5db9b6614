package io.github.unrolled.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Hands the browser, the context and the server of all test classes to each {@link PageTest}. */
final class BrowserExtension implements BeforeEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(BrowserExtension.class);

  /** The count of pages of the context, the first ones, that belong to no test. */
  static final int KEPT_PAGES = 1;

  /**
   * Why there is no browser, if so; otherwise each test would take seconds to find that out again.
   */
  private static final AtomicReference<@Nullable IllegalStateException> NO_BROWSER =
      new AtomicReference<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    // The root store closes its contents after the last test of the run.
    var store = context.getRoot().getStore(NAMESPACE);
    var browsers = store.computeIfAbsent(Browsers.class, key -> start(), Browsers.class);
    var shared =
        store.computeIfAbsent(
            BrowserContext.class, key -> window(browsers.browser()), BrowserContext.class);
    var server = store.computeIfAbsent(SiteServer.class, key -> serve(), SiteServer.class);
    ((PageTest) context.getRequiredTestInstance()).begin(browsers.browser(), shared, server);
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

  /** A context whose window stays open, because it holds a blank page. */
  private static BrowserContext window(Browser browser) {
    BrowserContext context = browser.newContext(PageTest.options());
    for (int i = 0; i < KEPT_PAGES; i++) {
      context.newPage();
    }
    return context;
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
