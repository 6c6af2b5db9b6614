package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.unrolled.browser.Access;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The loss landscape: read, and its start moved by mouse and by keyboard. */
class LandscapeIT extends PlaygroundTest {
  private static final Pattern PLACE =
      Pattern.compile("W_?input = (\\S+), W_?hidden = (\\S+?)(?:: loss (.*))?$");

  private void open(int epochs) {
    open(Access.FILE);
    set("instruments", "loss-landscape");
    figure("Loss landscape").scrollIntoViewIfNeeded();
    for (int i = 0; i < epochs; i++) {
      button("1 epoch").click();
    }
    figure("Loss landscape").locator(".chart-plot").scrollIntoViewIfNeeded();
    frames(20);
    handle().scrollIntoViewIfNeeded();
  }

  private Locator handle() {
    return slider("Start point");
  }

  private Locator reading() {
    return figure("Loss landscape").locator(".landscape-reading");
  }

  /** W_input, W_hidden and, if given, the loss in a text. */
  private static double[] told(String text) {
    Matcher matcher = PLACE.matcher(text);
    assertTrue(matcher.find(), text);
    double[] told = new double[3];
    for (int i = 0; i < 3; i++) {
      String number = matcher.group(i + 1);
      told[i] = number == null ? Double.NaN : number(number);
    }
    return told;
  }

  private String valueText() {
    String text = handle().getAttribute("aria-valuetext");
    return text == null ? "" : text;
  }

  /** The loss of a model that is trained from another start. */
  private static Model trained(double inputWeight, double hiddenWeight, int epochs) {
    Model model =
        new Model(Model.normalized(Model.sequence("Fibonacci", 9)), Model.Activation.TANH);
    model.w[0] = inputWeight;
    model.w[1] = hiddenWeight;
    for (int i = 0; i < epochs; i++) {
      model.train();
    }
    return model;
  }

  private void checkTrainedFrom(double[] start, int epochs) {
    Model model = trained(start[0], start[1], epochs);
    assertEquals(epochs, epoch());
    double[] weights = weights();
    for (int i = 0; i < weights.length; i++) {
      assertEquals(model.w[i], weights[i], 1e-9, WEIGHTS.get(i));
    }
  }

  @Test
  void draggingTheStartTrainsAnewFromThere() {
    open(12);
    checkTrainedFrom(told(valueText()), 12);
    double[] before = weights();
    BoundingBox box = handle().boundingBox();
    page().mouse().move(box.x + 14, box.y + 14);
    page().mouse().down();
    page().mouse().move(box.x - 40, box.y + 60);
    page().mouse().move(box.x - 60, box.y + 80);
    page().mouse().up();
    frames(5);
    double[] start = told(valueText());
    assertTrue(start[0] < 0.5 && start[1] < 0, valueText());
    assertNotEquals(before[0], weights()[0]);
    checkTrainedFrom(start, 12);
    BoundingBox moved = handle().boundingBox();
    assertEquals(box.x - 74, moved.x, 3);
    assertEquals(box.y + 66, moved.y, 3);
  }

  @Test
  void arrowKeysMoveTheStart() {
    open(5);
    handle().focus();
    page().keyboard().press("ArrowRight");
    page().keyboard().press("ArrowRight");
    page().keyboard().press("ArrowUp");
    page().keyboard().press("Shift+ArrowLeft");
    page().keyboard().press("Control+ArrowLeft");
    frames(5);
    double[] start = told(valueText());
    assertEquals(1.19, start[0], 1e-9);
    assertEquals(0.6, start[1], 1e-9);
    checkTrainedFrom(new double[] {1.19, 0.6}, 5);
    assertThat(handle()).isFocused();
  }

  @Test
  void pointingReadsTheLossThere() {
    open(3);
    double[] here = told(reading().innerText());
    assertEquals(exact("Loss"), here[2], 1e-2 * here[2]);
    BoundingBox box = figure("Loss landscape").locator(".landscape-surface").boundingBox();
    page().mouse().move(box.x + box.width / 4, box.y + box.height / 8);
    double[] there = told(reading().innerText());
    assertEquals(-1.5, there[0], 0.05);
    assertEquals(2.25, there[1], 0.05);
    Model model = trained(1, 0.5, 3);
    model.w[0] = there[0];
    model.w[1] = there[1];
    assertEquals(model.loss(), there[2], 0.02 * there[2]);
    page().mouse().move(1, 1);
    assertEquals(here[2], told(reading().innerText())[2]);
  }

  @Test
  void itSaysWhereItCutsAndHasATable() {
    open(1);
    assertThat(figure("Loss landscape").locator(".landscape-slice"))
        .containsText(Pattern.compile("^Slice through b_?hidden = .*W_?output = .*b_?output = "));
    figure("Loss landscape").locator("summary").click();
    Locator cells = named(AriaRole.TABLE, "Loss landscape").locator("tbody tr:nth-child(4) > *");
    assertThat(cells).hasCount(8);
    Model model = trained(1, 0.5, 1);
    model.w[0] = 1;
    model.w[1] = 0;
    assertEquals(model.loss(), number(cells.nth(5).innerText()), 5e-3 * model.loss());
  }

  @Test
  void itsColoursAreOfManyLevelsAndDifferByTheme() {
    open(1);
    int light = darkest();
    set("theme", "dark");
    frames(5);
    assertTrue(distinct() > 30);
    assertNotEquals(light, darkest());
  }

  private int distinct() {
    return (int) pixels("new Set(pixels).size");
  }

  private int darkest() {
    return (int) pixels("pixels.reduce((a, b) => Math.min(a, b & 0xff), 255)");
  }

  private Object pixels(String what) {
    return figure("Loss landscape")
        .locator("canvas.landscape-picture")
        .evaluate(
            "canvas => { const pixels = new Uint32Array(canvas.getContext('2d')"
                + ".getImageData(0, 0, 96, 96).data.buffer); return "
                + what
                + "; }");
  }

  @Test
  void largerNetworksHaveDirectionsAndAnyTwoParameters() {
    open(0);
    set("hidden-units", "3");
    set("memory", "off");
    frames(40);
    assertThat(reading()).containsText("direction 1 = 0.00, direction 2 = 0.00");
    handle().focus();
    page().keyboard().press("ArrowUp");
    frames(5);
    assertThat(reading()).containsText("direction 2 = 0.100");
    button("Other directions").click();
    frames(5);
    assertThat(figure("Loss landscape").locator(".landscape-slice")).containsText("(seed 2)");
    choose("Plane", "Two parameters");
    choose("Up, row", "2");
    choose("Up, column", "3");
    frames(40);
    assertThat(reading()).containsText("[2, 3] = 0.00");
    assertThat(figure("Loss landscape").locator(".landscape-slice"))
        .containsText("is held at zero: the loss does not change along it.");
  }

  @Test
  void trainingGoesOnAfterADrag() {
    open(4);
    button("Train (BPTT)").click();
    handle().focus();
    page().keyboard().press("ArrowRight");
    int at = epoch();
    frames(60);
    assertTrue(epoch() > at);
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "true");
  }
}
