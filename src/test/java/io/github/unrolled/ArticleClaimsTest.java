package io.github.unrolled;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.RandomSearch;
import io.github.unrolled.train.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whether every number in the article is true, and every handle does what the article says. */
class ArticleClaimsTest {
  private static final Article ARTICLE = new Article();

  /** What a printed 0 may hide. */
  private static final double ZERO = 1e-12;

  private static final int RACE_EPOCHS = 1000;

  private final Map<String, DoubleSupplier> computations = new LinkedHashMap<>();

  ArticleClaimsTest() {
    network();
    sequences();
    weights();
    activations();
    training();
    steps();
    capacity();
    optimizationAndScale();
  }

  // What the numbers are --------------------------------------------------------------------------

  private void network() {
    claim("first-state", () -> trial("try-step").state(1));
    claim("second-state", () -> trial("try-step").state(2));
    claim("second-state-without-memory", () -> trial("try-forget").state(2));
  }

  private void sequences() {
    for (Task task : Task.values()) {
      if (task != Task.CUSTOM) {
        String name = task.label().toLowerCase(java.util.Locale.ROOT);
        claim("mean-" + name, () -> LeastSquares.mean(normalized(task)).loss());
        claim("line-" + name, () -> LeastSquares.line(normalized(task)).loss());
      }
    }
    claim("sine-shared-value", () -> normalized(Task.SINE).inputs().get(1));
  }

  private void weights() {
    for (String echo : List.of("half", "nine", "one", "grow", "flip")) {
      for (int steps : new int[] {1, 3, 11}) {
        claim("echo-" + echo + "-" + steps, () -> trial("echo-" + echo).state(1 + steps));
      }
    }
    claim("latch-up", () -> trial("latch-up").state(12));
    claim("latch-down", () -> trial("latch-down").state(12));
    claim("mirror-loss", () -> trial("mirror").loss());
  }

  private void activations() {
    for (Activation activation : Activation.values()) {
      String name = activation.label().toLowerCase(java.util.Locale.ROOT);
      claim("slope-" + name, () -> largestSlope(activation));
    }
    claim("sigmoid-rest", () -> Activation.SIGMOID.value(0));
    double start = trial("start").weight(ElmanUnit.HIDDEN_WEIGHT);
    claim("factor-seven", () -> Math.pow(start * largestSlope(Activation.TANH), 7));
    claim("factor-seven-sigmoid", () -> Math.pow(start * largestSlope(Activation.SIGMOID), 7));
    claim("saturation-gap", () -> 1 - trial("saturated").state(3));
    claim("saturated-loss", () -> trial("saturated").loss());
    claim(
        "saturated-gradient",
        () -> trial("saturated").atStart().gradient().get(ElmanUnit.INPUT_WEIGHT));
    claim("dead-loss", () -> trial("dead").after(1000).loss());
  }

  private void training() {
    for (String race : List.of("race-fibonacci", "race-alternating")) {
      claim(race + "-bptt", () -> trial(race).race(RACE_EPOCHS, 1).loss());
      claim(race + "-search", () -> trial(race).race(RACE_EPOCHS, 1).bestLoss());
    }
    claim("race-fibonacci-wins", () -> 20 - winsOfSearch("race-fibonacci"));
    claim("race-alternating-wins", () -> winsOfSearch("race-alternating"));
  }

  private void steps() {
    for (String rate : List.of("0.001", "0.01", "0.1", "1")) {
      claim("rate-" + rate, () -> trial("rate-" + rate).trained().loss());
    }
    claim("raw-gradient", () -> trial("diverge").atStart().gradientNorm());
    claim(
        "normalized-gradient",
        () -> Trial.of(ARTICLE.handleThatRuns("fresh activation=linear")).atStart().gradientNorm());
    claim("diverge-epoch", () -> trial("diverge").divergence().epoch());
    claim("tamed-loss", () -> trial("tamed").trained().loss());
    for (String clip : List.of("off", "element", "norm")) {
      claim("clip-" + clip + "-W-input", () -> clipped(clip)[ElmanUnit.INPUT_WEIGHT]);
      claim("clip-" + clip + "-W-hidden", () -> clipped(clip)[ElmanUnit.HIDDEN_WEIGHT]);
      claim("clip-" + clip + "-b-hidden", () -> clipped(clip)[ElmanUnit.HIDDEN_BIAS]);
      claim("clip-" + clip + "-W-output", () -> clipped(clip)[ElmanUnit.OUTPUT_WEIGHT]);
      claim("clip-" + clip + "-b-output", () -> clipped(clip)[ElmanUnit.OUTPUT_BIAS]);
      claim("clip-" + clip + "-length", () -> Vectors.norm(clipped(clip)));
      claim("clip-" + clip + "-angle", () -> degreesBetween(clipped("off"), clipped(clip)));
    }
    claim("clip-angle", () -> degreesBetween(clipped("off"), clipped("element")));
    claim("rattle-loss", () -> trial("rattle").trained().loss());
  }

