package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedColorTest {
  private static final SignedColor LIGHT =
      new SignedColor("#d55e00", "#eef0f3", "#0072b2", "#1a2027");
  private static final SignedColor DARK =
      new SignedColor("#ff8a3d", "#2a313a", "#5db2ea", "#e8ecf1");

  @ParameterizedTest
  @CsvSource({
    "-1, #d55e00",
    "-0.25, #e5b998",
    "0, #eef0f3",
    "0.04, #d1e1eb",
    "0.25, #95c1db",
    "1, #0072b2"
  })
  void coloursAreThese(double value, String fill) {
    assertEquals(fill, LIGHT.fill(value));
  }

  @Test
  void aHundredthIsNotNeutral() {
    assertNotEquals(LIGHT.fill(0), LIGHT.fill(0.01));
    assertNotEquals(LIGHT.fill(0), LIGHT.fill(-0.01));
  }

  @Test
  void beyondTheScaleIsItsEndAndNoNumberIsNeutral() {
    assertEquals(LIGHT.fill(1), LIGHT.fill(Double.POSITIVE_INFINITY));
    assertEquals(LIGHT.fill(-1), LIGHT.fill(-1e9));
    assertEquals(LIGHT.fill(0), LIGHT.fill(Double.NaN));
  }

  @Test
  void textCanBeReadOnEveryColour() {
    for (SignedColor scale : new SignedColor[] {LIGHT, DARK}) {
      for (int i = -100; i <= 100; i++) {
        double value = i / 100.0;
        double contrast = Rgb.parse(scale.fill(value)).contrast(Rgb.parse(scale.ink(value)));
        assertTrue(contrast >= 4.5, () -> value + " has a contrast of " + contrast);
      }
    }
  }

  @Test
  void thePreferredInkIsTakenWhereItCanBeRead() {
    assertEquals("#1a2027", LIGHT.ink(0));
    assertEquals("#ffffff", LIGHT.ink(1));
    assertEquals("#000000", LIGHT.ink(-1));
  }

  @Test
  void aColourWrittenOtherwiseIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SignedColor("red", "#eef0f3", "#0072b2", "#1a2027"));
  }
}
