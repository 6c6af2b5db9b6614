package io.github.unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the built page in a real browser. Each test has its own page, where nothing is stored
 * yet, and fails if the page logs an error, throws one or requests anything from another origin. A
 * search by role and name also looks into shadow roots.
 *
 * <p>The pages open in one context and window, and nothing is kept from test to test: a new window
 * for each test would cost as much time as opening the page twice.
 */
@ExtendWith(BrowserExtension.class)
public abstract class PageTest {
  /**
   * Deletes what the site has stored, and keeps it from storing more when the page is closed. A
   * page that may not store anything has nothing to delete.
   */
  private static final String FORGET =
      """
      () => {
        try {
          localStorage.clear();
          Storage.prototype.setItem = () => {};
        } catch (forbidden) {
        }
      }
      """;

  private final List<String> complaints = new ArrayList<>();
  private @Nullable Browser browser;
  private @Nullable BrowserContext shared;
  private @Nullable SiteServer server;
  private @Nullable BrowserContext context;
  private @Nullable Page page;
  private final List<String> own = new ArrayList<>();

  final void begin(Browser browser, BrowserContext shared, SiteServer server) {
    this.browser = browser;
    this.shared = shared;
    this.server = server;
  }

  @AfterEach
  final void endWithoutComplaints() {
    if (context != null && context != shared) {
      context.close();
    } else if (context != null) {
      context.pages().stream()
          .skip(BrowserExtension.KEPT_PAGES)
          .forEach(
              open -> {
                open.evaluate(FORGET);
                open.close();
              });
    }
    assertEquals(List.of(), complaints, "what the page complained of");
  }

  /** The options of a context: a viewport of 1440 by 1000 CSS pixels. */
  protected static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions().setViewportSize(1440, 1000);
  }

  /**
   * The options of a separate context for each test of the class; null, as in most classes, for the
   * shared one.
   */
  protected Browser.@Nullable NewContextOptions ownContext() {
    return null;
  }

  /** The page of this test, blank until something is opened. */
  protected final Page page() {
    if (page == null) {
      if (browser == null || shared == null) {
        throw new IllegalStateException("page() is there once the test has begun");
      }
      var own = ownContext();
      context = own == null ? shared : browser.newContext(own);
      page = context.newPage();
      page.setDefaultTimeout(5000);
      if (context == shared) {
        forget(context, page);
      }
      watch(page);
    }
    return page;
  }

  /** Opens the first page of the site. */
  protected final Page open(Access access) {
    return open(access, "");
  }

  /**
   * Opens a page of the site.
   *
   * @param address relative to the site's folder, with query or fragment if wanted, as in {@code
   *     #share} or {@code index.html#share}
   */
  protected final Page open(Access access, String address) {
    String file =
        address.isEmpty() || address.startsWith("#") || address.startsWith("?") ? "index.html" : "";
    page().navigate(base(access) + file + address);
    // The tab of the test before may leave the front to another, where no frames are drawn.
    page().bringToFront();
    return page();
  }

  /** The address of the site's folder, with a slash at the end. */
  protected final URI base(Access access) {
    if (server == null) {
      throw new IllegalStateException("base() is there once the test has begun");
    }
    return switch (access) {
      case FILE -> URI.create(BrowserExtension.site().toUri().toString());
      case HTTP -> server.address();
    };
  }

  /** Counts requests to another server as requests to the site, too. */
  protected final void serveAlso(SiteServer other) {
    own.add(other.address().toString());
  }

  /** The one element with this role and exactly this accessible name. */
  protected final Locator named(AriaRole role, String name) {
    return page().getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The page's complaints so far. A test that expects one checks it and clears the list. */
  protected final List<String> complaints() {
    return complaints;
  }

  /**
   * Fails if axe finds a breach of its rules on the page as it is now, naming rule and elements.
   */
  protected final void assertAccessible() {
    page().evaluate(AxeBuilder.getAxeScript());
    // Axe would load the style sheets again, which a page over file:// may not do.
    Object breaches =
        page()
            .evaluate(
                """
                axe.run({preload: false}).then(result => result.violations.map(rule =>
                    rule.id + ': ' + rule.help + ': ' + rule.nodes.map(node => node.html).join(' ')))
                """);
    assertEquals(List.of(), breaches, "breaches of accessibility rules");
  }

  /** Deletes what the site has stored, its service worker included. */
  private void forget(BrowserContext context, Page page) {
    CDPSession session = context.newCDPSession(page);
    for (Access access : Access.values()) {
      JsonObject arguments = new JsonObject();
      arguments.addProperty("origin", base(access).resolve("/").toString());
      arguments.addProperty("storageTypes", "all");
      session.send("Storage.clearDataForOrigin", arguments);
    }
    session.detach();
  }

  private void watch(Page page) {
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add("console: " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("error: " + error));
    page.onRequest(
        request -> {
          if (!isOwn(request.url())) {
            complaints.add("request: " + request.url());
          }
        });
  }

  private boolean isOwn(String url) {
    return url.startsWith("data:")
        || url.startsWith("blob:")
        || own.stream().anyMatch(url::startsWith)
        || url.startsWith(base(Access.FILE).toString())
        || url.startsWith(base(Access.HTTP).toString());
  }
}
