package io.github.unrolled.ui.instruments.sum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.LinearUnit;
import io.github.unrolled.nn.ScalarParameter;
import org.junit.jupiter.api.Test;

/** Parts of −2/3, −4/3 and −2, of which one unit is 100 pixels long where 400 are free. */
class SumLayoutTest {
  private static final double ROUNDING = 1e-9;

  private final SumParts parts =
      SumParts.of(new LinearUnit().state(), ScalarParameter.INPUT_WEIGHT.index());
  private final SumLayout layout = new SumLayout(parts, 424, 180);

  @Test
  void negativePartsAreStackedToTheLeftOfZero() {
    assertEquals(412, layout.stackZero(), ROUNDING);
    assertEquals(412 - 200 / 3.0, layout.stackLeft(0), ROUNDING);
    assertEquals(212, layout.stackLeft(1), ROUNDING);
    assertEquals(12, layout.stackLeft(2), ROUNDING);
    assertEquals(200, layout.stackLength(2), ROUNDING);
    assertEquals(12, layout.totalEnd(), ROUNDING);
  }

  @Test
  void positivePartsAreStackedToTheRightOfZero() {
    LinearUnit high = new LinearUnit().set(ScalarParameter.OUTPUT_BIAS, 2);
    SumParts positive = SumParts.of(high.state(), ScalarParameter.INPUT_WEIGHT.index());
    SumLayout right = new SumLayout(positive, 424, 180);
    assertEquals(12, right.stackZero(), ROUNDING);
    assertEquals(12, right.stackLeft(0), ROUNDING);
    assertEquals(12 + 200 / 3.0, right.stackLeft(1), ROUNDING);
    assertEquals(412, right.totalEnd(), ROUNDING);
    assertEquals(162, right.barZero(), ROUNDING);
    assertEquals(62, right.barTop(2), ROUNDING);
  }

  @Test
  void barsHangFromZeroUnderTheirSteps() {
    assertEquals(12, layout.columnLeft(0));
    assertEquals(145, layout.columnLeft(1));
    assertEquals(131, layout.barWidth(0), ROUNDING);
    assertEquals(62, layout.barZero(), ROUNDING);
    assertEquals(62, layout.barTop(2), ROUNDING);
    assertEquals(100, layout.barHeight(2), ROUNDING);
  }

  @Test
  void aPlaceIsThatOfAPartAboveAndOfABarBelow() {
    assertEquals(2, layout.stepAt(13, 10));
    assertEquals(0, layout.stepAt(411, 10));
    assertEquals(-1, layout.stepAt(413, 10));
    assertEquals(1, layout.stepAt(150, 100));
    assertEquals(-1, layout.stepAt(5, 100));
  }

  @Test
  void theMarkedStepHasItsNumberAndNoNeighbourTouchesIt() {
    SumLayout narrow = new SumLayout(parts, 54, 180);
    assertTrue(narrow.hasBarLabel(0, -1));
    assertFalse(narrow.hasBarLabel(1, -1));
    assertTrue(narrow.hasBarLabel(1, 1));
    assertFalse(narrow.hasBarLabel(0, 1));
    assertTrue(layout.hasBarLabel(1, 0));
  }

  @Test
  void aShortPartHasNeitherAGapNorANumber() {
    SumLayout narrow = new SumLayout(parts, 34, 180);
    assertEquals(0, narrow.stackGap(0));
    assertFalse(narrow.hasStackLabel(0));
    assertEquals(1, layout.stackGap(0));
    assertTrue(layout.hasStackLabel(0));
  }

  @Test
  void theBarsTakeTheHeightThatIsLeft() {
    SumLayout high = new SumLayout(parts, 424, 300);
    assertEquals(62, high.barsTop());
    assertEquals(282, high.barsBottom());
    assertEquals(220, high.barHeight(2), ROUNDING);
    SumLayout low = new SumLayout(parts, 424, 110);
    assertEquals(49, low.barsTop());
    assertEquals(92, low.barsBottom());
    assertEquals(1, low.stepAt(150, 60));
    SumLayout none = new SumLayout(parts, 424, 0);
    assertFalse(none.hasSize());
    assertEquals(none.barsTop(), none.barsBottom());
  }

  @Test
  void nothingIsAnywhereWithoutAGradient() {
    LinearUnit exact = new LinearUnit().set(ScalarParameter.OUTPUT_BIAS, 1);
    SumLayout flat =
        new SumLayout(SumParts.of(exact.state(), ScalarParameter.INPUT_WEIGHT.index()), 424, 180);
    assertEquals(12, flat.stackZero());
    assertEquals(0, flat.stackLength(1));
    assertEquals(112, flat.barZero());
    assertEquals(-1, flat.stepAt(12, 10));
  }
}
