package io.github.unrolled.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/** The table of a line chart: a row for each x, or for some of them, with columns of texts. */
public final class LineTable {
  private final Supplier<double[]> xs;
  private final int most;
  private final List<String> headers = new ArrayList<>();
  private final List<DoubleFunction<String>> columns = new ArrayList<>();

  /**
   * Makes a table without columns.
   *
   * @param xs returns the current x of each row
   * @param most largest count of rows shown, chosen evenly from the first to the last
   */
  public LineTable(Supplier<double[]> xs, int most) {
    this.xs = xs;
    this.most = most;
  }

  /** Adds a column; the first one heads its rows. */
  public LineTable column(String header, DoubleFunction<String> text) {
    headers.add(header);
    columns.add(text);
    return this;
  }

  /** The headers of the columns; read only. */
  List<String> headers() {
    return headers;
  }

  /** The current rows. */
  List<String[]> rows() {
    double[] all = xs.get();
    int count = Math.min(most, all.length);
    List<String[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      // Evenly from the first to the last.
      double x = all[count == 1 ? 0 : row * (all.length - 1) / (count - 1)];
      String[] cells = new String[columns.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = columns.get(i).apply(x);
      }
      rows.add(cells);
    }
    return rows;
  }
}
