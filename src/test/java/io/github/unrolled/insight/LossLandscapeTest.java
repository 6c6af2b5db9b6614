package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every cell holds the loss of the network at that point; directions have the filters' norms. */
class LossLandscapeTest {
  private static final int SIZE = LossLandscape.SIZE;
  private static final double[] INPUTS = {1, -0.5, 0.25, 0.8, -1};
  private static final double[] TARGETS = {-0.5, 0.25, 0.8, -1, 0.3};

  private static NetworkShape layer(CellType cell, boolean memory) {
    return new NetworkShape(cell, 3, Activation.TANH, memory);
  }

  private static Numbers drawn(NetworkShape shape, int seed) {
    Rng rng = new Rng(seed, 5);
    double[] drawn = new double[shape.newNetwork().parameterCount()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = rng.uniform(-1, 1);
    }
    shape.hold(drawn);
    return Numbers.of(drawn);
  }

  private static Numbers start(NetworkShape shape) {
    return drawn(shape, 6).slice(0, shape.hiddenSize());
  }

  private static double lossAt(NetworkShape shape, double[] parameters) {
    Network network = shape.newNetwork(start(shape));
    return network.forward(parameters, INPUTS, TARGETS, network.newPass(TARGETS.length));
  }

  private static LossLandscape done(
      NetworkShape shape, ParameterPlane plane, double across, double up) {
    LossLandscape landscape =
        new LossLandscape(shape.newNetwork(start(shape)), INPUTS, TARGETS, plane);
    landscape.start(plane, across, up);
    while (!landscape.isDone()) {
      landscape.work(1_000);
    }
    return landscape;
  }

  @ParameterizedTest
  @EnumSource
  void aCellHasTheLossOfTwoParametersThereToTheBit(Activation activation) {
    NetworkShape shape = NetworkShape.unit(activation);
    Numbers present = drawn(shape, 1);
    ParameterPlane plane = ParameterPlane.ofParameters(shape, 3, ElmanUnit.HIDDEN_WEIGHT);
    plane.goThrough(present);
    LossLandscape landscape = done(shape, plane, 3, 5);
    Rng rng = new Rng(1, 6);
    for (int i = 0; i < 500; i++) {
      int row = rng.nextInt(SIZE);
      int column = rng.nextInt(SIZE);
      double[] there = present.toArray();
      there[3] = (column + 0.5) / SIZE * 6 - 3;
      there[ElmanUnit.HIDDEN_WEIGHT] = (row + 0.5) / SIZE * 10 - 5;
      double exact = lossAt(shape, there);
      assertEquals(exact, landscape.losses()[row * SIZE + column], 1e-12 * exact);
      there[3] = LossLandscape.middle(column, 3);
      there[ElmanUnit.HIDDEN_WEIGHT] = LossLandscape.middle(row, 5);
      assertEquals(lossAt(shape, there), landscape.losses()[row * SIZE + column]);
      there[3] = rng.uniform(-4, 4);
      there[ElmanUnit.HIDDEN_WEIGHT] = rng.uniform(-4, 4);
      assertEquals(lossAt(shape, there), landscape.loss(there[3], there[ElmanUnit.HIDDEN_WEIGHT]));
    }
    assertEquals(
        lossAt(shape, present.toArray()),
        landscape.loss(present.get(3), present.get(ElmanUnit.HIDDEN_WEIGHT)));
  }

  @ParameterizedTest
  @EnumSource
  void aCellHasTheLossAlongTwoDirections(CellType cell) {
    NetworkShape shape = layer(cell, true);
    Numbers origin = drawn(shape, 2);
    Numbers present = drawn(shape, 3);
    ParameterPlane plane = ParameterPlane.random(shape, origin, 4);
    plane.goThrough(present);
    plane.locate(present::get);
    final double a = plane.locatedAcross();
    final double b = plane.locatedUp();
    LossLandscape landscape = done(shape, plane, 1, 2);
    assertEquals(lossAt(shape, present.toArray()), landscape.loss(a, b), 1e-12);
    Rng rng = new Rng(1, 6);
    for (int i = 0; i < 100; i++) {
      int row = rng.nextInt(SIZE);
      int column = rng.nextInt(SIZE);
      double right = LossLandscape.middle(column, 1) - a;
      double up = LossLandscape.middle(row, 2) - b;
      double exact = lossAt(shape, plane.shifted(present, right, up).toArray());
      assertEquals(exact, landscape.losses()[row * SIZE + column], 1e-11 * exact);
    }
  }

