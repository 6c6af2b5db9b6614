package io.github.unrolled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.golden.Golden;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** No formula is written in a way that the compiled script would round differently. */
class RoundingTest {
  private static final String RULE =
      """
      TeaVM writes a + (b + c), a + (b - c), a * (b * c) and a * (b / c) without the parentheses, so \
      that the page rounds differently from the virtual machine. It does so as well where the right \
      operand is a local that is read once, comes from a method, or follows += or *=.
      Put the compound operand on the left, where it needs no parentheses: b + c + a has the same bits. \
      Where both are compound, subtract the negative, since TeaVM keeps the parentheses after a minus: \
      (a + b) - (-c - d) for (a + b) + (c + d). For (a * b) * (c * d) read one of the two factors twice, \
      or keep it in a field.
      Places:
      """;

  @Test
  void everySumAndProductIsRoundedAlikeInTheBrowser() throws Exception {
    List<Path> files = new ArrayList<>(classFiles(folderOf(Main.class)));
    files.addAll(reachedFrom(Golden.class));
    Set<String> places = LostParentheses.in(files);
    assertTrue(places.isEmpty(), () -> RULE + String.join("\n", places));
  }

  @Test
  void whatLosesItsParenthesesIsFound() throws Exception {
    Set<String> expected = new TreeSet<>();
    for (var method : Lost.class.getDeclaredMethods()) {
      if (method.getName().startsWith("lost")) {
        expected.add(method.getName());
      }
    }
    assertEquals(16, expected.size());
    assertEquals(expected, methodsFoundIn(Lost.class));
  }

  @Test
  void whatKeepsItsParenthesesOrNeedsNoneIsNotFound() throws Exception {
    assertEquals(Set.of(), methodsFoundIn(Kept.class));
  }

  private static Set<String> methodsFoundIn(Class<?> type) throws Exception {
    Set<String> names = new TreeSet<>();
    for (String place : LostParentheses.in(Set.of(fileOf(type)))) {
      names.add(
          place.substring(place.lastIndexOf('.', place.indexOf('(')) + 1, place.indexOf('(')));
    }
    return names;
  }

  private static Path folderOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Path fileOf(Class<?> type) throws URISyntaxException {
    return folderOf(type).resolve(type.getName().replace('.', '/') + ".class");
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  /** The classes in a class's folder that it refers to, directly or through each other. */
  private static Set<Path> reachedFrom(Class<?> type) throws IOException, URISyntaxException {
    Path folder = folderOf(type);
    Set<Path> reached = new HashSet<>();
    Deque<Path> waiting = new ArrayDeque<>(Set.of(fileOf(type)));
    while (!waiting.isEmpty()) {
      Path file = waiting.remove();
      if (!Files.exists(file) || !reached.add(file)) {
        continue;
      }
      ClassReader reader = new ClassReader(Files.readAllBytes(file));
      char[] buffer = new char[reader.getMaxStringLength()];
      for (int i = 1; i < reader.getItemCount(); i++) {
        int at = reader.getItem(i);
        // 7 is the tag of a class's name.
        if (at > 0 && reader.readByte(at - 1) == 7) {
          waiting.add(folder.resolve(reader.readUTF8(at, buffer) + ".class"));
        }
      }
    }
    return reached;
  }

  /** Formulas that the search finds, each in a method whose name begins with lost. */
  static final class Lost {
    double field;

    double lostSum(double a, double b, double c) {
      return a + (b + c);
    }

    double lostDifference(double a, double b, double c) {
      return a + (b - c);
    }

    double lostProduct(double a, double b, double c) {
      return a * (b * c);
    }

    double lostQuotient(double a, double b, double c) {
      return a * (b / c);
    }

    float lostFloat(float a, float b, float c) {
      return a + (b + c);
    }

    double lostInALocal(double a, double b, double c) {
      double sum = b + c;
      return a + sum;
    }

    double lostInTwoLocals(double a, double b, double c) {
      double product = b * c;
      double same = product;
      return a * same;
    }

    double lostInACompoundAssignment(double[] a, double b) {
      double total = 0;
      for (double each : a) {
        total += each - b;
      }
      return total;
    }

    void lostInAField(double a, double b) {
      field *= a / b;
    }

    void lostInAnArray(double[] a, double b, double c) {
      a[0] += b + c;
    }

    double lostInAMethod(double a, double b, double c) {
      return a + sum(b, c);
    }

    double lostInAMethodOfAMethod(double a, double b) {
      return a + twice(b);
    }

    double lostInAnArgument(double a, double b, double c) {
      return sum(a, b + c);
    }

    double lostInAnArgumentPassedOn(double a, double b) {
      return twiceOne(a * b);
    }

    double lostInALambda(double a, double b, double c) {
      DoubleSupplier sum = () -> b + c;
      return a + sum.getAsDouble();
    }

    double lostWhileItIsKept(double a, double b, double[] c) {
      return a + (c[0] = b - 1);
    }

    private static double sum(double a, double b) {
      return a + b;
    }

    private static double twice(double a) {
      return sum(a, a);
    }

    private static double twiceOne(double a) {
      return product(2, a);
    }

    private static double product(double a, double b) {
      return a * b;
    }
  }

  /** Formulas that the search passes over. */
  static final class Kept {
    double compoundOnTheLeft(double a, double b, double c) {
      return (a + b) * (a - c) + b * c + (a + b) / c - c;
    }

    double otherOperation(double a, double b, double c) {
      return a + b * c + a * (b + c) + b / c;
    }

    double minusAndDivision(double a, double b, double c) {
      return a - (b + c) - (b - c) - a / (b * c) / (b / c);
    }

    double negative(double a, double b, double c) {
      return a + b - (-c - a);
    }

    int whole(int a, int b, int c) {
      return a + (b + c);
    }

    double convertedWhole(double a, int b, int c) {
      return a + (b + c);
    }

    double readTwice(double a, double b, double c) {
      double sum = b + c;
      return a + sum - sum;
    }

    double accumulated(double a, double[] b) {
      double sum = 0;
      for (double each : b) {
        sum += each;
      }
      return a + sum;
    }

    double conditional(double a, double b, boolean far) {
      return a + (far ? b - 1 : b + 1);
    }

    double conditionalInALocal(double a, double b, boolean far) {
      double shift = far ? b - 1 : 0;
      return a + shift;
    }

    double constants(double a) {
      return a + (1.5 + 2);
    }

    double methodOfALibrary(double a, double b, double c) {
      return a + Math.max(b + c, 0);
    }

    double argumentOnTheLeft(double a, double b, double c) {
      return difference(a + b, c);
    }

    private static double difference(double a, double b) {
      return a - b;
    }
  }
}
