package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterNamesTest {
  private static ParameterNames names(CellType cell, int units) {
    return new ParameterNames(new NetworkShape(cell, units, Activation.TANH, true));
  }

  /** Indices by hand: G·H numbers of W_ih, G·H·H of W_hh, G·H biases, H of W_out, one of b_out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ELMAN | 3 | 1 | W_ih[2, 1] | input weight, from the input to unit 2",
        "ELMAN | 3 | 4 | W_hh[1, 2] | hidden weight, from unit 2 to unit 1",
        "ELMAN | 3 | 14 | b[3] | bias, of unit 3",
        "ELMAN | 3 | 16 | W_out[1, 2] | output weight, from unit 2 to the output",
        "ELMAN | 3 | 18 | b_out | bias, of the output",
        "GRU | 2 | 3 | W_iz[2, 1] | input weight, update gate z, from the input to unit 2",
        "GRU | 2 | 12 | W_hz[2, 1] | hidden weight, update gate z, from unit 1 to unit 2",
        "GRU | 2 | 22 | b_n[1] | bias, candidate n, of unit 1",
        "GRU | 2 | 25 | b_hn[2] | bias beside the state, candidate n, of unit 2",
        "GRU | 2 | 26 | W_out[1, 1] | output weight, from unit 1 to the output",
        "LSTM | 2 | 2 | W_if[1, 1] | input weight, forget gate f, from the input to unit 1",
        "LSTM | 2 | 23 | W_ho[2, 2] | hidden weight, output gate o, from unit 2 to unit 2",
        "LSTM | 1 | 3 | W_io[1, 1] | input weight, output gate o, from the input to unit 1",
        "ELMAN | 1 | 1 | W_hidden | hidden weight, from unit 1 to unit 1"
      })
  void aParameterHasASymbolAndWords(
      CellType cell, int units, int index, String symbol, String words) {
    assertEquals(symbol, names(cell, units).symbol(index));
    assertEquals(words, names(cell, units).words(index));
  }

  @ParameterizedTest
  @EnumSource
  void allSymbolsAreDifferent(CellType cell) {
    for (int units = 1; units <= 5; units++) {
      Network network = new NetworkShape(cell, units, Activation.TANH, true).newNetwork();
      ParameterNames names = names(cell, units);
      Set<String> symbols = new HashSet<>();
      for (int i = 0; i < network.parameterCount(); i++) {
        assertTrue(symbols.add(names.symbol(i)), names.symbol(i));
        assertTrue(names.symbol(i).startsWith(names.array(i)));
        assertTrue(names.words(i).endsWith(names.route(i)));
      }
    }
  }
}