  private void capacity() {
    claim("sine-line-loss", () -> trial("sine-line").loss());
    claim("sine-unit-loss", () -> trial("sine-unit").loss());
    claim("sine-unstable-loss", () -> LeastSquares.linearUnit(normalized(Task.SINE), -3).loss());
    claim("sine-unstable-growth", () -> Math.pow(3, normalized(Task.SINE).steps() - 1) / 1e6);
    claim("sine-trained-weight", () -> trainedHiddenWeight("sine-train"));
    claim("sine-trained-loss", () -> trial("sine-train").trained().loss());
    claim("sine-two-units", ArticleClaimsTest::lossOfTwoUnitsOnSine);
    claim("fibonacci-two-units", ArticleClaimsTest::lossOfTwoUnitsOnFibonacci);
    claim("fibonacci-slope", () -> fibonacciLine().coefficient(0));
    claim("fibonacci-intercept", () -> fibonacciLine().coefficient(1));
    claim(
        "fibonacci-r2",
        () ->
            100
                * (1
                    - fibonacciLine().loss()
                        / LeastSquares.mean(normalized(Task.FIBONACCI)).loss()));
    claim("fibonacci-trained-weight", () -> trainedHiddenWeight("fibonacci-train"));
    claim("fibonacci-rms", () -> Math.sqrt(fibonacciLine().loss()));
    claim("fibonacci-free", ArticleClaimsTest::errorOfFibonacciLineOnItsOwn);
  }

  private void optimizationAndScale() {
    claim("relu-solution-loss", () -> trial("relu-solution").loss());
    claim("relu-flipped-loss", () -> trial("relu-flipped").trained().loss());
    claim("reach-start", () -> reach(trial("scale-raw").atStart()));
    claim("reach-sliders", () -> 2 * RandomSearch.RANGE);
    claim("raw-last-target", () -> last(trial("scale-raw").problem().targets()));
    claim(
        "scale-raw-weight",
        () -> trial("scale-raw").trained().parameters().get(ElmanUnit.OUTPUT_WEIGHT));
    claim("scale-raw-rms", () -> Math.sqrt(trial("scale-raw").trained().loss()));
    claim("scale-normalized-rms", ArticleClaimsTest::rawErrorOfNormalizedRun);
  }

  private void claim(String name, DoubleSupplier computation) {
    computations.put(name, computation);
  }

  // Whether the page prints them
  // -------------------------------------------------------------------

  @TestFactory
  Stream<DynamicTest> everyClaimIsWhatIsComputed() {
    return ARTICLE.claims().stream()
        .filter(claim -> computations.containsKey(claim.name()))
        .map(
            claim ->
                DynamicTest.dynamicTest(
                    claim.name(),
                    () ->
                        assertPrinted(
                            claim.printed(), computations.get(claim.name()).getAsDouble())));
  }

  @Test
  void claimsAndComputationsBelongTogether() {
    Set<String> claimed =
        ARTICLE.claims().stream()
            .map(Article.Claim::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(computations.keySet()), claimed);
    assertEquals(ARTICLE.claims().size(), ARTICLE.claimMarks(), "a claim is not a plain span");
  }

  private static void assertPrinted(String printed, double value) {
    BigDecimal expected = new BigDecimal(printed.replace('\u2212', '-'));
    assertEquals(
        expected,
        new BigDecimal(value).setScale(expected.scale(), RoundingMode.HALF_UP),
        () -> "computed " + value);
    assertTrue(expected.signum() != 0 || Math.abs(value) < ZERO, () -> "not 0, but " + value);
  }

  // Whether the handles keep what the text around them promises
  // -------------------------------------

