package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.unrolled.browser.Access;
import io.github.unrolled.browser.SiteServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After the first visit the site works offline, and a page never sees two versions at once. */
class OfflineIT extends PlaygroundTest {
  /** The parts of a page that could differ in version, each naming its own. */
  private static final String VERSIONS =
      "() => ['page', 'theme', 'app'].map(part => document.documentElement.dataset[part + 'Version'])";

  private static final List<String> SCRIPTS = List.of("theme", "app");

  @TempDir private Path folder;
  private SiteServer server;

  @BeforeEach
  void serveACopy() throws Exception {
    deploy("A");
    server = new SiteServer(folder, 0);
    serveAlso(server);
  }

  @AfterEach
  void stopServing() {
    server.close();
  }

  /** A context that can go offline, and that knows no worker but this test's. */
  @Override
  protected Browser.NewContextOptions ownContext() {
    return options();
  }

  /** Puts a version of the site into the folder, the worker last. */
  private void deploy(String version) throws Exception {
    deployFiles(version);
    deployWorker(folder);
  }

  private void deployFiles(String version) throws IOException {
    Path site = Path.of(base(Access.FILE));
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(site.relativize(file).toString());
        if (!file.endsWith("sw.js")) {
          Files.createDirectories(copy.getParent());
          Files.write(copy, Files.readAllBytes(file));
        }
      }
    }
    for (String script : SCRIPTS) {
      deployScript(script, version);
    }
    Path page = folder.resolve("index.html");
    Files.writeString(
        page,
        Files.readString(page)
            .replaceFirst("<html", "<html data-page-version=\"" + version + "\""));
  }

  private void deployScript(String script, String version) throws IOException {
    String text = Files.readString(Path.of(base(Access.FILE)).resolve(script + ".js"));
    Files.writeString(
        folder.resolve(script + ".js"),
        text + "\ndocument.documentElement.dataset." + script + "Version = '" + version + "';\n");
  }

  private static void deployWorker(Path folder) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "src/build/ServiceWorker.java", "web/sw.js", folder.toString())
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
  }

  private String address(String file) {
    return server.address() + file;
  }

  /** Visits for the first time and waits until all is stored. */
  private void visit() {
    page().navigate(address(""));
    page().evaluate("async () => { await navigator.serviceWorker.ready; }");
  }

  private static void assertVersion(String version, Page page) {
    page.waitForFunction("document.readyState == 'complete'");
    assertEquals(List.of(version, version, version), page.evaluate(VERSIONS));
  }

  /** Looks for a new version, and waits until what was found is stored or given up. */
  private String update() {
    return (String)
        page()
            .evaluate(
                """
                async () => {
                  const registration = await navigator.serviceWorker.getRegistration();
                  await registration.update();
                  const found = registration.installing ?? registration.waiting;
                  if (!found) {
                    return 'none';
                  }
                  while (found.state === 'installing') {
                    await new Promise(done => found.addEventListener('statechange', done, {once: true}));
                  }
                  return found.state;
                }
                """);
  }

  @Test
  void withTheNetworkCutAllPagesWork() {
    visit();
    server.close();
    page().context().setOffline(true);
    for (String file : List.of("", "index.html", "?from=elsewhere", "index.html?a=b#gates")) {
      page().navigate("about:blank");
      page().navigate(address(file));
      assertThat(named(AriaRole.HEADING, "Unrolled")).isVisible();
      button("Step forward").click();
      assertThat(button("Step back")).isEnabled();
      int epoch = epoch();
      button("1 epoch").click();
      assertThat(readout("Epoch")).hasText(Integer.toString(epoch + 1));
      assertVersion("A", page());
    }
    page().navigate(address("embed.html#v=1"));
    button("1 epoch").click();
    assertThat(readout("Epoch")).hasText("1");
    page().navigate(address("example-post.html"));
    assertThat(page().locator("#explodes figure:visible").first()).isVisible();
    page().locator("iframe").scrollIntoViewIfNeeded();
    assertThat(page().frameLocator("iframe").getByRole(AriaRole.STATUS).first()).isVisible();
    assertTrue(
        (Boolean) page().evaluate("async () => !!(await caches.match('licenses/NOTICE.txt'))"));
  }

  @Test
  void aNewVersionWaitsWhileAPageOfTheOldOneIsOpen() throws Exception {
    visit();
    // Opens a page that the worker serves, as on each visit after the first.
    page().navigate("about:blank");
    page().navigate(address("#using"));
    assertVersion("A", page());
    deploy("B");
    assertEquals("installed", update());
    Page second = page().context().newPage();
    second.navigate(address(""));
    assertVersion("A", second);
    second.reload();
    assertVersion("A", second);
    page().reload();
    assertVersion("A", page());
    second.close();
    page().reload();
    page().waitForFunction("document.documentElement.dataset.pageVersion == 'B'");
    assertVersion("B", page());
    assertEquals(address("#using"), page().url());
    page().waitForFunction("async () => (await caches.keys()).length == 1");
    page().context().setOffline(true);
    page().reload();
    assertVersion("B", page());
  }

  @Test
  void withAllPagesClosedTheNewVersionOpens() throws Exception {
    visit();
    deploy("B");
    assertEquals("installed", update());
    page().navigate("about:blank");
    page()
        .waitForCondition(
            () -> {
              page().navigate(address(""));
              boolean isNew = page().evaluate(VERSIONS).equals(List.of("B", "B", "B"));
              if (!isNew) {
                assertVersion("A", page());
                page().navigate("about:blank");
              }
              return isNew;
            });
  }

  @Test
  void aVersionOfWhichAFileIsStillTheOldOneIsNotTaken() throws Exception {
    visit();
    page().navigate("about:blank");
    page().navigate(address(""));
    deploy("B");
    deployScript("app", "A");
    assertEquals("redundant", update());
    page().reload();
    assertVersion("A", page());
    deployScript("app", "B");
    assertEquals("installed", update());
    page().reload();
    page().waitForFunction("document.documentElement.dataset.pageVersion == 'B'");
    assertVersion("B", page());
  }

  @Test
  void theWorkerIsAnotherIfAndOnlyIfAFileIs() throws Exception {
    Path worker = folder.resolve("sw.js");
    final String first = Files.readString(worker);
    deploy("A");
    assertEquals(first, Files.readString(worker));
    Files.writeString(folder.resolve("licenses").resolve("NOTICE.txt"), "Other\n");
    deployWorker(folder);
    String version = "const VERSION = \"[0-9a-f]{16}\";";
    assertTrue(
        !first.equals(Files.readString(worker)) && first.lines().anyMatch(l -> l.matches(version)));
  }

  @Test
  void onlyItsOwnOldCachesAreDeleted() {
    page().navigate(address("embed.html"));
    page()
        .evaluate(
            """
            async () => {
              await caches.open('somebody else');
              await caches.open(`unrolled ${new URL('.', location)}deeper/ 1`);
              await caches.open(`unrolled ${new URL('.', location)} 1`);
            }
            """);
    visit();
    page()
        .waitForFunction("async () => !(await caches.has(`unrolled ${new URL('.', location)} 1`))");
    assertEquals(
        List.of("somebody else", "unrolled " + address("deeper/ 1")),
        page()
            .evaluate(
                "async () => (await caches.keys()).filter(name => !/ [0-9a-f]{16}$/.test(name))"));
  }

  @Test
  void whatIsNotOfTheSitePassesBy() throws IOException {
    visit();
    Files.writeString(
        folder.resolve("own.html"), "<link rel=icon href=data:,><title>Own 1</title>");
    page().navigate(address("own.html"));
    assertThat(page()).hasTitle("Own 1");
    Files.writeString(
        folder.resolve("own.html"), "<link rel=icon href=data:,><title>Own 2</title>");
    page().navigate(address("own.html"));
    assertThat(page()).hasTitle("Own 2");
  }

  @Test
  void inAFrameOrAnotherPageNothingIsInstalled() throws IOException {
    Files.writeString(
        folder.resolve("own.html"),
        "<title>Own</title><link rel=icon href=data:,><iframe src=index.html></iframe>"
            + "<iframe src=embed.html></iframe>");
    page().navigate(address("own.html"));
    for (int i = 0; i < 2; i++) {
      assertThat(page().locator("iframe").nth(i).contentFrame().getByRole(AriaRole.STATUS).first())
          .isVisible();
    }
    page().navigate(address("example-post.html"));
    assertThat(page().locator("#explodes figure:visible").first()).isVisible();
    frames(30);
    assertEquals(
        0,
        page().evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length"));
  }
}
