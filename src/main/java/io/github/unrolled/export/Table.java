package io.github.unrolled.export;

import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Decimals;

/**
 * The tables of numbers that can be saved, in display order. A new one is a constant and a line
 * here, and the method that writes it.
 */
public enum Table {
  /** The sequence processing history. */
  HISTORY("History", "history.csv"),
  /** The prediction and the states. */
  SERIES("Series and states", "series.csv"),
  /** The curves of the loss chart. */
  LOSSES("Loss curves", "losses.csv");

  private final String label;
  private final String fileName;

  Table(String label, String fileName) {
    this.label = label;
    this.fileName = fileName;
  }

  /** Name for display. */
  public String label() {
    return label;
  }

  /** End of the file's name. */
  public String fileName() {
    return fileName;
  }

  /** Writes the table as CSV. */
  public String write(Decimals decimals, State state) {
    Csv csv = new Csv(decimals);
    return switch (this) {
      case HISTORY -> csv.history(state);
      case SERIES -> csv.series(state);
      case LOSSES -> csv.losses(state);
    };
  }
}
