package io.github.unrolled;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.unrolled.ui.chart.Lines;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which package may use which, and which calls are forbidden because of what they become in the
 * browser.
 */
class ArchitectureTest {
  private static final String ROOT = "io.github.unrolled";

  /** What each part of the page may use: none of the other parts. */
  private static final Set<String> VIEWS = Set.of("ui.view", "ui.chart", "ui.words");

  /** What each package may use; a package brings along everything that it may use itself. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("math", Set.of()),
          Map.entry("plot", Set.of()),
          Map.entry("nn", Set.of("math")),
          Map.entry("task", Set.of("math")),
          Map.entry("optim", Set.of("nn")),
          Map.entry("insight", Set.of("nn")),
          Map.entry("train", Set.of("optim", "insight", "task")),
          Map.entry("experiment", Set.of("train")),
          Map.entry("share", Set.of("experiment")),
          Map.entry("export", Set.of("experiment")),
          Map.entry("ui.kit", Set.of("math", "plot")),
          Map.entry("ui.chart", Set.of("ui.kit")),
          Map.entry("ui.view", Set.of("experiment", "ui.kit")),
          Map.entry("ui.words", Set.of("experiment")),
          Map.entry("ui.controls", VIEWS),
          Map.entry("ui.network", VIEWS),
          Map.entry("ui.results", VIEWS),
          Map.entry("ui.instruments", VIEWS),
          Map.entry("ui.instruments.landscape", VIEWS),
          Map.entry("ui.instruments.statemap", VIEWS),
          Map.entry("ui.instruments.gradient", VIEWS),
          Map.entry("ui.instruments.sum", VIEWS),
          Map.entry("ui.guide", VIEWS),
          Map.entry("ui.takealong", Set.of("ui.view", "share", "export")),
          Map.entry(
              "ui",
              Set.of(
                  "ui.controls",
                  "ui.network",
                  "ui.results",
                  "ui.instruments",
                  "ui.instruments.landscape",
                  "ui.instruments.statemap",
                  "ui.instruments.gradient",
                  "ui.instruments.sum",
                  "ui.guide",
                  "ui.takealong")));

  /** Parts of the page that are tested on the JVM. */
  private static final Set<String> WITHOUT_BROWSER = Set.of("ui.words");

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Set<String> rooms() {
    return new TreeSet<>(ARROWS.keySet());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomSeesOnlyWhatItsArrowsReach(String room) {
    Set<String> visible = new TreeSet<>(Set.of("java..", "org.jspecify.."));
    reach(room).forEach(seen -> visible.add(packageOf(seen)));
    if (room.startsWith("ui") && !WITHOUT_BROWSER.contains(room)) {
      visible.add("org.teavm..");
    }
    classes()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(visible.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(PRODUCTION);
  }

  @Test
  void everyClassIsInARoom() {
    Stream<String> packages =
        Stream.concat(Stream.of(ROOT), rooms().stream().map(room -> packageOf(room)));
    classes().should().resideInAnyPackage(packages.toArray(String[]::new)).check(PRODUCTION);
  }

  /** So that it can be read on the JVM; its room may also draw. */
  @Test
  void whatALineChartShowsKnowsNoBrowser() {
    noClasses()
        .that()
        .implement(Lines.class)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.teavm..")
        .check(PRODUCTION);
  }

  @Test
  void theEntryPointIsAlone() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .allowEmptyShould(true)
        .check(PRODUCTION);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(PRODUCTION);
  }

  /** Regular expressions and formats cost some 40 kB gzipped each. */
  @Test
  void nobodyUsesFormatsOrRegularExpressions() {
    forbid(
        PRODUCTION,
        "formats or regular expressions",
        calls(String.class, "format", "formatted", "matches", "replaceAll", "replaceFirst", "split")
            .or(access -> access.getTargetOwner().getPackageName().equals("java.util.regex")));
  }

  /**
   * TeaVM's own reading and printing of floating-point numbers costs 12 to 19 kB gzipped. The
   * compiler option {@code stringConcat=inline} makes the joining of text and numbers visible here.
   */
  @Test
  void nobodyReadsOrPrintsFloatingPointNumbers() {
    Set<String> numbers = Set.of("double", "float", "[D", "[F");
    forbid(
        PRODUCTION,
        "floating-point numbers as text",
        calls(Double.class, "parseDouble", "toString")
            .or(calls(Float.class, "parseFloat", "toString"))
            .or(
                calls(Double.class, "valueOf")
                    .or(calls(Float.class, "valueOf"))
                    .and(takes(Set.of("java.lang.String"))))
            .or(calls(String.class, "valueOf").and(takes(numbers)))
            .or(calls(StringBuilder.class, "append", "insert").and(takes(numbers)))
            .or(calls(Arrays.class, "toString").and(takes(numbers))));
  }

  /** Browsers differ in the last bits of these, and TeaVM has some of them wrong. */
  @Test
  void nobodyButTheUiUsesInexactMath() {
    String[] inexact = {
      "acos", "asin", "atan", "atan2", "cbrt", "cos", "cosh", "exp", "expm1", "hypot", "log",
      "log10", "log1p", "pow", "rint", "round", "sin", "sinh", "tan", "tanh"
    };
    forbid(
        PRODUCTION.that(
            DescribedPredicate.describe(
                "outside ui", type -> !type.getPackageName().startsWith(ROOT + ".ui"))),
        "inexact functions of Math",
        calls(Math.class, inexact).or(calls(StrictMath.class, inexact)));
  }

  /** These crash the TeaVM compiler. */
  @Test
  void nobodyUsesWhatBreaksTheCompiler() {
    // The Java compiler gives every enum a method valueOf; it does no harm unless it is called.
    Predicate<JavaAccess<?>> written =
        access ->
            !(access.getOriginOwner().isEnum() && access.getOrigin().getName().equals("valueOf"));
    Predicate<JavaAccess<?>> enumValueOf =
        access ->
            access.getName().equals("valueOf")
                && access.getTargetOwner().isAssignableTo(Enum.class);
    forbid(
        PRODUCTION,
        "what breaks the TeaVM compiler",
        written
            .and(enumValueOf)
            .or(access -> access.getTargetOwner().isEquivalentTo(EnumMap.class))
            .or(calls(Collectors.class, "teeing", "toMap")));
  }

  private static Set<String> reach(String room) {
    Set<String> reached = new TreeSet<>(Set.of(room));
    ARROWS.getOrDefault(room, Set.of()).forEach(seen -> reached.addAll(reach(seen)));
    return reached;
  }

  private static String packageOf(String room) {
    return ROOT + "." + room;
  }

  private static Predicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
    Set<String> wanted = Set.of(names);
    return access ->
        access.getTargetOwner().isEquivalentTo(owner) && wanted.contains(access.getName());
  }

  /**
   * Whether a parameter of the target has one of these types, named as {@link Class#getName()}
   * names them.
   */
  private static Predicate<JavaAccess<?>> takes(Set<String> types) {
    return access ->
        access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
            && target.getRawParameterTypes().stream()
                .anyMatch(type -> types.contains(type.getName()));
  }

  private static void forbid(JavaClasses classes, String what, Predicate<JavaAccess<?>> banned) {
    noClasses()
        .should()
        .accessTargetWhere(DescribedPredicate.describe("is one of " + what, banned))
        .allowEmptyShould(true)
        .check(classes);
  }
}
