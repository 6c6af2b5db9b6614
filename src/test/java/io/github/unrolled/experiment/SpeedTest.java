package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speeds go from one epoch per second to as fast as possible. */
class SpeedTest {
  @Test
  void eachLevelIsFasterThanTheOneBelow() {
    assertEquals(1, new Speed(0).epochsPerSecond());
    for (int level = 1; level <= Speed.MAX_LEVEL; level++) {
      assertTrue(new Speed(level).epochsPerSecond() > new Speed(level - 1).epochsPerSecond());
    }
  }

  @Test
  void onlyTheHighestIsUnlimited() {
    assertTrue(new Speed(Speed.MAX_LEVEL).isUnlimited());
    assertFalse(new Speed(Speed.MAX_LEVEL - 1).isUnlimited());
    assertEquals(250, Speed.DEFAULT.epochsPerSecond());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0.001, 1",
    "-5, 1",
    "NaN, 1",
    "1.99, 1",
    "2, 2",
    "249, 100",
    "250, 250",
    "25000, 25000",
    "1e300, 25000",
    "Infinity, 25000"
  })
  void nearestIsTheFixedSpeedNextBelow(double asked, int given) {
    assertEquals(given, Speed.atMost(asked).epochsPerSecond());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 15, Integer.MAX_VALUE})
  void otherLevelsAreRefused(int level) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new Speed(level));
    assertEquals("level: expected 0 to 14, got " + level, e.getMessage());
  }
}
