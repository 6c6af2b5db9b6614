package io.github.unrolled.task;

import io.github.unrolled.math.Excerpt;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.NumberReading;
import io.github.unrolled.math.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV or text file, one of which becomes a sequence. Cells are separated by tabs,
 * semicolons, commas or white space, whichever gives numbers; between tabs or semicolons a comma
 * may be the decimal point. A first row without numbers names the columns. Cells all in one row
 * form one column, and so do cells separated by white space in rows of different lengths.
 */
public final class NumberTable {
  /** Largest number of columns in a table. */
  public static final int MAX_COLUMNS = 256;

  private static final String DELIMITERS = "\t;,";

  /** Number of rows from which the delimiter is chosen. */
  private static final int SAMPLED_ROWS = 100;

  /** Number of rows by which a column is judged: no more are ever read. */
  private static final int JUDGED_ROWS = NumberList.MAX_COUNT + 1;

  private static final int MAX_HEADING = 40;

  private final Cells cells;
  private final NumberReader reader;
  private final int firstRow;
  private final List<Column> columns;
  private final @Nullable String problem;

  private NumberTable(Cells cells, NumberReader reader) {
    this.cells = cells;
    this.reader = reader;
    firstRow = hasHeadings() ? 1 : 0;
    problem = findProblem();
    columns = problem == null ? findColumns() : List.of(new Column(0, null, false));
  }

  /**
   * One column.
   *
   * @param index its place in the table, from 0
   * @param heading its name in the file, shortened, or null
   * @param isNumeric whether at least half of its non-empty cells are numbers
   */
  public record Column(int index, @Nullable String heading, boolean isNumeric) {
    /** What the column is called: its heading, or its place. */
    public String label() {
      return heading == null ? "Column " + (index + 1) : heading;
    }
  }

  /** Reads the text of a file; never throws. */
  public static NumberTable of(String text, NumberReader reader) {
    return new NumberTable(cut(text, reader), reader);
  }

  /** All columns, at least one. */
  public List<Column> columns() {
    return columns;
  }

  /** The columns of numbers. */
  public List<Column> numericColumns() {
    List<Column> numeric = new ArrayList<>();
    for (Column column : columns) {
      if (column.isNumeric()) {
        numeric.add(column);
      }
    }
    return numeric;
  }

  /** The first column of numbers; if there is none, the first column. */
  public Column preferredColumn() {
    for (Column column : columns) {
      if (column.isNumeric) {
        return column;
      }
    }
    return columns.get(0);
  }

  /** Reads the numbers of a column, or tells what is wrong on which line; never throws. */
  public NumberList.Reading read(Column column) {
    if (problem != null) {
      return NumberList.failed(problem);
    }
    int endRow = cells.rows();
    while (endRow > firstRow && cells.text(endRow - 1, column.index).isEmpty()) {
      endRow--;
    }
    int count = endRow - firstRow;
    if (column.isNumeric && count > NumberList.MAX_COUNT) {
      return NumberList.failed(
          "Expected at most " + NumberList.MAX_COUNT + " numbers; there are " + count + ".");
    }
    double[] values = new double[Math.min(count, NumberList.MAX_COUNT)];
    for (int i = 0; i < values.length; i++) {
      NumberReading reading = number(firstRow + i, column.index);
      if (!reading.isNumber()) {
        return NumberList.failed(complaint(firstRow + i, column.index, reading));
      }
      values[i] = reading.value();
    }
    return values.length < NumberList.MIN_COUNT
        ? NumberList.tooFew(values.length)
        : new NumberList.Reading(Numbers.of(values), null);
  }

  private static Cells cut(String text, NumberReader reader) {
    char delimiter = delimiter(text, reader, false);
    if (delimiter == Cells.WHITE_SPACE) {
      delimiter = delimiter(text, reader, true);
    }
    Cells cells = Cells.of(text, delimiter, Integer.MAX_VALUE);
    if (delimiter == Cells.WHITE_SPACE && cells.rows() > 1) {
      int firstRow = beginsWithoutNumber(cells, reader) ? 1 : 0;
      if (firstRow == 1 && widest(cells, 1) == 1) {
        // Words above a column of words are its heading.
        return Cells.of(text, Cells.LINE_BREAK, Integer.MAX_VALUE);
      }
      return isRagged(cells, firstRow) ? cells.onePerRow() : cells;
    }
    return cells.rows() == 1 ? cells.onePerRow() : cells;
  }

  /** The first delimiter that gives a column of numbers; otherwise white space. */
  private static char delimiter(String text, NumberReader reader, boolean quoteMayBeOpen) {
    for (int i = 0; i < DELIMITERS.length(); i++) {
      Cells sample = Cells.of(text, DELIMITERS.charAt(i), SAMPLED_ROWS);
      boolean isClean = quoteMayBeOpen || sample.unclosedQuote() == 0;
      if (isClean && separates(sample, reader)) {
        return sample.delimiter();
      }
    }
    return Cells.WHITE_SPACE;
  }

