package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TipPlaceTest {
  /** The place of an explanation of 300 by 80 beside a word of 20 in height, in 1000 by 600. */
  private static TipPlace place(double left, double top) {
    return TipPlace.of(left, top, top + 20, 300, 80, 1000, 600);
  }

  @Test
  void itStandsAboveTheWord() {
    assertEquals(new TipPlace(200, 214), place(200, 300));
    assertEquals(new TipPlace(200, 8), place(200, 94));
  }

  @Test
  void withoutRoomAboveItStandsBelow() {
    assertEquals(new TipPlace(200, 119), place(200, 93));
    assertEquals(new TipPlace(200, 31), place(200, 5));
  }

  @Test
  void itStaysInsideTheWindow() {
    assertEquals(692, place(990, 300).left());
    assertEquals(8, place(-40, 300).left());
    assertEquals(8, TipPlace.of(200, 300, 320, 300, 80, 250, 600).left());
  }

  @Test
  void inALowWindowItTakesTheLargerRoom() {
    assertEquals(8, TipPlace.of(0, 70, 90, 300, 80, 1000, 100).top());
    assertEquals(12, TipPlace.of(0, 10, 30, 300, 80, 1000, 100).top());
    assertEquals(8, TipPlace.of(0, 50, 70, 300, 95, 1000, 100).top());
  }
}
