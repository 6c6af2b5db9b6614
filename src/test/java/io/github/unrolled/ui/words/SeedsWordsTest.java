package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.LinearUnit;
import io.github.unrolled.experiment.SeedSweep;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.train.Method;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SeedsWordsTest {
  private final SeedsWords words = new SeedsWords(new NumberFormat(new JvmDecimals()));
  private final LinearUnit unit =
      new LinearUnit().dispatch(new Change.SeedEntered(7), new Command.SeedsRequested(100));

  private SeedSweep sweep() {
    return Objects.requireNonNull(unit.state().compared().seeds());
  }

  @Test
  void theProgressNamesTheSeeds() {
    assertEquals("Not run with these settings yet.", words.progress(null));
    assertEquals("0 of 20: seeds 7 to 26, 100 epochs each.", words.progress(sweep()));
    unit.frames().draw(5000, 16);
    assertEquals("Done: seeds 7 to 26, 100 epochs each.", words.progress(sweep()));
  }

  @Test
  void theVerdictCountsTheRunsThatBpttWins() {
    unit.frames().draw(5000, 16);
    assertTrue(sweep().isDone());
    assertEquals(
        "In "
            + sweep().wins()
            + " of 20 runs BPTT is lower than random search at the same work, 100 epochs or 300"
            + " tries.",
        words.verdict(sweep()));
    assertEquals("" + sweep().belowLine(Method.BPTT), words.measure(5, sweep(), Method.BPTT));
    assertEquals("" + sweep().diverged(Method.BPTT), words.measure(4, sweep(), Method.BPTT));
    assertEquals(6, SeedsWords.MEASURES.size());
  }
}
