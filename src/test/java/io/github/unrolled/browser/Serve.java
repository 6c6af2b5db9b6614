package io.github.unrolled.browser;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Serves the built site on this computer and shows it, until it is stopped. */
public final class Serve {
  private static final int USUAL_PORT = 8080;

  private Serve() {}

  /**
   * Serves a folder. The system property {@code port} chooses the port; without it, the usual one
   * is taken, or else any free one. {@code serve.seconds} ends the serving after that many seconds.
   *
   * @param arguments the folder of the built site
   * @throws IOException if the folder does not exist or the requested port is taken
   * @throws InterruptedException if the serving is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path site = Path.of(arguments[0]).toAbsolutePath();
    try (SiteServer server = listen(site)) {
      System.out.println("Serving " + server.address());
      System.out.println("The same without a server: " + site.resolve("index.html").toUri());
      System.out.println("Ctrl-C ends it.");
      show(server.address());
      Integer seconds = Integer.getInteger("serve.seconds");
      Thread.sleep(seconds == null ? Long.MAX_VALUE : Duration.ofSeconds(seconds).toMillis());
    }
  }

  private static SiteServer listen(Path site) throws IOException {
    Integer port = Integer.getInteger("port");
    if (port != null) {
      return new SiteServer(site, port);
    }
    try {
      return new SiteServer(site, USUAL_PORT);
    } catch (BindException e) {
      return new SiteServer(site, 0);
    }
  }

  private static void show(URI address) {
    if (GraphicsEnvironment.isHeadless() || !Desktop.isDesktopSupported()) {
      return;
    }
    try {
      Desktop.getDesktop().browse(address);
    } catch (IOException | UnsupportedOperationException e) {
      // The address is already printed for anybody who sees no browser open.
    }
  }
}
