package io.github.unrolled.ui.instruments.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.math.Numbers;
import org.junit.jupiter.api.Test;

/** The start moves to round places on the axes. */
class StartPointTest {
  private final StartPoint start = new StartPoint();

  private void assertMoves(Slice slice, double across, double up, double... expected) {
    assertEquals(Numbers.of(expected), start.move(slice, across, up));
  }

  @Test
  void itMovesInHundredthsAndNoFartherThanTheAxes() {
    Scene scene = new Scene();
    start.follow(scene.state().experiment());
    Slice slice = scene.slice(0, 1);
    assertMoves(slice, 1.2345, -0.6789, 1.23, -0.68, 0, 1, 0);
    assertMoves(slice, 17, -5, 3, -3, 0, 1, 0);
    slice.include(2000, 0);
    assertEquals(100, slice.across().end());
    assertMoves(slice, 47.26, 0, 473 * 0.1, 0, 0, 1, 0);
  }

  @Test
  void itIsThereBeforeTheStateSaysSo() {
    Scene scene = new Scene();
    start.follow(scene.state().experiment());
    Slice slice = scene.slice(0, 1);
    assertNull(start.move(slice, 1, 0.5), "it is there");
    assertNotNull(start.move(slice, 2, 0.25));
    start.locateIn(slice.plane());
    assertEquals(2, slice.plane().locatedAcross());
    assertEquals(0.25, slice.plane().locatedUp());
    assertNull(start.move(slice, 2.001, 0.251), "no step away");
    start.follow(scene.state().experiment());
    start.locateIn(slice.plane());
    assertEquals(1, slice.plane().locatedAcross());
  }

  @Test
  void whatIsHeldAtZeroIsThereAndStays() {
    Scene scene = new Scene(new Change.MemorySwitched(false));
    start.follow(scene.state().experiment());
    Slice slice = scene.slice(0, 1);
    start.locateIn(slice.plane());
    assertEquals(0, slice.plane().locatedUp());
    assertMoves(slice, 2, 1, 2, 0.5, 0, 1, 0);
  }
}
