package io.github.unrolled.ui.controls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unrolled.insight.Arithmetic;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.WeightBlocks;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsWordsTest {
  private static WeightsWords words(NetworkShape shape) {
    return new WeightsWords(
        new WeightBlocks(shape),
        new ParameterNames(shape),
        shape,
        new NumberFormat(new JvmDecimals()));
  }

  @Test
  void theTableHasARowForEachUnitAndTheOutput() {
    NetworkShape shape = new NetworkShape(CellType.ELMAN, 2, Activation.TANH, true);
    Arithmetic places = new Arithmetic(shape);
    double[] parameters = new double[shape.newNetwork().parameterCount()];
    parameters[places.inputWeight(0)] = 1;
    parameters[places.bias(0)] = 2;
    parameters[places.recurrentWeight(0, 1)] = -3;
    parameters[places.outputWeight(1)] = 4;
    WeightsWords words = words(shape);
    List<String[]> rows = words.rows(Numbers.of(parameters));
    assertArrayEquals(new String[] {"To", "from x", "bias", "from 1", "from 2"}, words.headers());
    assertEquals(3, rows.size());
    assertArrayEquals(
        new String[] {"hidden state h, 1", "1.00", "2.00", "0.00", "−3.00"}, rows.get(0));
    assertArrayEquals(new String[] {"output y", "", "0.00", "0.00", "4.00"}, rows.get(2));
    assertEquals(
        "11 weights and biases as heat maps with a colour scale from −4 to 4. The least is "
            + "W_hh[1, 2] = −3.00, the greatest W_out[1, 2] = 4.00.",
        words.summary(Numbers.of(parameters), "4"));
  }

  @Test
  void aGruHasABiasMore() {
    WeightsWords words = words(new NetworkShape(CellType.GRU, 2, Activation.TANH, true));
    assertArrayEquals(
        new String[] {"To", "from x", "bias", "b_hn", "from 1", "from 2"}, words.headers());
    assertEquals("output y", words.title(3));
  }
}
