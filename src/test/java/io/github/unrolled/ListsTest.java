package io.github.unrolled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.Part;
import io.github.unrolled.experiment.StartWeights;
import io.github.unrolled.export.Program;
import io.github.unrolled.export.Table;
import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellNames;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.ui.words.Glossary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What is listed outside the code is what the code has: in README.md, in the types for TypeScript
 * and in the article. Where it is not, the message says what to write and where.
 */
class ListsTest {
  private static final String README = "README.md";
  private static final String TYPES = "web/unrolled.d.ts";
  private static final String ARTICLE = "web/index.html";

  private static final String[] WORDS = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve"
  };

  private static final String[] ORDINALS = {
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth"
  };

  /** The attributes with lists of values, by their names, with what the values stand for. */
  private static final Map<String, List<? extends Enum<?>>> VALUES =
      Map.of(
          "task", List.of(Task.values()),
          "scaling", List.of(Scaling.values()),
          "cell", List.of(CellType.values()),
          "activation", List.of(Activation.values()),
          "optimizer", List.of(OptimizerKind.values()),
          "clipping", List.of(Clipping.Kind.values()),
          "start-weights", List.of(StartWeights.values()),
          "instruments", List.of(Instrument.values()),
          "controls", Arrays.stream(Part.values()).filter(Part::isControl).toList(),
          "panels", Arrays.stream(Part.values()).filter(part -> !part.isControl()).toList());

  /** Attributes of the element that are no settings. */
  private static final List<String> OTHER_ATTRIBUTES =
      List.of("state", "address", "remember", "theme", "fill");

  /** Types of attributes whose values stand in a type of their own. */
  private static final Map<String, String> NAMED_TYPES =
      Map.of("instruments", "RnnInstrument", "controls", "RnnControl", "panels", "RnnPanel");

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file with all its white space as single blanks, to find sentences in. */
  private static String flat(String file) {
    return read(file).replaceAll("\\s+", " ");
  }

  private static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> namesOf(List<? extends Enum<?>> constants) {
    return constants.stream().map(constant -> nameOf(constant)).toList();
  }

  /** What a pattern's group finds in a text, in order. */
  private static List<String> found(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static void assertLists(List<String> expected, List<String> listed, String where) {
    assertEquals(
        expected,
        listed,
        () -> where + " has to list, in this order: " + String.join(", ", expected));
  }

  private static void assertSays(String file, String sentence) {
    assertTrue(flat(file).contains(sentence), () -> file + " has to say “" + sentence + "”");
  }

  /** The row of the README's table of attributes that begins with one. */
  private static String row(String attribute) {
    return read(README)
        .lines()
        .filter(line -> line.startsWith("| ") && cell(line, 1).contains("`" + attribute + "`"))
        .findFirst()
        .orElse("");
  }

  private static String cell(String row, int index) {
    return row.split("(?<!\\\\)\\|", -1)[index];
  }

  @TestFactory
  Stream<DynamicTest> theReadmeNamesTheValuesOfEachAttribute() {
    return VALUES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> valuesInReadme(entry.getKey(), namesOf(entry.getValue())));
  }

  private static DynamicTest valuesInReadme(String attribute, List<String> known) {
    return DynamicTest.dynamicTest(
        attribute,
        () -> {
          List<String> listed = new ArrayList<>(found("`([a-z-]+)`", cell(row(attribute), 2)));
          // Beside their constants, these two may be all or none, and only names are checked here.
          if (attribute.equals("controls") || attribute.equals("panels")) {
            listed.removeAll(List.of("all", "none"));
          }
          assertLists(known, listed, README + ", table of attributes, row `" + attribute + "`,");
        });
  }

  @Test
  void theReadmeHasARowForEachAttribute() {
    List<String> rows = new ArrayList<>();
    for (String line : read(README).lines().toList()) {
      if (line.startsWith("| `")
          && read(README).indexOf(line) < read(README).indexOf("\nMethods:")) {
        rows.addAll(found("`([a-z-]+)`", cell(line, 1)));
      }
    }
    List<String> expected = new ArrayList<>(Attributes.names());
    expected.addAll(OTHER_ATTRIBUTES);
    assertLists(
        List.copyOf(new TreeSet<>(expected)),
        List.copyOf(new TreeSet<>(rows)),
        README + ", table of attributes,");
    assertEquals(expected.size(), rows.size(), README + " names an attribute twice");
  }

  @Test
  void theReadmeExplainsEachInstrument() {
    assertLists(
        Arrays.stream(Instrument.values()).map(Instrument::label).toList(),
        found("\n   - \\*([^*]+)\\*:", read(README)),
        README + ", Using it, Open instruments,");
  }

  @Test
  void theReadmeNamesEachTerm() {
    String list = found("It can be any of these terms: ([^.]*)\\.", flat(README)).get(0);
    assertLists(
        Arrays.stream(Glossary.values()).map(Glossary::key).toList(),
        found("`([a-z-]+)`", list),
        README + ", Sharing and embedding, terms,");
  }

  @Test
  void theWordsThatThePagesMarkAreKnownTerms() throws IOException {
    List<String> known = Arrays.stream(Glossary.values()).map(Glossary::key).toList();
    try (Stream<Path> pages = Files.list(Path.of("web"))) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".html")).toList()) {
        List<String> unknown = found("data-term=\"?([^\\s\">]*)", read(page.toString()));
        unknown.removeAll(known);
        assertEquals(List.of(), unknown, page + " marks words that ui.words.Glossary lacks");
      }
    }
  }

  @Test
  void theReadmeNamesEachProgram() {
    String programs = oneOf(Arrays.stream(Program.values()).map(Program::label).toList(), "or");
    String sentence = "as a program in " + programs + " that checks its";
    assertEquals(
        2,
        flat(README).split(Pattern.quote(sentence), -1).length - 1,
        README + ", Using it, 12., and the table of packages have to say “" + sentence + "”");
  }

  /** Such as "a, b or c". */
  private static String oneOf(List<String> names, String last) {
    int rest = names.size() - 1;
    return String.join(", ", names.subList(0, rest)) + " " + last + " " + names.get(rest);
  }

  @Test
  void theReadmeNamesEachCellAndOptimizer() {
    assertSays(
        README,
        oneOf(
            Arrays.stream(CellType.values())
                .map(cell -> cell == CellType.ELMAN ? "Elman" : cell.label())
                .toList(),
            "or"));
    assertSays(
        README,
        "| `optim` | "
            + String.join(
                ", ",
                Arrays.stream(OptimizerKind.values())
                    .map(kind -> kind == OptimizerKind.MOMENTUM ? "momentum" : kind.label())
                    .toList())
            + ";");
  }

  @TestFactory
  Stream<DynamicTest> theTypesNameTheValuesOfEachAttribute() {
    return VALUES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> valuesInTypes(entry.getKey(), namesOf(entry.getValue())));
  }

  private static DynamicTest valuesInTypes(String attribute, List<String> known) {
    return DynamicTest.dynamicTest(
        attribute,
        () -> {
          String type = NAMED_TYPES.getOrDefault(attribute, "");
          String start =
              type.isEmpty()
                  ? "\n  \"?" + attribute + "\"?:([^;]*);"
                  : "type " + type + " =([^;]*);";
          List<String> unions = found(start, read(TYPES));
          String where = type.isEmpty() ? "attribute " + attribute : "type " + type;
          assertEquals(1, unions.size(), TYPES + " has to have one " + where);
          List<String> listed = found("\"([a-z-]+)\"", unions.get(0));
          assertLists(
              List.copyOf(new TreeSet<>(known)),
              List.copyOf(new TreeSet<>(listed)),
              TYPES + ", " + where + ",");
          assertEquals(known.size(), listed.size(), TYPES + ", " + where + ", names one twice");
        });
  }

  @Test
  void theTypesHaveEachAttribute() {
    String attributes =
        found("(?s)interface RnnPlaygroundAttributes \\{(.*?)\n\\}", read(TYPES)).get(0);
    List<String> expected = new ArrayList<>(Attributes.names());
    expected.addAll(OTHER_ATTRIBUTES);
    assertLists(
        List.copyOf(new TreeSet<>(expected)),
        List.copyOf(new TreeSet<>(found("\n  \"?([a-z-]+)\"?:", attributes))),
        TYPES + ", RnnPlaygroundAttributes,");
  }

  @Test
  void theArticleExplainsEachInstrumentAndCountsThem() {
    String section = section("instruments");
    assertLists(
        Arrays.stream(Instrument.values()).map(Instrument::label).toList(),
        found("<h3>((?!Training timeline)[^<]+)</h3>", section),
        ARTICLE + ", section “Seeing why”, in its headings,");
    int count = Instrument.values().length;
    assertSays(ARTICLE, capital(WORDS[count]) + " instruments open beside the network");
    assertSays(ARTICLE, "is " + article(ORDINALS[count + 1]) + ": it goes back in time");
  }

  @Test
  void theArticleDrawsAndTabulatesEachActivation() {
    List<String> labels = Arrays.stream(Activation.values()).map(Activation::label).toList();
    String section = section("activations");
    assertLists(
        labels,
        found("class=\"name\">([^<]+)</text>", section),
        ARTICLE + ", section “What the activation does”, in its curves,");
    assertLists(
        namesOf(List.of(Activation.values())),
        found("data-run=\"activation=([a-z-]+)\"", section),
        ARTICLE + ", section “What the activation does”, in its table,");
    assertSays(ARTICLE, "The " + WORDS[labels.size()] + " activations <var>f</var>");
  }

  @Test
  void theArticleTabulatesEachSequenceAndCountsTheTasks() {
    List<String> rules =
        Arrays.stream(Task.values())
            .filter(task -> !task.isMemory() && task != Task.CUSTOM)
            .map(Task::label)
            .toList();
    assertSays(ARTICLE, "Losses without memory: the " + WORDS[rules.size()] + " sequences");
    assertLists(
        rules.stream().map(label -> label.toLowerCase(Locale.ROOT)).toList(),
        found(
            "data-claim=\"line-([a-z-]+)\"",
            found("(?s)<caption id=\"sequence-table\">(.*?)</table>", read(ARTICLE)).get(0)),
        ARTICLE + ", table of losses without memory,");
    long memory = Arrays.stream(Task.values()).filter(Task::isMemory).count();
    assertSays(ARTICLE, capital(WORDS[(int) memory]) + " tasks draw their inputs at random");
  }

  private static String section(String labelledBy) {
    return found(
            "(?s)<section aria-labelledby=\"" + labelledBy + "\">(.*?)</section>", read(ARTICLE))
        .get(0);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** With its indefinite article. */
  private static String article(String word) {
    return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
  }

  /** The page heads the memory tasks where the first of them stands. */
  @Test
  void sequencesStandBeforeOwnNumbersAndThoseBeforeMemoryTasks() {
    List<Integer> groups =
        Arrays.stream(Task.values())
            .map(task -> task.isMemory() ? 2 : task == Task.CUSTOM ? 1 : 0)
            .toList();
    assertEquals(
        groups.stream().sorted().toList(),
        groups,
        "task/Task has to have sequences first, then CUSTOM, then memory tasks");
    Task first = Arrays.stream(Task.values()).filter(Task::isMemory).findFirst().orElseThrow();
    assertEquals(Task.ECHO, first, "ui/controls/DataPanel heads the memory tasks from ECHO on");
  }

  @Test
  void everyNumberOfACellHasAName() {
    for (CellType cell : CellType.values()) {
      assertEquals(nameOf(cell), cell.attribute(), "nn/CellType, attribute of " + cell);
      int last = cell.isGated() ? cell.gateCount() + (cell.hasCellState() ? 1 : 0) : 0;
      for (int strip = 0; strip <= last; strip++) {
        assertFalse(CellNames.of(cell, strip).isEmpty(), "nn/CellNames, strip " + strip);
      }
    }
  }

  @Test
  void everyInstrumentAnswersAQuestionOfItsOwn() {
    List<String> questions = Arrays.stream(Instrument.values()).map(Instrument::question).toList();
    assertEquals(questions.size(), new TreeSet<>(questions).size(), "two of one: " + questions);
    for (String question : questions) {
      assertTrue(question.matches("[A-Z].{15,70}\\?"), question);
    }
  }

  @Test
  void namesForPeopleAreOfOneThingEach() {
    for (List<String> labels :
        List.of(
            Arrays.stream(Task.values()).map(Task::label).toList(),
            Arrays.stream(Activation.values()).map(Activation::label).toList(),
            Arrays.stream(CellType.values()).map(CellType::label).toList(),
            Arrays.stream(OptimizerKind.values()).map(OptimizerKind::label).toList(),
            Arrays.stream(Instrument.values()).map(Instrument::label).toList(),
            Stream.concat(
                    Arrays.stream(Table.values()).map(Table::label),
                    Arrays.stream(Program.values()).map(Program::label))
                .toList())) {
      assertEquals(labels.size(), new TreeSet<>(labels).size(), "two of one name: " + labels);
    }
  }
}