  @Test
  void aPlaneThatMovesMeanwhileMovesNoCell() {
    NetworkShape shape = layer(CellType.GRU, true);
    ParameterPlane plane = ParameterPlane.random(shape, drawn(shape, 2), 4);
    plane.goThrough(drawn(shape, 3));
    double[] still = done(shape, plane, 1, 2).losses().clone();
    LossLandscape landscape =
        new LossLandscape(shape.newNetwork(start(shape)), INPUTS, TARGETS, plane);
    landscape.start(plane, 1, 2);
    landscape.work(2000);
    assertTrue(plane.goThrough(drawn(shape, 5)));
    landscape.work(SIZE * SIZE);
    assertTrue(landscape.isDone());
    assertArrayEquals(still, landscape.losses());
  }

  @Test
  void itIsCoarseAtFirstAndThenFineHoweverItIsSliced() {
    NetworkShape shape = NetworkShape.unit(Activation.TANH);
    ParameterPlane plane = ParameterPlane.ofParameters(shape, 0, 1);
    plane.goThrough(drawn(shape, 1));
    LossLandscape whole = done(shape, plane, 3, 3);
    LossLandscape sliced =
        new LossLandscape(shape.newNetwork(start(shape)), INPUTS, TARGETS, plane);
    sliced.start(plane, 3, 3);
    int cells = 0;
    boolean seenCoarse = false;
    while (!sliced.isDone()) {
      sliced.work(7);
      cells += 7;
      if (sliced.isShowable() && !seenCoarse) {
        seenCoarse = true;
        assertTrue(cells < 160, cells + " cells");
        for (int i = 0; i < SIZE * SIZE; i++) {
          int coarse = i / SIZE / 8 * 8 * SIZE + i % SIZE / 8 * 8;
          assertTrue(
              sliced.losses()[i] == whole.losses()[coarse]
                  || sliced.losses()[i]
                      == whole.losses()[i / SIZE / 4 * 4 * SIZE + i % SIZE / 4 * 4]);
        }
      }
    }
    assertEquals(SIZE * SIZE, cells, 7);
    assertEquals(Numbers.of(whole.losses()), Numbers.of(sliced.losses()));
    sliced.start(plane, 2, 2);
    assertFalse(sliced.isShowable() || sliced.isDone());
  }

  @Test
  void whatOverflowsIsNotFinite() {
    NetworkShape shape = NetworkShape.unit(Activation.LINEAR);
    ParameterPlane plane = ParameterPlane.ofParameters(shape, 0, 1);
    plane.goThrough(Numbers.of(1, 1, 0, 1e200, 0));
    LossLandscape landscape = done(shape, plane, 3, 3);
    assertFalse(Double.isFinite(landscape.losses()[0]));
  }

  @Test
  void alongAParameterThatIsHeldNothingChanges() {
    NetworkShape shape = NetworkShape.unit(Activation.TANH).withMemory(false);
    Numbers present = Numbers.of(0.5, 0, 0.1, 0.7, 0.2);
    ParameterPlane plane = ParameterPlane.ofParameters(shape, 0, 1);
    plane.goThrough(present);
    LossLandscape landscape = done(shape, plane, 3, 3);
    for (int i = 0; i < SIZE * SIZE; i++) {
      assertEquals(landscape.losses()[i % SIZE], landscape.losses()[i]);
    }
    assertEquals(lossAt(shape, present.toArray()), landscape.loss(0.5, 2));
    assertEquals(present, plane.shifted(present, 0, 1));
  }

