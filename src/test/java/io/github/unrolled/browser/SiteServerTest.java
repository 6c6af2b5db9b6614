package io.github.unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private SiteServer server;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    Path site = Files.createDirectories(folder.resolve("site/empty"));
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.writeString(site.resolveSibling("index.html"), "<h1>Home</h1>");
    Files.writeString(site.resolveSibling("app.js"), "");
    Files.createSymbolicLink(site.resolveSibling("link.txt"), folder.resolve("secret.txt"));
    server = new SiteServer(folder.resolve("site"), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aFolderIsItsFirstPage() throws Exception {
    HttpResponse<String> response = send("GET", "");
    assertEquals(200, response.statusCode());
    assertEquals("<h1>Home</h1>", response.body());
    assertEquals("text/html; charset=utf-8", header(response, "Content-Type"));
    assertEquals("no-store", header(response, "Cache-Control"));
  }

  @Test
  void anEmptyScriptIsAScript() throws Exception {
    HttpResponse<String> response = send("GET", "app.js");
    assertEquals(200, response.statusCode());
    assertEquals("", response.body());
    assertEquals("text/javascript; charset=utf-8", header(response, "Content-Type"));
  }

  @Test
  void headHasNoBody() throws Exception {
    HttpResponse<String> response = send("HEAD", "index.html");
    assertEquals(200, response.statusCode());
    assertEquals("", response.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing.html",
        "empty",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "/etc/passwd",
        "link.txt",
        "%00"
      })
  void nothingElseIsFound(String path) throws Exception {
    assertEquals(404, send("GET", path).statusCode());
  }

  @Test
  void nothingIsWritten() throws Exception {
    assertEquals(405, send("POST", "index.html").statusCode());
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }
}
