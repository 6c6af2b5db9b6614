package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Parameter;
import io.github.unrolled.nn.Pass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArithmeticTest {
  private static final int STEPS = 5;
  private static final double[] INPUTS = {0.5, -1, 0.25, 2, -0.125};

  private static double[] numbers(int count) {
    Rng rng = new Rng(7, 0);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = rng.uniform(-1, 1);
    }
    return numbers;
  }

  @ParameterizedTest
  @CsvSource({
    "ELMAN, 1, true",
    "ELMAN, 4, true",
    "ELMAN, 4, false",
    "GRU, 1, true",
    "GRU, 4, true",
    "GRU, 4, false",
    "LSTM, 1, true",
    "LSTM, 4, true",
    "LSTM, 4, false"
  })
  void theTermsAddUpToThePreActivation(CellType cell, int units, boolean memory) {
    NetworkShape shape = new NetworkShape(cell, units, Activation.TANH, memory);
    theTermsAddUpToThePreActivation(shape, shape.zeroState());
    theTermsAddUpToThePreActivation(shape, Numbers.of(numbers(units)));
  }

  private static void theTermsAddUpToThePreActivation(NetworkShape shape, Numbers start) {
    CellType cell = shape.cell();
    int units = shape.hiddenSize();
    Network network = shape.newNetwork(start);
    double[] flat = numbers(network.parameterCount());
    shape.hold(flat);
    Numbers parameters = Numbers.of(flat);
    Pass pass = network.newPass(STEPS);
    network.forward(flat, INPUTS, new double[STEPS], pass);
    Arithmetic arithmetic = new Arithmetic(shape);
    for (int t = 0; t < STEPS; t++) {
      for (int row = 0; row < cell.gateCount() * units; row++) {
        List<Arithmetic.Term> terms = arithmetic.preActivation(parameters, INPUTS[t], pass, t, row);
        assertEquals(pass.preActivation(t, row), sum(terms), 1e-14);
        if (arithmetic.isCandidate(row)) {
          List<Arithmetic.Term> inner = arithmetic.candidateMemory(parameters, pass, t, row);
          assertEquals(pass.candidateMemory(t, row % units), sum(inner), 1e-14);
        }
        for (int count = 1; count < 8; count++) {
          Arithmetic.Selection selection = Arithmetic.largest(terms, count);
          assertEquals(sum(terms), sum(selection.shown()) + selection.rest(), 1e-14);
          assertEquals(terms.size(), selection.shown().size() + selection.others());
          assertTrue(selection.others() != 1, "one more takes no more room");
        }
      }
    }
  }

  private static double sum(List<Arithmetic.Term> terms) {
    return terms.stream().mapToDouble(Arithmetic.Term::product).sum();
  }

  @Test
  void theLargestTermsAreKeptInTheirOrder() {
    Arithmetic.Term small = new Arithmetic.Term(0, 0.5, -0.25);
    Arithmetic.Term large = new Arithmetic.Term(1, -3, 1);
    Arithmetic.Term smaller = new Arithmetic.Term(2, 0.125, 0.5);
    Arithmetic.Term bias = new Arithmetic.Term(Arithmetic.BIAS, 1, 1);
    List<Arithmetic.Term> terms = List.of(small, large, smaller, bias);
    Arithmetic.Selection selection = Arithmetic.largest(terms, 2);
    assertEquals(List.of(large, bias), selection.shown());
    assertEquals(2, selection.others());
    assertEquals(-0.0625, selection.rest(), 0);
  }

  @ParameterizedTest
  @EnumSource
  void everyParameterHasAPlaceThatNamesItsIndex(CellType cell) {
    int units = 3;
    NetworkShape shape = new NetworkShape(cell, units, Activation.TANH, true);
    Arithmetic arithmetic = new Arithmetic(shape);
    Set<Integer> named = new HashSet<>();
    for (Parameter parameter : shape.newNetwork().parameters()) {
      for (int i = 0; i < parameter.size(); i++) {
        int index = parameter.offset() + i;
        Arithmetic.Place place = arithmetic.placeOf(index);
        int row = place.row();
        int source = place.source();
        switch (parameter.name()) {
          case "weight_ih" -> assertEquals(index, arithmetic.inputWeight(row));
          case "weight_hh" -> assertEquals(index, arithmetic.recurrentWeight(row, source));
          case "bias" -> assertEquals(index, arithmetic.bias(row));
          case "bias_hn" -> assertEquals(new Arithmetic.Place(2 * units + i, -2), place);
          case "weight_out" -> assertEquals(index, arithmetic.outputWeight(source));
          default -> assertEquals(new Arithmetic.Place(-1, Arithmetic.BIAS), place);
        }
        named.add(index);
      }
    }
    assertEquals(shape.newNetwork().parameterCount(), named.size());
  }
}
