package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.unrolled.browser.Access;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hidden-state map, used by mouse and by keyboard. */
class StateMapIT extends PlaygroundTest {
  private static final String STRIP = "W_hidden in the bifurcation strip";
  private static final String STEPS = "Step of the state map";

  @BeforeEach
  void openMap() {
    open(Access.FILE);
    if (map().count() == 0) {
      button("Hidden-state map").click();
    }
    look();
  }

  /** An instrument out of sight is not drawn. */
  private void look() {
    map().scrollIntoViewIfNeeded();
    settle();
  }

  private Locator map() {
    return figure("Hidden-state map");
  }

  private String reading() {
    return map().locator(".state-reading").innerText();
  }

  /** A unit without input or bias, whose fixed points are known. */
  private void withoutInput(String hiddenWeight) {
    choose("Activation function", "tanh");
    enter("Input weight value", "0");
    enter("Hidden weight value", hiddenWeight);
    look();
  }

  @Test
  void saysTheFixedPointsOfALatch() {
    withoutInput("2");
    assertTrue(
        reading()
            .contains("h = \u22120.958 (stable, slope 0.166); h = 0.00 (unstable, slope 2.00)"),
        reading());
    assertThat(map()).containsText("Several stable fixed points");
    withoutInput("0.5");
    assertThat(map()).containsText("shrinks to 50.0 % each step");
    withoutInput("-2");
    assertThat(map()).containsText("alternate between two values");
    button("Memory off").click();
    look();
    assertThat(map()).containsText("Memory is off");
    assertThat(slider(STRIP)).isDisabled();
    assertAccessible();
  }

  @Test
  void theStripMovesTheHiddenWeightByMouseAndKeyboard() {
    withoutInput("0.5");
    slider(STRIP).focus();
    page().keyboard().press("ArrowRight");
    settle();
    assertEquals(0.51, weight("Hidden weight"), 1e-12);
    Locator hand = slider(STRIP);
    hand.scrollIntoViewIfNeeded();
    BoundingBox box = hand.boundingBox();
    page().mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    page().mouse().down();
    page().mouse().move(box.x + box.width * 0.8, box.y + box.height / 2);
    page().mouse().up();
    settle();
    double chosen = weight("Hidden weight");
    assertTrue(chosen > 1.5 && chosen < 2.1, "W_hidden is " + chosen);
    assertThat(map()).containsText("Several stable fixed points");
  }

  @Test
  void stepsArePointedAtByKeyboardAndByMouse() {
    slider(STEPS).focus();
    page().keyboard().press("ArrowRight");
    page().keyboard().press("ArrowRight");
    settle();
    assertTrue(reading().contains("at x3 = "), reading());
    named(AriaRole.BUTTON, "Step forward").focus();
    settle();
    assertTrue(reading().contains("(the first input)"), reading());
    Locator plot = map().locator(".state-plot");
    plot.scrollIntoViewIfNeeded();
    BoundingBox box = plot.boundingBox();
    boolean pointed = false;
    for (double y = 0.05; y < 0.95 && !pointed; y += 0.03) {
      for (double x = 0.1; x < 1 && !pointed; x += 0.03) {
        page().mouse().move(box.x + box.width * x, box.y + box.height * y);
        settle();
        pointed = !reading().contains("(the first input)");
      }
    }
    assertTrue(pointed, "no step was found");
    page().mouse().down();
    page().mouse().up();
    page().mouse().move(0, 0);
    settle();
    assertTrue(!reading().contains("(the first input)"), reading());
  }

  @Test
  void eachKindOfStateHasItsPictureAndItsTable() {
    String[] cells = {"GRU", "Elman (RNN)", "LSTM", "GRU"};
    String[] units = {"1", "2", "1", "4"};
    String[] headers = {"State before", "Unit 2", "h", "Second component"};
    for (int i = 0; i < cells.length; i++) {
      choose("Cell", cells[i]);
      slider("Hidden units").fill(units[i]);
      look();
      Locator table = map().locator("details");
      if (i == 0) {
        table.locator("summary").click();
      }
      settle();
      assertThat(table).containsText(headers[i]);
      assertTrue(map().locator("tbody tr").count() > 8);
      assertTrue(!map().innerText().contains("NaN"), map().innerText());
    }
    assertAccessible();
  }

  @Test
  void saysWhichStatesAGateKeepsAndWhichOtherFixedPointsThereAre() {
    choose("Cell", "GRU");
    slider("Hidden units").fill("1");
    // r is 1/2, n is tanh(1.5 h), and z is 1 from about h = 0 on.
    enterWeights("reset gate r", "0", "0", "0");
    enterWeights("update gate z", "0", "40", "38");
    enterWeights("candidate n", "0", "3", "0", "0");
    look();
    String interval = " from about \u22120.0117 to 1.00";
    assertTrue(
        reading().contains("every h" + interval + "; h = \u22120.859 (stable, slope "), reading());
    assertThat(map()).containsText("Every state" + interval + " stays as it is");
  }

  /** Enters a row of weights: of the input, of the unit, and biases. */
  private void enterWeights(String of, String... values) {
    for (int column = 0; column < values.length; column++) {
      named(AriaRole.GRID, "Weights of the " + of).getByRole(AriaRole.GRIDCELL).focus();
      page().keyboard().press("Control+Home");
      for (int i = 0; i < column; i++) {
        page().keyboard().press("ArrowRight");
      }
      settle();
      enter("Selected weight value", values[column]);
    }
  }

  @Test
  void followsTrainingWithoutANaN() {
    for (String activation : new String[] {"ReLU", "linear", "sigmoid"}) {
      choose("Activation function", activation);
      look();
      button("Train (BPTT)").click();
      frames(20);
      button("Train (BPTT)").click();
      settle();
      assertThat(map()).containsText("ixed point");
      assertTrue(!map().innerText().contains("NaN"), map().innerText());
    }
  }
}
