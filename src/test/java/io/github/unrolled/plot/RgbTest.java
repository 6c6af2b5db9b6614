package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RgbTest {
  @Test
  void readsWhatItWrites() {
    assertEquals(new Rgb(213, 94, 0), Rgb.parse("#D55E00"));
    assertEquals("#d55e00", Rgb.parse("#D55E00").css());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#fff", "d55e000", "#d55e0g", "rgb(0, 0, 0)"})
  void refusesAnyOtherWriting(String css) {
    assertThrows(IllegalArgumentException.class, () -> Rgb.parse(css));
  }

  @Test
  void mixesOnAStraightLine() {
    assertEquals(Rgb.WHITE, Rgb.BLACK.mix(Rgb.WHITE, 1));
    assertEquals(Rgb.BLACK, Rgb.BLACK.mix(Rgb.WHITE, 0));
    assertEquals(new Rgb(128, 64, 0), new Rgb(255, 128, 0).mix(Rgb.BLACK, 0.5));
  }

  @Test
  void contrastIsThatOfWcag() {
    assertEquals(21, Rgb.BLACK.contrast(Rgb.WHITE), 1e-9);
    assertEquals(1, Rgb.WHITE.contrast(Rgb.WHITE), 0);
    for (int level = 0; level <= 255; level++) {
      double encoded = level / 255.0;
      double linear =
          encoded <= 0.04045 ? encoded / 12.92 : StrictMath.pow((encoded + 0.055) / 1.055, 2.4);
      double expected = (linear + 0.05) / 0.05;
      assertEquals(expected, new Rgb(level, level, level).contrast(Rgb.BLACK), 1e-12 * expected);
    }
  }
}
