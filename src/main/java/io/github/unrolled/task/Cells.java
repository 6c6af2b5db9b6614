package io.github.unrolled.task;

import io.github.unrolled.math.NumberReader;
import java.util.Arrays;

/**
 * A text cut into rows of cells. A cell in quotes may contain delimiters, line breaks and doubled
 * quotes; rows end with a line break of any kind; blank lines are skipped. Text that breaks the
 * rules is read as far as it makes sense. Reading takes time in proportion to the length of the
 * text.
 *
 * <p>Source: Y. Shafranovich, "Common Format and MIME Type for CSV Files", RFC 4180 (2005).
 */
final class Cells {
  /** Delimiter of cells that are separated by any white space. */
  static final char WHITE_SPACE = ' ';

  /** Delimiter of cells that are whole lines. */
  static final char LINE_BREAK = '\n';

  private static final char QUOTE = '"';

  private final String text;
  private final char delimiter;
  private final Ints starts = new Ints();
  private final Ints ends = new Ints();
  private final Ints lines = new Ints();
  private final Ints rowStarts = new Ints();
  private int line = 1;
  private int unclosed;

  private Cells(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /**
   * Cuts a text, or its beginning; never throws.
   *
   * @param delimiter what separates the cells of a row
   * @param maxRows number of rows after which to stop
   */
  static Cells of(String text, char delimiter, int maxRows) {
    Cells cells = new Cells(text, delimiter);
    int at = !text.isEmpty() && text.charAt(0) == '\ufeff' ? 1 : 0;
    while (at < text.length() && cells.rows() < maxRows) {
      at = cells.readRow(at);
    }
    return cells;
  }

  /** The same cells, each in a row of its own. */
  Cells onePerRow() {
    Cells list = new Cells(text, delimiter);
    for (int i = 0; i < starts.size; i++) {
      list.rowStarts.add(i);
      list.add(starts.values[i], ends.values[i], lines.values[i]);
    }
    list.unclosed = unclosed;
    return list;
  }

  char delimiter() {
    return delimiter;
  }

  int rows() {
    return rowStarts.size;
  }

  /** How many cells a row has, at least 1. */
  int width(int row) {
    int next = row + 1 < rows() ? rowStarts.values[row + 1] : starts.size;
    return next - rowStarts.values[row];
  }

  /** The line, counted from 1, on which a cell begins, or its row if the cell does not exist. */
  int line(int row, int column) {
    return lines.values[rowStarts.values[row] + (column < width(row) ? column : 0)];
  }

  /** The text of a cell without quotes and surrounding white space; empty if it does not exist. */
  String text(int row, int column) {
    if (column >= width(row)) {
      return "";
    }
    int cell = rowStarts.values[row] + column;
    int start = starts.values[cell];
    int end = ends.values[cell];
    return isQuote(start, end) ? unquoted(start + 1, end) : text.substring(start, end);
  }

  /** The line of a quote that is never closed, or 0. */
  int unclosedQuote() {
    return unclosed;
  }

  private int readRow(int from) {
    int first = starts.size;
    int at = readCell(from);
    while (!endsLine(at)) {
      at = readCell(at + 1);
    }
    boolean blank = starts.size == first + 1 && starts.values[first] == ends.values[first];
    if (blank) {
      starts.size = first;
      ends.size = first;
      lines.size = first;
    }
    if (starts.size > first) {
      rowStarts.add(first);
    }
    return at < text.length() ? nextLine(at) : at;
  }

  private int readCell(int from) {
    int start = from;
    while (!endsLine(start) && isSpace(start) && !(isDelimiter(start) && !separatesByRuns())) {
      start++;
    }
    int cellLine = line;
    int at = isQuote(start, text.length()) ? skipQuoted(start) : start;
    while (!endsLine(at) && !isDelimiter(at)) {
      at++;
    }
    int end = at;
    while (end > start && isSpace(end - 1)) {
      end--;
    }
    if (end > start || !separatesByRuns()) {
      add(start, end, cellLine);
    }
    return at;
  }

  /** The index after the closing quote, or the end of the text. */
  private int skipQuoted(int opening) {
    int openingLine = line;
    int at = opening + 1;
    while (at < text.length()) {
      if (text.charAt(at) != QUOTE) {
        at = endsLine(at) ? nextLine(at) : at + 1;
      } else if (isQuote(at + 1, text.length())) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    if (unclosed == 0) {
      unclosed = openingLine;
    }
    return at;
  }

  private String unquoted(int from, int end) {
    StringBuilder content = new StringBuilder();
    int at = from;
    while (at < end && (text.charAt(at) != QUOTE || isQuote(at + 1, end))) {
      content.append(text.charAt(at));
      at += text.charAt(at) == QUOTE ? 2 : 1;
    }
    return content.append(text.substring(Math.min(at + 1, end), end)).toString();
  }

  private boolean isQuote(int at, int end) {
    return at < end && text.charAt(at) == QUOTE;
  }

  private void add(int start, int end, int cellLine) {
    starts.add(start);
    ends.add(end);
    lines.add(cellLine);
  }

  private boolean endsLine(int at) {
    return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private int nextLine(int at) {
    line++;
    boolean two = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    return two ? at + 2 : at + 1;
  }

  private boolean isDelimiter(int at) {
    return separatesByRuns() ? isSpace(at) : text.charAt(at) == delimiter;
  }

  private boolean separatesByRuns() {
    return delimiter == WHITE_SPACE;
  }

  private boolean isSpace(int at) {
    return NumberReader.isSpace(text.charAt(at));
  }

  /** A growing list of integers. */
  private static final class Ints {
    int[] values = new int[64];
    int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }
  }
}
