package io.github.unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test finds nothing that earlier tests have stored. */
class FreshPageIT extends PageTest {
  private static final Route.FulfillOptions PAGE =
      new Route.FulfillOptions()
          .setContentType("text/html")
          .setBody("<!doctype html><link rel=icon href=data:,>");

  /** Stores whatever a page can, at once and when it is closed. */
  private static final String STORE =
      """
      async () => {
        localStorage.kept = sessionStorage.kept = 1;
        addEventListener('pagehide', () => localStorage.setItem('last', 1));
        if (location.protocol === 'http:') {
          document.cookie = 'kept=1';
          await (await caches.open('kept')).put('/kept', new Response('1'));
          await navigator.serviceWorker.register('/sw.js');
        }
      }
      """;

  private static final String STORED =
      """
      async () => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...document.cookie ? ['cookie'] : [],
        ...location.protocol === 'http:' ? await caches.keys() : [],
        ...location.protocol === 'http:' && await navigator.serviceWorker.getRegistration('/') ? ['worker'] : []
      ]
      """;

  @ParameterizedTest
  @EnumSource
  void aPageStoresWhatItCan(Access access) {
    assertNothingIsStoredAndStore(access);
  }

  @ParameterizedTest
  @EnumSource
  void theNextOneFindsNothingOfIt(Access access) {
    assertNothingIsStoredAndStore(access);
  }

  /** Of the two tests, the one that runs second is the proof. */
  private void assertNothingIsStoredAndStore(Access access) {
    // A page on which no script runs but the test's, and of which no icon is looked for.
    page().route("**/NOTICE.txt", route -> route.fulfill(PAGE));
    open(access, "licenses/NOTICE.txt");
    assertEquals(List.of(), page().evaluate(STORED));
    page().evaluate(STORE);
  }
}
