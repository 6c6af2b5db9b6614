package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import io.github.unrolled.browser.Access;
import io.github.unrolled.export.Program;
import io.github.unrolled.math.JvmDecimals;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saved files hold what the page shows, and can be opened again. */
class ExportIT extends PlaygroundTest {
  private Locator dialog() {
    return named(AriaRole.DIALOG, "Export");
  }

  private Locator notice() {
    return page().locator(".notice [role=status]");
  }

  private String state() {
    return (String) page().locator("#playground").evaluate("playground => playground.state");
  }

  private byte[] saved(String label, String fileName) throws IOException {
    Download download =
        page()
            .waitForDownload(
                () ->
                    dialog()
                        .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(label).setExact(true))
                        .click());
    assertEquals(fileName, download.suggestedFilename());
    try (InputStream in = download.createReadStream()) {
      return in.readAllBytes();
    }
  }

  private String savedText(String label, String fileName) throws IOException {
    return new String(saved(label, fileName), StandardCharsets.UTF_8);
  }

  private void drop(String name, String text) {
    Map<String, Object> drag = Map.of("dataTransfer", dragged(name, text));
    page().locator(".history").first().dispatchEvent("drop", drag);
  }

  @Test
  void anExperimentIsSavedAndOpenedByChoiceOrDrop() throws IOException {
    open(Access.FILE);
    choose("Sine");
    enter("Hidden weight value", "-0.123456789012345678");
    button("1 epoch").click();
    button("Export").click();
    final String json = savedText("Save as JSON", "unrolled-sine-experiment.json");
    JsonObject read = JsonParser.parseString(json).getAsJsonObject();
    assertEquals(1, read.get("unrolled").getAsInt());
    assertEquals(
        weight("Hidden weight"), read.get("weights").getAsJsonArray().get(1).getAsDouble());
    page().keyboard().press("Escape");
    final String before = state();
    choose("Parity");
    drop("mine.json", json);
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    assertEquals(before, state());
    assertThat(notice()).hasText("");
    choose("Parity");
    button("Export").click();
    page()
        .getByLabel("Open a JSON file")
        .setInputFiles(
            new FilePayload(
                "mine.json", "application/json", json.getBytes(StandardCharsets.UTF_8)));
    assertThat(dialog()).isHidden();
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    assertEquals(before, state());
    button("Undo").click();
    assertThat(inSight(named(AriaRole.RADIO, "Parity"))).isChecked();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": 1}  | got none. Nothing was changed.",
        "[1, 2]      | got other text. Nothing was changed.",
        "{\"unrolled | got other text. Nothing was changed.",
        "null        | got other text. Nothing was changed."
      })
  void whatIsNoExperimentChangesNothing(String text, String complaint) {
    open(Access.FILE);
    button("1 epoch").click();
    String before = state();
    drop("other.json", text);
    assertThat(notice()).containsText(complaint);
    assertEquals(before, state());
  }

  @Test
  void whatAFileSaysWronglyIsNamedAndTheRestCounts() {
    open(Access.FILE);
    drop(
        "part.json",
        "{\"unrolled\": 1, \"task\": \"sine\", \"cell\": [\"gru\", {}], \"length\": 1e99,"
            + " \"weights\": [1, null], \"__proto__\": 3}");
    assertThat(notice()).containsText("Not all of “part.json” can be read.");
    for (String name : List.of("cell", "length", "weights")) {
      assertThat(notice()).containsText(name);
    }
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
  }

  @Test
  void tablesHaveTheNumbersOfThePage() throws IOException {
    open(Access.FILE);
    for (int i = 0; i < 8; i++) {
      button("Step forward").click();
    }
    button("1 epoch").click();
    final double loss = exact("Loss");
    button("Export").click();
    String[] history = savedText("History", "unrolled-fibonacci-history.csv").split("\r\n", -1);
    assertEquals(
        "Step,Input,Expected next,Actual output,Error,Expected delta,Actual delta,"
            + "Raw input,Raw expected next,Raw actual output",
        history[0]);
    assertEquals(10, history.length);
    double squares = 0;
    for (int t = 1; t <= 8; t++) {
      double error = Double.parseDouble(history[t].split(",", -1)[4]);
      squares += error * error;
    }
    assertEquals(loss, squares / 8, 1e-15);
    String[] losses = savedText("Loss curves", "unrolled-fibonacci-losses.csv").split("\r\n", -1);
    assertEquals(loss, Double.parseDouble(losses[losses.length - 2].split(",", -1)[2]));
    assertTrue(
        savedText("Series and states", "unrolled-fibonacci-series.csv")
            .startsWith("Step,Input,Expected,Output,h1,"));
  }

  @Test
  void programsHoldTheNetwork() throws IOException {
    open(Access.FILE);
    button("1 epoch").click();
    String weight = Double.toString(weight("Hidden weight"));
    button("Export").click();
    for (Program program : Program.values()) {
      String text = savedText(program.label(), program.code(new JvmDecimals()).fileName());
      assertTrue(text.contains(weight), text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void picturesShowThePanelsInTheThemeWithTwiceThePixels(String theme) throws IOException {
    open(Access.HTTP, "#v=1&theme=" + theme + "&instruments=loss-landscape,gradient-check");
    button("Train (BPTT)").click();
    frames(5);
    button("Export").click();
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "false");
    for (String title :
        List.of(
            "The network, unrolled through time",
            "Prediction",
            "Loss",
            "Loss landscape",
            "Gradient check")) {
      Locator panel =
          page()
              .locator(".panel")
              .filter(
                  new Locator.FilterOptions()
                      .setHas(
                          page()
                              .locator(
                                  "h2",
                                  new com.microsoft.playwright.Page.LocatorOptions()
                                      .setHasText(
                                          java.util.regex.Pattern.compile("^" + title + "$")))));
      BoundingBox box = panel.first().boundingBox();
      String name = title.toLowerCase(java.util.Locale.ROOT).replace(",", "").replace(' ', '-');
      byte[] png = saved(title, "unrolled-fibonacci-" + name + ".png");
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      assertNotNull(image, title);
      assertEquals(2 * box.width, image.getWidth(), 2, title);
      assertTrue(image.getHeight() > 300, title + ": " + image.getHeight());
      int ground = image.getRGB(image.getWidth() / 2, 8) & 0xffffff;
      assertEquals(theme.equals("light") ? 0xffffff : 0x161b22, ground, title);
      assertTrue(colors(image) > 20, title + ": " + colors(image) + " colours");
    }
    // The drawing on the page is as sharp as before.
    settle();
    assertEquals(
        1.0,
        ((Number)
                figure("Prediction")
                    .locator("canvas")
                    .evaluate("canvas => canvas.width / canvas.clientWidth"))
            .doubleValue(),
        0.01);
  }

  /** In a shelf the legend lies below the panel's edge, and the picture has its own shape. */
  @Test
  void aPictureAlsoShowsWhatScrollsInAPanel() throws IOException {
    open(Access.HTTP, "#v=1&instruments=hidden-state-map");
    settle();
    playground()
        .evaluate(
            """
            playground => {
              const root = playground.shadowRoot.querySelector('.playground');
              const shelf = document.createElement('div');
              shelf.className = 'shelf';
              Object.assign(shelf.style, {width: '320px', height: '280px', gridAutoColumns: '320px'});
              shelf.append(root.querySelector('.instrument-grid'));
              root.append(shelf);
            }
            """);
    figure("Hidden-state map").scrollIntoViewIfNeeded();
    frames(5);
    button("Export").click();
    byte[] png = saved("Hidden-state map", "unrolled-fibonacci-hidden-state-map.png");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertNotNull(image);
    assertEquals(2 * 320, image.getWidth(), 2);
    assertTrue(image.getHeight() > 2 * 500, "height " + image.getHeight());
  }

  private static long colors(BufferedImage image) {
    return java.util.Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .count();
  }

  @Test
  void theDialogBreaksNoAccessibilityRule() {
    open(Access.FILE);
    button("Export").click();
    assertAccessible();
  }
}
