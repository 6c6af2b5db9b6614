package io.github.unrolled.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Doubles;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.math.Vectors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file's column is read however its cells are separated, or the first bad line is named. */
class NumberTableTest {
  private static final String ALPHABET =
      "0123456789012345678901234567890123456789 ,,;;\n\n\r\t\t..--eE\"\"\u00a0\ufeff\0x<é\ud83d";

  private final NumberReader reader = new NumberReader(new JvmDecimals());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\n2.5\n-3",
        "1\r\n2.5\r\n-3\r\n",
        "1\r2.5\r-3\r",
        "\ufeff1\n2.5\n-3\n",
        "1\n\n2.5\n  \n-3\n\n\n",
        "1;x\n2,5;x\n-3;x\n",
        "price\n1\n2.5\n-3",
        "Closing price\n1\n2.5\n-3",
        "\"price, closing\"\n\"1\"\n\"2.5\"\n\"-3\"",
        "1,a\n2.5,b\n-3,c",
        " 1 , a\n 2.5 , b\n -3 , c",
        "a;1,0\nb;2,5\nc;-3",
        "a\t1\nb\t2,5\nc\t-3",
        "a  1\nb  2.5\n  c  -3  ",
        "a b\n1 x\n2.5 y\n-3 z",
        "1, 2.5, -3",
        "1, 2.5, -3,\n",
        "1; 2,5; -3",
        "1\t2,5\t-3",
        "1 2.5 -3",
        "1 2.5\n\u22123",
        "1\n2.5 -3",
        "list\n1 2.5\n-3",
        "1 x\n2.5 y\n-3 z",
        "when,1\nnever,2.5\n,-3",
        "1,\n2.5,\n-3,\n,\n,",
        "\"a\nb\",1\n\"c;\"\"d\"\"\r\ne\",2.5\n\"f,g\",-3",
        "a;b,c;d\n\"1\";x;y\n\"2,5\";x;y\n\"-3\";x;y",
        "1,\"5\" \"\n2.5,5\"\n-3,x\"y\"",
      })
  void allWaysOfSeparatingAreUnderstood(String text) {
    NumberTable table = NumberTable.of(text, reader);
    NumberList.Reading reading = table.read(table.preferredColumn());
    assertNull(reading.message());
    assertEquals(Numbers.of(1, 2.5, -3), reading.numbers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'day,price\nMo,1\nTu,2' | 'day, price*'",
        "'Mo,1\nTu,2' | 'Column 1, Column 2*'",
        "'x;y\n1,5;2' | 'x*, y*'",
        "',y, \n1,2,3' | 'Column 1*, y*, Column 3*'",
        "'x,x\n1,2,3' | 'x*, x*, Column 3*'",
        "'\"a\nb\",\"say \"\"c\"\"\"\n1,2' | 'a b*, say \"c\"*'",
        "'1,n/a\n2,3\n4,5' | 'Column 1*, Column 2*'",
        "'a,b\nc,d' | Column 1",
        "'1e400\n2' | Column 1*",
        "'a,2020\nb,1' | 'Column 1, Column 2*'",
        "'a,b\n1,\n,x\n,y\nz,' | 'a*, b'",
        "'1,2,3' | Column 1*",
        "'price,1,2' | price*",
        "'1 2\n3 4 5\n6' | Column 1*",
        "'time price\n1 2\n3 4' | 'time*, price*'",
        "'1,000\n2,000' | 'Column 1*, Column 2*'",
        "'a234567890b234567890c234567890d2345678901\n1' | a234567890b234567890c234567890d23456789…*",
        "'\"1\n2\n3' | Column 1",
        "'' | Column 1",
      })
  void columnsHaveTheirHeadingsOrPlaces(String text, String labels) {
    List<String> found = new ArrayList<>();
    for (NumberTable.Column column : NumberTable.of(text, reader).columns()) {
      assertEquals(found.size(), column.index());
      found.add(column.label() + (column.isNumeric() ? "*" : ""));
    }
    assertEquals(labels, String.join(", ", found));
  }

  @Test
  void anyColumnIsReadAndTheFirstOfNumbersPreferred() {
    NumberTable table = NumberTable.of("day,low,high\nMo,1,4\nTu,2,5\nWe,3,6\n", reader);
    assertEquals("low", table.preferredColumn().label());
    assertEquals(table.columns().subList(1, 3), table.numericColumns());
    assertEquals(Numbers.of(1, 2, 3), table.read(table.columns().get(1)).numbers());
    assertEquals(Numbers.of(4, 5, 6), table.read(table.columns().get(2)).numbers());
    assertEquals("Line 2: “Mo” is not a number.", table.read(table.columns().get(0)).message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'1\n2\nn/a\n4' | Line 3: “n/a” is not a number.",
        "'price\r\n1\r\n\r\n2\r\nn/a\r\n4' | Line 5: “n/a” is not a number.",
        "'x\r1\r2\r \r-' | Line 5: “-” is not a number.",
        "'x,\"a\n\nb\"\n1,c\n2,d\n?,e' | Line 6: “?” is not a number.",
        "'1,\"\n\"\n2,\"\n\n\"\n\"3,5\",' | Line 6: “3,5” is not a number.",
        "'1;a\n1,234,5;b\n2;c' | Line 2: “1,234,5” is not a number.",
        "'1;a\n1.234,5;b\n2;c' | Line 2: “1.234,5” is not a number.",
        "'1\nabcdefghijklmnopqrstu\n2' | Line 2: “abcdefghijklmnopqrs…” is not a number.",
        "'1e400\n2\n3' | Line 1: “1e400” is too large; expected less than 1.8e308.",
        "'1,a\n,b\n3,c\n4,d' | 'Line 2: expected a number, got nothing.'",
        "'1\n\"\"\n3\n4' | 'Line 2: expected a number, got nothing.'",
        "'1,2,,4' | 'Line 1: expected a number, got nothing.'",
        "'a,1\nb,2\n\nc\nd,4' | 'Line 4: expected at least 2 columns, got 1.'",
        "'1 2 3\n4 5\n6 x' | Line 3: “x” is not a number.",
        "'hello\nworld' | Line 1: “hello” is not a number.",
        "'a,b\nc,d' | 'Line 1: “a,b” is not a number.'",
        "'1\n2\n\"3\n4\n' | 'Line 3: expected a closing quote, got none.'",
        "'a,b\n1,\"\"\"\n2,3\n\n' | 'Line 2: expected a closing quote, got none.'",
        "'' | Expected at least 3 numbers; there are none.",
        "' \n\n\t\n' | Expected at least 3 numbers; there are none.",
        "'price\n' | Line 1: “price” is not a number.",
        "'price\n7' | Expected at least 3 numbers; there is 1.",
        "'a,b\n1,2\n3,4\n,5' | Expected at least 3 numbers; there are 2.",
      })
  void theFirstThingWrongIsNamedWithItsLine(String text, String message) {
    NumberTable table = NumberTable.of(text, reader);
    NumberList.Reading reading = table.read(table.preferredColumn());
    assertNull(reading.numbers());
    assertEquals(message, reading.message());
  }

  @Test
  void threeToFiveHundredNumbersAreTaken() {
    assertEquals(3, count("x\n1\n2\n3"));
    assertEquals(500, count("x,y\n" + "7,a\n".repeat(500)));
    assertEquals(500, count("7,".repeat(500)));
    assertMessage("Expected at most 500 numbers; there are 501.", "x\n" + "7\n".repeat(501));
    assertMessage("Expected at most 500 numbers; there are 1200.", "7 ".repeat(1200));
    assertMessage("Expected at most 500 numbers; there are 600.", "1\nx\n2\n".repeat(200));
  }

  @Test
  void twoHundredAndFiftySixColumnsAreTaken() {
    String most = "1" + ",1".repeat(255) + "\n";
    assertEquals(3, count(most.repeat(3)));
    assertMessage(
        "Line 4: expected at most 256 columns, got 257.",
        "\n" + most.repeat(2) + most.strip() + ",1\n" + most);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        ",",
        ",1",
        "1\n",
        "\n",
        "\r",
        "\"",
        "\"\"",
        "\"\n",
        ",\"",
        "\";",
        "a ",
        "a,b\n",
        "1\t",
        "\"1\",\n",
        "1 2\n3\n",
        "\ufeff",
        "\"a\"\"\",",
        " ",
        " ,",
        "é\n1,"
      })
  void aGiantTextTakesTimeInProportion(String part) {
    String text = part.repeat(3_000_000 / part.length());
    NumberList.Reading reading =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> {
              NumberTable table = NumberTable.of(text, reader);
              return table.read(table.preferredColumn());
            });
    assertNotEquals(null, reading.message());
  }

  @Test
  void numbersAreReadBackHoweverTheyAreWritten() {
    Rng rng = new Rng(2, 0);
    for (int i = 0; i < 1_000; i++) {
      char delimiter = ",;\t".charAt(rng.nextInt(3));
      String lineBreak = new String[] {"\n", "\r\n", "\r"}[rng.nextInt(3)];
      double[] values = new double[3 + rng.nextInt(40)];
      int width = 1 + rng.nextInt(4);
      int chosen = rng.nextInt(width);
      StringBuilder text = new StringBuilder(rng.nextInt(2) == 0 ? "" : "\ufeff");
      boolean comma = delimiter != ',' && width > 1 && rng.nextInt(2) == 0;
      int firstRow = -rng.nextInt(2);
      for (int row = firstRow; row < values.length; row++) {
        for (int column = 0; column < width; column++) {
          text.append(column == 0 ? "" : delimiter);
          if (row < 0) {
            text.append(quoted("heading " + column, rng));
          } else if (column == chosen) {
            values[row] = Doubles.anyFinite(rng);
            String number = Double.toString(values[row]);
            text.append(maybeQuoted(comma ? number.replace('.', ',') : number, rng));
          } else {
            text.append(quoted(words(rng), rng));
          }
        }
        text.append(lineBreak.repeat(1 + (rng.nextInt(5) == 0 ? 1 : 0)));
      }
      NumberTable table = NumberTable.of(text.toString(), reader);
      assertEquals(chosen, table.preferredColumn().index(), text::toString);
      NumberList.Reading reading = table.read(table.preferredColumn());
      assertEquals(Numbers.of(values), reading.numbers(), () -> reading.message() + text);
    }
  }

  @Test
  void anyTextGivesFiniteNumbersOrAMessage() {
    Rng rng = new Rng(1, 0);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = rng.nextInt(60);
      while (text.length() < length) {
        boolean any = rng.nextInt(60) == 0;
        text.append(
            any ? (char) rng.nextInt(0x10000) : ALPHABET.charAt(rng.nextInt(ALPHABET.length())));
      }
      NumberTable table = NumberTable.of(text.toString(), reader);
      for (NumberTable.Column column : table.columns()) {
        NumberList.Reading reading = table.read(column);
        Numbers numbers = reading.numbers();
        assertNotEquals(numbers == null, reading.message() == null, () -> "for " + text);
        if (numbers != null) {
          assertTrue(numbers.size() >= 3 && Vectors.allFinite(numbers.toArray()));
          read++;
        }
      }
    }
    assertTrue(read > 100, read + " were columns of numbers");
  }

  private int count(String text) {
    NumberTable table = NumberTable.of(text, reader);
    NumberList.Reading reading = table.read(table.preferredColumn());
    Numbers numbers = reading.numbers();
    return numbers == null ? -1 : numbers.size();
  }

  private void assertMessage(String message, String text) {
    NumberTable table = NumberTable.of(text, reader);
    assertEquals(message, table.read(table.preferredColumn()).message());
  }

  private static String words(Rng rng) {
    String letters = "abc ,;\t\n\r\"é";
    StringBuilder words = new StringBuilder("x");
    int length = rng.nextInt(8);
    for (int i = 0; i < length; i++) {
      words.append(letters.charAt(rng.nextInt(letters.length())));
    }
    return words.toString();
  }

  private static String maybeQuoted(String number, Rng rng) {
    return switch (rng.nextInt(3)) {
      case 0 -> number;
      case 1 -> " " + number + "  ";
      default -> quoted(number, rng);
    };
  }

  private static String quoted(String text, Rng rng) {
    String space = " ".repeat(rng.nextInt(2));
    return space + "\"" + text.replace("\"", "\"\"") + "\"" + space;
  }
}