  @ParameterizedTest
  @EnumSource
  void aDirectionsFiltersHaveTheNormsOfTheParameters(CellType cell) {
    for (boolean memory : new boolean[] {true, false}) {
      NetworkShape shape = layer(cell, memory);
      Numbers origin = drawn(shape, 7);
      ParameterPlane plane = ParameterPlane.random(shape, origin, 1);
      Numbers zero = Numbers.of(new double[origin.size()]);
      Numbers across = plane.shifted(zero, 1, 0);
      Numbers up = plane.shifted(zero, 0, 1);
      assertNotEquals(across, up);
      Parameter input = shape.newNetwork().parameters().get(0);
      Parameter hidden = shape.newNetwork().parameters().get(1);
      for (Numbers direction : new Numbers[] {across, up}) {
        for (int row = 0; row < input.rows(); row++) {
          double wanted = square(origin, row, 1) + square(origin, hidden.offset() + 3 * row, 3);
          double got = square(direction, row, 1) + square(direction, hidden.offset() + 3 * row, 3);
          assertEquals(wanted, got, 1e-14);
        }
        int output = origin.size() - 4;
        assertEquals(square(origin, output, 3), square(direction, output, 3), 1e-14);
        for (int i = 0; i < origin.size(); i++) {
          boolean bias = (i >= hidden.offset() + hidden.size() && i < output) || i > output + 2;
          assertEquals(bias || shape.holdsAtZero(i), direction.get(i) == 0, "index " + i);
        }
      }
    }
  }

  private static double square(Numbers numbers, int at, int length) {
    double sum = 0;
    for (int i = at; i < at + length; i++) {
      sum += numbers.get(i) * numbers.get(i);
    }
    return sum;
  }

  @Test
  void theSeedDecidesTheDirections() {
    NetworkShape shape = layer(CellType.GRU, true);
    Numbers origin = drawn(shape, 7);
    Numbers one = ParameterPlane.random(shape, origin, 1).shifted(origin, 0.3, 0.4);
    assertEquals(one, ParameterPlane.random(shape, origin, 1).shifted(origin, 0.3, 0.4));
    assertNotEquals(one, ParameterPlane.random(shape, origin, 2).shifted(origin, 0.3, 0.4));
  }

  @ParameterizedTest
  @EnumSource
  void aPointOfThePlaneIsLocatedAndAnotherIsProjected(CellType cell) {
    NetworkShape shape = layer(cell, true);
    Numbers origin = drawn(shape, 7);
    ParameterPlane plane = ParameterPlane.random(shape, origin, 1);
    plane.locate(plane.shifted(origin, 0.3, -0.7)::get);
    assertEquals(0.3, plane.locatedAcross(), 1e-12);
    assertEquals(-0.7, plane.locatedUp(), 1e-12);
    Numbers other = drawn(shape, 8);
    plane.locate(other::get);
    Numbers nearest = plane.shifted(origin, plane.locatedAcross(), plane.locatedUp());
    double[] rest = other.toArray();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= nearest.get(i);
    }
    assertEquals(0, plane.slopeAcross(Numbers.of(rest)), 1e-12);
    assertEquals(0, plane.slopeUp(Numbers.of(rest)), 1e-12);
  }

  @Test
  void thePlaneOfTwoParametersMovesOnlyWithTheOthers() {
    NetworkShape shape = NetworkShape.unit(Activation.TANH);
    ParameterPlane plane = ParameterPlane.ofParameters(shape, 0, 1);
    assertTrue(plane.goThrough(Numbers.of(1, 2, 3, 4, 5)));
    assertFalse(plane.goThrough(Numbers.of(1, 2, 3, 4, 5)));
    assertFalse(plane.goThrough(Numbers.of(7, 8, 3, 4, 5)));
    assertTrue(plane.goThrough(Numbers.of(7, 8, 3.5, 4, 5)));
  }

  @Test
  void nothingIsSpannedByANetworkOfZeros() {
    NetworkShape shape = layer(CellType.ELMAN, true);
    Numbers zero = Numbers.of(new double[shape.newNetwork().parameterCount()]);
    ParameterPlane plane = ParameterPlane.random(shape, zero, 1);
    plane.goThrough(zero);
    plane.locate(drawn(shape, 1)::get);
    assertEquals(0, plane.locatedAcross());
    LossLandscape landscape = done(shape, plane, 1, 1);
    assertEquals(lossAt(shape, zero.toArray()), landscape.losses()[5]);
  }
}