  @TestFactory
  Stream<DynamicTest> everyHandleIsUnderstood() {
    return ARTICLE.handles().stream()
        .map(
            handle ->
                DynamicTest.dynamicTest(
                    String.join(" ", handle.tokens()),
                    () -> {
                      assertEquals("#playground", handle.target());
                      Trial.of(handle);
                    }));
  }

  @Test
  void withoutTheHiddenWeightEqualInputsGiveEqualStates() {
    Trial trial = trial("try-forget");
    assertEquals(trial.problem().inputs().get(0), trial.problem().inputs().get(1));
    assertEquals(trial.state(1), trial.state(2));
  }

  @Test
  void threeSequencesAreSolvedByHand() {
    assertAll(
        () -> assertEquals(0, trial("hand-linear").loss(), ZERO),
        () -> assertEquals(0, trial("hand-alternating").loss(), ZERO),
        () -> assertEquals(0, trial("hand-exponential").loss(), ZERO),
        () -> assertEquals(fibonacciLine().loss(), trial("hand-fibonacci").loss(), 1e-8));
  }

  @Test
  void sineHasOneValueOnTheWayUpAndDown() {
    Problem sine = normalized(Task.SINE);
    assertEquals(sine.inputs().get(1), sine.inputs().get(3), ZERO);
    assertTrue(sine.targets().get(1) > sine.inputs().get(1));
    assertTrue(sine.targets().get(3) < sine.inputs().get(3));
  }

  @Test
  void tanhAboveOneSettlesAndKeepsTheSignForEver() {
    for (String latch : List.of("latch-up", "latch-down")) {
      double state = trial(latch).state(12);
      assertEquals(state, Activation.TANH.value(1.5 * state), 1e-5);
    }
  }

  @Test
  void theMirroredNetworkDiffersInTheSignOfItsStatesOnly() {
    Pass mirror = trial("mirror").pass();
    Pass start = trial("start").pass();
    for (int t = 0; t < start.steps(); t++) {
      assertEquals(-start.hiddenState(t, 0), mirror.hiddenState(t, 0));
      assertEquals(start.output(t), mirror.output(t));
    }
  }

  @Test
  void saturatedStatesStayWithinTheGap() {
    Trial trial = trial("saturated");
    double gap = 1 - trial.state(3);
    for (int t = 3; t <= trial.problem().steps(); t++) {
      assertTrue(Math.abs(1 - trial.state(t)) <= gap);
    }
  }

  @Test
  void theDeadUnitNeverFires() {
    Pass pass = trial("dead").after(1000).pass();
    for (int t = 0; t < pass.steps(); t++) {
      assertEquals(0, pass.hiddenState(t, 0));
      assertEquals(0, pass.slope(t, 0));
    }
    assertEquals(
        LeastSquares.mean(normalized(Task.EXPONENTIAL)).loss(), pass.loss(), 1e-8, "the mean");
  }

  @Test
  void onAlternatingTheReluUnitDiesOfTraining() {
    assertTrue(trial("race-alternating").pass().hiddenState(0, 0) > 0);
    Snapshot end = trial("race-alternating").race(RACE_EPOCHS, 1);
    for (int t = 0; t < end.pass().steps(); t++) {
      assertEquals(0, end.pass().hiddenState(t, 0));
    }
  }

  @Test
  void clippedAtTheUsualRateRawFibonacciNeverSettles() {
    Trial trial = trial("rattle");
    for (int epochs = 500; epochs <= 1000; epochs += 50) {
      assertEquals(1.9, trial.after(epochs).loss(), 0.1);
    }
  }

  @Test
  void noUnitThatDoesNotExplodeBeatsTheOneShownOnSine() {
    double shown = trial("sine-unit").loss();
    assertEquals(Math.pow(Math.sin(Math.PI / 8), 2) / 2, shown, 1e-9);
    for (int i = -100; i <= 100; i++) {
      if (i != 0) {
        double best = LeastSquares.linearUnit(normalized(Task.SINE), i / 100.0).loss();
        assertTrue(best >= shown - 1e-9, "hidden weight " + i / 100.0);
      }
    }
  }

  @Test
  void trainingALinearUnitOnFibonacciTurnsMemoryOff() {
    assertTrue(Math.abs(trainedHiddenWeight("fibonacci-train")) < 0.05);
  }

  // How they are computed
  // ---------------------------------------------------------------------------

  private static Trial trial(String id) {
    return Trial.of(ARTICLE.handle(id));
  }

