package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightBlocksTest {
  private static NetworkShape shape(CellType cell, int units) {
    return new NetworkShape(cell, units, Activation.TANH, true);
  }

  @ParameterizedTest
  @EnumSource
  void everyParameterHasItsPlaceAndNoOther(CellType cell) {
    for (int units = 1; units <= 6; units++) {
      NetworkShape shape = shape(cell, units);
      WeightBlocks blocks = new WeightBlocks(shape);
      Set<Integer> found = new HashSet<>();
      for (int block = 0; block < blocks.count(); block++) {
        for (int row = 0; row < blocks.rows(block); row++) {
          for (int c = blocks.firstColumn(block); c <= blocks.lastColumn(block); c++) {
            int index = blocks.index(block, row, c);
            assertTrue(found.add(index), "twice: " + index);
            assertEquals(block, blocks.block(index));
            assertEquals(row, blocks.row(index));
            assertEquals(c, blocks.column(index));
          }
        }
      }
      int count = shape.newNetwork().parameterCount();
      assertEquals(count, found.size());
      assertTrue(found.stream().allMatch(index -> index >= 0 && index < count));
    }
  }

  @Test
  void rowsLeadToUnitsAndColumnsComeFromThem() {
    NetworkShape gru = shape(CellType.GRU, 3);
    WeightBlocks blocks = new WeightBlocks(gru);
    ParameterNames names = new ParameterNames(gru);
    assertEquals("W_iz[2, 1]", names.symbol(blocks.index(1, 1, 0)));
    assertEquals("W_hz[2, 3]", names.symbol(blocks.index(1, 1, 3)));
    assertEquals("b_z[2]", names.symbol(blocks.index(1, 1, 4)));
    assertEquals("b_hn[3]", names.symbol(blocks.index(2, 2, 5)));
    assertEquals("W_out[1, 1]", names.symbol(blocks.index(3, 0, 1)));
    assertEquals("b_out", names.symbol(blocks.index(3, 0, 4)));
  }
}
