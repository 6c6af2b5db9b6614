package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import io.github.unrolled.browser.Access;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The page, when served, can be added to a home screen. */
class InstallIT extends PlaygroundTest {
  private static final int GROUND = 0xff0b5cab;
  private static final int SHAPE = 0xffffffff;

  private Path site() {
    return Path.of(base(Access.FILE));
  }

  private JsonObject manifest() throws IOException {
    return JsonParser.parseString(Files.readString(site().resolve("manifest.webmanifest")))
        .getAsJsonObject();
  }

  @Test
  void theManifestSaysWhatIsInstalled() throws IOException {
    JsonObject manifest = manifest();
    assertEquals("Unrolled", manifest.get("short_name").getAsString());
    assertEquals(".", manifest.get("start_url").getAsString());
    assertEquals(".", manifest.get("scope").getAsString());
    assertEquals("standalone", manifest.get("display").getAsString());
    for (String text : Set.of("name", "description")) {
      assertTrue(manifest.get(text).getAsString().length() > 20, text);
    }
    for (String color : Set.of("theme_color", "background_color")) {
      assertTrue(manifest.get(color).getAsString().matches("#[0-9a-f]{6}"), color);
    }
  }

  @Test
  void theIconsAreOfTheSizesThatTheyClaim() throws IOException {
    Set<String> kinds = new HashSet<>();
    for (JsonElement element : manifest().getAsJsonArray("icons")) {
      JsonObject icon = element.getAsJsonObject();
      Path file = site().resolve(icon.get("src").getAsString());
      String sizes = icon.get("sizes").getAsString();
      kinds.add(sizes + " " + icon.get("purpose").getAsString());
      if (icon.get("type").getAsString().equals("image/png")) {
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(sizes, image.getWidth() + "x" + image.getHeight());
        assertEquals(GROUND, image.getRGB(image.getWidth() / 2, image.getHeight() / 20));
        assertTrue(count(image, SHAPE) > image.getWidth() * image.getWidth() / 20);
      } else {
        assertTrue(Files.readString(file).startsWith("<svg"));
      }
    }
    assertEquals(Set.of("any any", "192x192 any", "512x512 any", "512x512 maskable"), kinds);
    assertEquals(180, ImageIO.read(site().resolve("apple-touch-icon.png").toFile()).getWidth());
  }

  private static int count(BufferedImage image, int color) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == color ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void whateverShapeAMaskHasItCutsOffGroundOnly() throws IOException {
    BufferedImage image = ImageIO.read(site().resolve("icon-maskable-512.png").toFile());
    double middle = image.getWidth() / 2.0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (Math.hypot(x + 0.5 - middle, y + 0.5 - middle) > 0.4 * image.getWidth()) {
          assertEquals(GROUND, image.getRGB(x, y), x + ", " + y);
        }
      }
    }
  }

  @Test
  void theBrowserFindsNothingWrongWithTheManifest() {
    open(Access.HTTP);
    assertThat(page().locator("link[rel=manifest]")).hasCount(1);
    CDPSession session = page().context().newCDPSession(page());
    JsonObject answer = session.send("Page.getAppManifest");
    assertEquals(base(Access.HTTP) + "manifest.webmanifest", answer.get("url").getAsString());
    assertEquals(0, answer.getAsJsonArray("errors").size(), answer::toString);
    assertTrue(answer.get("data").getAsString().contains("standalone"));
    for (JsonElement error :
        session.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors")) {
      // A window of the tests cannot install anything.
      assertEquals("in-incognito", error.getAsJsonObject().get("errorId").getAsString());
    }
  }

  @Test
  void overFileThereIsNothingToInstall() {
    open(Access.FILE);
    assertThat(page().locator("link[rel=manifest]")).hasCount(0);
  }
}