  private static Problem normalized(Task task) {
    return Problem.nextValue(task.values(task.defaultSteps(), Numbers.of()), Scaling.NORMALIZED);
  }

  private static LeastSquares fibonacciLine() {
    return LeastSquares.line(normalized(Task.FIBONACCI));
  }

  private static double last(Numbers numbers) {
    return numbers.get(numbers.size() - 1);
  }

  private static double largestSlope(Activation activation) {
    return IntStream.rangeClosed(-3000, 3000)
        .mapToDouble(i -> activation.derivative(i / 1000.0))
        .max()
        .orElseThrow();
  }

  private static double trainedHiddenWeight(String id) {
    return trial(id).trained().parameters().get(ElmanUnit.HIDDEN_WEIGHT);
  }

  private static double winsOfSearch(String id) {
    return IntStream.rangeClosed(1, 20)
        .mapToObj(seed -> trial(id).race(RACE_EPOCHS, seed))
        .filter(end -> end.bestLoss() < end.loss())
        .count();
  }

  private static double[] clipped(String clip) {
    Clipping.Kind kind =
        switch (clip) {
          case "element" -> Clipping.Kind.ELEMENT_WISE;
          case "norm" -> Clipping.Kind.GLOBAL_NORM;
          default -> Clipping.Kind.OFF;
        };
    Snapshot start = trial("clip-" + clip).atStart();
    double[] gradient = start.gradient().toArray();
    new Clipping(kind, 5).clip(gradient, start.gradientNorm());
    return gradient;
  }

  private static double degreesBetween(double[] a, double[] b) {
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
    }
    double cosine = product / Vectors.norm(a) / Vectors.norm(b);
    // The arc cosine of a number next to 1 is all rounding error.
    return cosine > 1 - 1e-14 ? 0 : Math.toDegrees(Math.acos(cosine));
  }

  /** How far from 0 the outputs can get at these weights, whatever the input. */
  private static double reach(Snapshot snapshot) {
    return Math.abs(snapshot.parameters().get(ElmanUnit.OUTPUT_WEIGHT))
        + Math.abs(snapshot.parameters().get(ElmanUnit.OUTPUT_BIAS));
  }

  private static double rawErrorOfNormalizedRun() {
    Trial trial = trial("scale-normalized");
    double rawPerUnit = trial.problem().units().toRaw(1) - trial.problem().units().toRaw(0);
    return Math.sqrt(trial.trained().loss()) * rawPerUnit;
  }

  /** The line is given the first value and then only what it said itself. */
  private static double errorOfFibonacciLineOnItsOwn() {
    Problem problem = normalized(Task.FIBONACCI);
    LeastSquares line = fibonacciLine();
    double value = problem.inputs().get(0);
    for (int t = 0; t < problem.steps(); t++) {
      value = line.coefficient(0) * value + line.coefficient(1);
    }
    return Math.abs(value - last(problem.targets()));
  }

  /** One unit holds the present value, the other the one before, the output adds them; raw. */
  private static double lossOfTwoUnitsOnFibonacci() {
    Problem problem =
        Problem.nextValue(
            Task.FIBONACCI.values(Task.FIBONACCI.defaultSteps(), Numbers.of()), Scaling.RAW);
    double present = 0;
    double sum = 0;
    for (int t = 0; t < problem.steps(); t++) {
      double before = present;
      present = problem.inputs().get(t);
      double error = present + before - problem.targets().get(t);
      sum += error * error;
    }
    return sum / problem.steps();
  }

  /**
   * Two states turned by an eighth of a circle at each step. Their biases move the centre of the
   * circle away from the start at 0; no input is needed.
   */
  private static double lossOfTwoUnitsOnSine() {
    Problem problem = normalized(Task.SINE);
    double cos = Math.cos(Math.PI / 4);
    double sin = Math.sin(Math.PI / 4);
    // With the centre at (1, 0) the states are (1 - cos, -sin) of the angle turned.
    double firstBias = 1 - cos;
    double secondBias = -sin;
    double first = 0;
    double second = 0;
    double sum = 0;
    for (int t = 0; t < problem.steps(); t++) {
      double turned = cos * first - sin * second + firstBias;
      second = sin * first + cos * second + secondBias;
      first = turned;
      double error = -second - problem.targets().get(t);
      sum += error * error;
    }
    return sum / problem.steps();
  }
}
