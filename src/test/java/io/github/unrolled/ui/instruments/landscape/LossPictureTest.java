package io.github.unrolled.ui.instruments.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.plot.AxisRange;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Losses in decades, with lines where they are complete. */
class LossPictureTest {
  private static final int SIZE = LossPicture.SIZE;

  private final LossPicture picture = new LossPicture(LossPictureTest::takeLog10);

  static void takeLog10(double[] numbers, double floor) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.max(floor, Math.log10(numbers[i]));
    }
  }

  /** Losses that grow from the left to the right from one power of ten to another. */
  private static double[] losses(double from, double to) {
    double[] losses = new double[SIZE * SIZE];
    for (int i = 0; i < losses.length; i++) {
      double share = (i % SIZE) / (SIZE - 1.0);
      losses[i] = Math.pow(10, from + share * (to - from));
    }
    return losses;
  }

  @Test
  void theDecadesKeepStillWhileTheySuit() {
    picture.take(losses(-3.5, 1.5), true);
    AxisRange wide = new AxisRange(-4, 2);
    assertEquals(wide, picture.decades());
    picture.take(losses(-3.2, 1.1), true);
    assertEquals(wide, picture.decades());
    picture.take(losses(-2.5, 1.5), true);
    assertEquals(wide, picture.decades(), "still most of it");
    picture.take(losses(-0.5, 0.5), true);
    assertEquals(new AxisRange(-1, 1), picture.decades());
    picture.take(losses(-0.5, 1.5), true);
    assertEquals(new AxisRange(-1, 2), picture.decades());
    picture.forgetDecades();
    picture.take(losses(-0.5, 0.5), true);
    assertEquals(new AxisRange(-1, 1), picture.decades());
  }

  @Test
  void onlyWhatIsFineHasLinesOfEqualLoss() {
    picture.take(losses(-1.5, 0.5), false);
    assertTrue(picture.isThere());
    assertEquals(0, picture.contours().size());
    picture.take(losses(-1.5, 0.5), true);
    // 0.05 to 2 at 1, 2 and 5: six lines, each through all rows.
    assertEquals(6 * (SIZE - 1), picture.contours().size());
    picture.take(losses(-1.5, 0.5), false);
    assertEquals(0, picture.contours().size());
    picture.take(losses(-1.5, 0.5), true);
    int revision = picture.revision();
    picture.clear();
    assertFalse(picture.isThere());
    assertEquals(0, picture.contours().size());
    assertEquals(-1, picture.lowest());
    assertNotEquals(revision, picture.revision());
  }

  @Test
  void manyDecadesHaveNoMoreThanOneLineEach() {
    picture.take(losses(-5.5, 0.5), true);
    assertEquals(0, picture.contours().size() % (SIZE - 1));
    assertTrue(picture.contours().size() <= 6 * (SIZE - 1));
    assertTrue(picture.contours().size() > 0);
  }

  @Test
  void theLowestIsTheLeastThatIsFinite() {
    double[] losses = losses(-1, 0);
    Arrays.fill(losses, 0, SIZE, Double.POSITIVE_INFINITY);
    losses[3] = Double.NaN;
    losses[5 * SIZE + 7] = 1e-30;
    losses[6 * SIZE + 7] = 0;
    picture.take(losses, true);
    assertEquals(6 * SIZE + 7, picture.lowest(), "0, though both are drawn as the floor");
    assertEquals(-18, picture.logs()[5 * SIZE + 7]);
    assertEquals(-18, picture.logs()[6 * SIZE + 7]);
    assertEquals(0, losses[6 * SIZE + 7], "they are not modified");
    Arrays.fill(losses, Double.NaN);
    picture.take(losses, true);
    assertEquals(-1, picture.lowest());
    assertTrue(picture.isThere());
  }
}
