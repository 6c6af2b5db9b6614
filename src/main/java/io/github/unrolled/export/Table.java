package io.github.unrolled.export;

import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Decimals;
import java.util.function.BiFunction;

/**
 * The tables of numbers that can be saved, in the order in which they are offered. A new one is a
 * constant here and what writes it.
 */
public enum Table {
  /** The sequence processing history. */
  HISTORY("History", "history.csv", (decimals, state) -> new Csv(decimals).history(state)),
  /** The prediction and the states. */
  SERIES("Series and states", "series.csv", (decimals, state) -> new Csv(decimals).series(state)),
  /** The curves of the loss chart. */
  LOSSES("Loss curves", "losses.csv", (decimals, state) -> new Csv(decimals).losses(state));

  private final String label;
  private final String fileName;
  private final BiFunction<Decimals, State, String> writer;

  Table(String label, String fileName, BiFunction<Decimals, State, String> writer) {
    this.label = label;
    this.fileName = fileName;
    this.writer = writer;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** What the name of its file ends in. */
  public String fileName() {
    return fileName;
  }

  /** Writes it as CSV. */
  public String write(Decimals decimals, State state) {
    return writer.apply(decimals, state);
  }
}
