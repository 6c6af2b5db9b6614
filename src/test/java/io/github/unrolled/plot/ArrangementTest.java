package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrangementTest {
  @ParameterizedTest
  @CsvSource({
    "1280, 720, WIDE",
    "1366, 768, WIDE",
    "1920, 1080, WIDE",
    "1024, 768, MEDIUM",
    "768, 1024, SHEET",
    "390, 844, SHEET",
    "360, 640, SHEET",
    "320, 568, SHEET",
    "844, 390, SIDE",
    "1024, 500, SIDE",
    "1366, 500, SIDE",
    "320, 256, FLOW",
    "640, 300, FLOW",
    "390, 420, FLOW",
  })
  void aScreenHasItsArrangement(double width, double height, Arrangement expected) {
    assertEquals(expected, Arrangement.of(width, height, true));
  }

  @ParameterizedTest
  @CsvSource({"1200, WIDE", "1000, MEDIUM", "680, FLOW", "320, FLOW"})
  void inAPostOnlyTheWidthCounts(double width, Arrangement expected) {
    for (double height : new double[] {0, 300, 5000}) {
      assertEquals(expected, Arrangement.of(width, height, false));
    }
  }

  @Test
  void aPhoneKeepsTheLossWithTraining() {
    assertFalse(Arrangement.SHEET.hasRoomForLoss(390));
    assertTrue(Arrangement.SHEET.hasRoomForLoss(768));
    assertTrue(Arrangement.WIDE.hasRoomForLoss(1280));
  }
}
