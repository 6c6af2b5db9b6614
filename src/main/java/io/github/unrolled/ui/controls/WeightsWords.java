package io.github.unrolled.ui.controls;

import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.WeightBlocks;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellNames;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import java.util.ArrayList;
import java.util.List;

/** Descriptions of the weights of a network of one shape, in words and as a table. */
final class WeightsWords {
  private final WeightBlocks blocks;
  private final ParameterNames names;
  private final NetworkShape shape;
  private final NumberFormat numbers;

  /** Makes descriptions with a format for their numbers. */
  WeightsWords(
      WeightBlocks blocks, ParameterNames names, NetworkShape shape, NumberFormat numbers) {
    this.blocks = blocks;
    this.names = names;
    this.shape = shape;
    this.numbers = numbers;
  }

  /** Names the gate or output that a block of weights leads to. */
  String title(int block) {
    return blocks.isOutput(block)
        ? "output y"
        : CellNames.of(shape.cell(), shape.cell() == CellType.ELMAN ? 0 : block + 1);
  }

  /** A note that names the weights, with subscripts after underscores. */
  String note() {
    return shape.cell() == CellType.ELMAN
        ? "Input weights W_ih, hidden weights W_hh, biases: a row for each unit they lead to."
        : "Input weights W_i, hidden weights W_h, biases: a map for each gate.";
  }

  /** An equation of a parameter and its number. */
  String equation(int index, Numbers parameters) {
    return names.symbol(index) + " = " + numbers.significant(parameters.get(index));
  }

  /**
   * A description of the heat maps for readers who cannot see them.
   *
   * @param end end of the colour scale
   */
  String summary(Numbers parameters, String end) {
    int least = 0;
    int most = 0;
    for (int i = 0; i < parameters.size(); i++) {
      least = parameters.get(i) < parameters.get(least) ? i : least;
      most = parameters.get(i) > parameters.get(most) ? i : most;
    }
    return parameters.size()
        + " weights and biases as heat maps with a colour scale from \u2212"
        + end
        + " to "
        + end
        + ". The least is "
        + equation(least, parameters)
        + ", the greatest "
        + equation(most, parameters)
        + ".";
  }

  /** The columns of the table. */
  String[] headers() {
    List<String> headers = new ArrayList<>(List.of("To", "from x", "bias"));
    if (blocks.biasColumns() > 1) {
      headers.add("b_hn");
    }
    for (int unit = 1; unit <= shape.hiddenSize(); unit++) {
      headers.add("from " + unit);
    }
    return headers.toArray(new String[0]);
  }

  /** The rows of the table, one for each unit and gate. */
  List<String[]> rows(Numbers parameters) {
    List<String[]> rows = new ArrayList<>();
    for (int block = 0; block < blocks.count(); block++) {
      for (int row = 0; row < blocks.rows(block); row++) {
        List<String> texts = new ArrayList<>();
        texts.add(blocks.isOutput(block) ? title(block) : title(block) + ", " + (row + 1));
        texts.add(text(parameters, block, row, WeightBlocks.INPUT));
        for (int i = 0; i < blocks.biasColumns(); i++) {
          texts.add(text(parameters, block, row, blocks.bias() + i));
        }
        for (int unit = 1; unit <= shape.hiddenSize(); unit++) {
          texts.add(text(parameters, block, row, unit));
        }
        rows.add(texts.toArray(new String[0]));
      }
    }
    return rows;
  }

  private String text(Numbers parameters, int block, int row, int column) {
    return column < blocks.firstColumn(block) || column > blocks.lastColumn(block)
        ? ""
        : numbers.significant(parameters.get(blocks.index(block, row, column)));
  }
}