  /** Whether most rows have several cells, and one of the columns may hold numbers. */
  private static boolean separates(Cells sample, NumberReader reader) {
    int separated = 0;
    for (int row = 0; row < sample.rows(); row++) {
      separated += sample.width(row) > 1 ? 1 : 0;
    }
    if (2 * separated <= sample.rows()) {
      return false;
    }
    NumberTable table = new NumberTable(sample, reader);
    return table.problem != null || table.preferredColumn().isNumeric;
  }

  private static boolean beginsWithoutNumber(Cells cells, NumberReader reader) {
    for (int column = 0; column < cells.width(0); column++) {
      if (reader.read(cells.text(0, column)).isNumber()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRagged(Cells cells, int fromRow) {
    for (int row = fromRow + 1; row < cells.rows(); row++) {
      if (cells.width(row) != cells.width(fromRow)) {
        return true;
      }
    }
    return false;
  }

  private static int widest(Cells cells, int fromRow) {
    int width = 0;
    for (int row = fromRow; row < cells.rows(); row++) {
      width = Math.max(width, cells.width(row));
    }
    return width;
  }

  /** Whether the first row has no numbers but a column below it does. */
  private boolean hasHeadings() {
    if (cells.rows() < 2) {
      return false;
    }
    int width = Math.min(cells.width(0), MAX_COLUMNS);
    boolean numbersBelow = false;
    for (int column = 0; column < width; column++) {
      if (isLikeNumber(number(0, column))) {
        return false;
      }
      numbersBelow |= !cells.text(0, column).isEmpty() && isNumeric(column, 1);
    }
    return numbersBelow;
  }

  private @Nullable String findProblem() {
    if (cells.unclosedQuote() > 0) {
      return "Line " + cells.unclosedQuote() + ": expected a closing quote, got none.";
    }
    for (int row = 0; row < cells.rows(); row++) {
      if (cells.width(row) > MAX_COLUMNS) {
        return "Line "
            + cells.line(row, 0)
            + ": expected at most "
            + MAX_COLUMNS
            + " columns, got "
            + cells.width(row)
            + ".";
      }
    }
    return null;
  }

  private List<Column> findColumns() {
    List<Column> found = new ArrayList<>();
    int width = Math.max(1, widest(cells, 0));
    for (int i = 0; i < width; i++) {
      found.add(new Column(i, heading(i), isNumeric(i, firstRow)));
    }
    return List.copyOf(found);
  }

  private @Nullable String heading(int column) {
    String heading = firstRow == 0 ? "" : cells.text(0, column);
    heading = heading.replace('\n', ' ').replace('\r', ' ').trim();
    heading = Excerpt.of(heading, MAX_HEADING);
    return heading.isEmpty() ? null : heading;
  }

  private boolean isNumeric(int column, int fromRow) {
    int numbers = 0;
    int others = 0;
    int end = Math.min(cells.rows(), fromRow + JUDGED_ROWS);
    for (int row = fromRow; row < end; row++) {
      NumberReading reading = number(row, column);
      if (reading.problem() != NumberReading.Problem.EMPTY) {
        numbers += isLikeNumber(reading) ? 1 : 0;
        others += isLikeNumber(reading) ? 0 : 1;
      }
    }
    return numbers > 0 && numbers >= others;
  }

  private static boolean isLikeNumber(NumberReading reading) {
    return reading.isNumber() || reading.problem() == NumberReading.Problem.TOO_LARGE;
  }

  private NumberReading number(int row, int column) {
    String text = cells.text(row, column);
    boolean mayHaveComma = cells.delimiter() == ';' || cells.delimiter() == '\t';
    return reader.read(
        mayHaveComma && text.indexOf('.') < 0 && text.indexOf(',') == text.lastIndexOf(',')
            ? text.replace(',', '.')
            : text);
  }

  private String complaint(int row, int column, NumberReading reading) {
    String line = "Line " + cells.line(row, column) + ": ";
    if (column >= cells.width(row)) {
      return line + "expected at least " + (column + 1) + " columns, got " + cells.width(row) + ".";
    }
    if (reading.problem() == NumberReading.Problem.EMPTY) {
      return line + "expected a number, got nothing.";
    }
    String quoted = "“" + Excerpt.of(cells.text(row, column)) + "”";
    return reading.problem() == NumberReading.Problem.TOO_LARGE
        ? line + quoted + " is too large; expected less than 1.8e308."
        : line + quoted + " is not a number.";
  }
}
