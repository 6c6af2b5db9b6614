package io.github.unrolled.ui.instruments.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.LossLandscape;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a slice through the losses of the network that the page opens with. */
class LandscapeWordsTest {
  private static final NumberFormat NUMBERS = new NumberFormat(new JvmDecimals());
  private static final LandscapeWords WORDS = new LandscapeWords(NUMBERS);

  private static LossLandscape losses(State state, Slice slice) {
    LossLandscape losses =
        new LossLandscape(
            state.experiment().newNetwork(),
            state.problem().inputs().toArray(),
            state.problem().targets().toArray(),
            slice.plane());
    losses.start(slice.plane(), slice.across().end(), slice.up().end());
    while (!losses.isDone()) {
      losses.work(1000);
    }
    return losses;
  }

  private static double loss(State state, double... parameters) {
    Network network = state.experiment().shape().newNetwork();
    double[] targets = state.problem().targets().toArray();
    return network.forward(
        parameters, state.problem().inputs().toArray(), targets, network.newPass(targets.length));
  }

  @Test
  void aSliceThroughAUnitNamesWhatStays() {
    Scene scene = new Scene();
    assertEquals(
        "Slice through b_hidden = 0.00, W_output = 1.00, b_output = 0.00.",
        WORDS.slice(scene.slice(0, 1), scene.state(), 1));
    assertEquals(
        "Slice through W_input = 1.00, b_hidden = 0.00, b_output = 0.00.",
        WORDS.slice(scene.slice(3, 1), scene.state(), 1));
  }

  @Test
  void anAxisThatChangesNothingIsTold() {
    Scene scene = new Scene(new Change.MemorySwitched(false));
    String flat = " W_hidden is held at zero: the loss does not change along it.";
    assertTrue(WORDS.slice(scene.slice(0, 1), scene.state(), 1).endsWith(flat));
    assertTrue(WORDS.slice(scene.slice(1, 0), scene.state(), 1).endsWith(flat));
    assertFalse(WORDS.slice(scene.slice(0, 2), scene.state(), 1).contains("held"));
  }

  @Test
  void aSliceThroughALayerCountsWhatStaysOrTellsItsSeed() {
    Scene scene = new Scene(new Change.HiddenSizeChanged(3));
    int others = scene.state().snapshot().parameters().size() - 2;
    assertEquals(
        "A slice: the other " + others + " parameters keep the values of the network shown.",
        WORDS.slice(scene.slice(0, 3), scene.state(), 1));
    Numbers parameters = scene.state().snapshot().parameters();
    Slice random = scene.slice(ParameterPlane.random(scene.shape(), parameters, 7));
    String text = WORDS.slice(random, scene.state(), 7);
    assertTrue(text.contains("along two random directions (seed 7) that"), text);
    assertEquals("direction 1 = 0.00, direction 2 = −0.500", WORDS.place(random, 0, -0.5));
    assertEquals("W_ih[1, 1]", WORDS.acrossName(scene.slice(0, 3)));
  }

  @Test
  void aPlaceHasItsLossOrAnOverflow() {
    Slice slice = new Scene().slice(0, 1);
    assertEquals(
        "W_input = 1.00, W_hidden = 0.500: loss 0.0123", WORDS.reading(slice, 1, 0.5, 0.0123));
    assertEquals("W_input = 0.00, W_hidden = 0.00: loss 0", WORDS.reading(slice, 0, 0, 0));
    assertTrue(
        WORDS.reading(slice, 1, 1, Double.POSITIVE_INFINITY).endsWith(": the loss overflows"));
    assertTrue(WORDS.reading(slice, 1, 1, Double.NaN).endsWith(": the loss overflows"));
  }

  @Test
  void thePresentHasASlopeUnlessTheWindowCutsIt() {
    Scene scene = new Scene();
    State state = scene.state();
    String place =
        "The network shown is at W_input = 1.00, W_hidden = 0.500: loss "
            + NUMBERS.loss(loss(state, 1, 0.5, 0, 1, 0))
            + ". ";
    Numbers gradient = state.snapshot().gradient();
    String slope =
        "The slope there is "
            + NUMBERS.significant(gradient.get(0))
            + " across and "
            + NUMBERS.significant(gradient.get(1))
            + " up. ";
    assertEquals(place + slope, WORDS.present(scene.slice(0, 1), state));
    state = scene.after(new Change.WindowChanged(3));
    assertEquals(place, WORDS.present(scene.slice(0, 1), state));
  }

  @Test
  void theLowestIsToldWithItsPlace() {
    Scene scene = new Scene();
    Slice slice = scene.slice(0, 1);
    LossLandscape losses = losses(scene.state(), slice);
    int cell = 10 * LossLandscape.SIZE + 80;
    double across = LossLandscape.middle(80, 3);
    double up = LossLandscape.middle(10, 3);
    assertEquals(
        "Lowest in the picture: loss "
            + NUMBERS.loss(loss(scene.state(), across, up, 0, 1, 0))
            + ", near W_input = "
            + NUMBERS.significant(across)
            + ", W_hidden = "
            + NUMBERS.significant(up)
            + ".",
        WORDS.lowest(slice, losses, cell));
  }

  @Test
  void theTableIsOfPlacesAllOverTheSlice() {
    Scene scene = new Scene();
    Slice slice = scene.slice(0, 1);
    assertArrayEquals(
        new String[] {
          "W_hidden \\ W_input", "−3.00", "−2.00", "−1.00", "0.00", "1.00", "2.00", "3.00"
        },
        withoutRounding(WORDS.headers(slice)));
    List<String[]> rows = WORDS.rows(slice, losses(scene.state(), slice));
    assertEquals(7, rows.size());
    assertEquals("3.00", rows.get(0)[0]);
    assertEquals("−3.00", rows.get(6)[0]);
    for (int row = 0; row < 7; row++) {
      for (int column = 0; column < 7; column++) {
        double loss = loss(scene.state(), tick(column), tick(6 - row), 0, 1, 0);
        assertEquals(NUMBERS.loss(loss), rows.get(row)[column + 1]);
      }
    }
  }

  private static double tick(int number) {
    return (2.0 * number / 6 - 1) * 3;
  }

  /** The middle of an axis is 0, or by rounding next to nothing. */
  private static String[] withoutRounding(String[] texts) {
    String[] plain = texts.clone();
    for (int i = 1; i < plain.length; i++) {
      plain[i] = plain[i].contains("e") ? "0.00" : plain[i];
    }
    return plain;
  }
}
