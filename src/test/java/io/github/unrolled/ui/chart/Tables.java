package io.github.unrolled.ui.chart;

import java.util.List;

/** Lets tests of other rooms read the tables of their lines. */
public final class Tables {
  private Tables() {}

  /** The rows as they are now. */
  public static List<String[]> rows(Lines lines) {
    return lines.table().rows();
  }

  /** The headers of the columns. */
  public static List<String> headers(Lines lines) {
    return lines.table().headers();
  }
}
