package io.github.unrolled;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.RandomSearch;
import io.github.unrolled.train.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** Every number that the article prints, by its name, as the project's own code computes it. */
final class Claims {
  /** Epochs of each race between the two methods. */
  static final int RACE_EPOCHS = 1000;

  /** What a number that is 0 may differ from it by rounding. */
  static final double ZERO = 1e-12;

  private static final Article ARTICLE = new Article();

  private final Map<String, DoubleSupplier> computations = new LinkedHashMap<>();

  Claims() {
    network();
    sequences();
    weights();
    activations();
    training();
    steps();
    capacity();
    optimizationAndScale();
  }

  /** The names of all numbers. */
  Set<String> names() {
    return computations.keySet();
  }

  /**
   * Computes a number.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  double compute(String name) {
    DoubleSupplier computation = computations.get(name);
    if (computation == null) {
      throw new IllegalArgumentException("name: nothing computes " + name);
    }
    return computation.getAsDouble();
  }

  private void network() {
    claim("first-state", () -> trial("try-step").state(1));
    claim("second-state", () -> trial("try-step").state(2));
    claim("second-state-without-memory", () -> trial("try-forget").state(2));
  }

  private void sequences() {
    for (Task task : Task.values()) {
      if (!task.isMemory() && task != Task.CUSTOM) {
        String name = task.label().toLowerCase(Locale.ROOT);
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
      String name = activation.label().toLowerCase(Locale.ROOT);
      claim("slope-" + name, () -> largestSlope(activation));
    }
    claim("sigmoid-rest", () -> Activation.SIGMOID.value(0));
    double start = trial("start").atStart().parameters().get(ElmanUnit.HIDDEN_WEIGHT);
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
    claim("rattle-weight-even", () -> inputWeight(trial("rattle").trained()));
    claim("rattle-weight-odd", () -> inputWeight(trial("rattle").after(1)));
    claim("rattle-loss-even", () -> trial("rattle").trained().loss());
    claim("rattle-loss-odd", () -> trial("rattle").after(1).loss());
  }

  private void capacity() {
    claim("sine-line-loss", () -> trial("sine-line").loss());
    claim("sine-curve-loss", Claims::lossOfBestCurveOnSine);
    claim("sine-unit-loss", () -> trial("sine-unit").loss());
    claim("sine-unstable-loss", () -> LeastSquares.linearUnit(normalized(Task.SINE), -3).loss());
    claim("sine-unstable-growth", () -> Math.pow(3, normalized(Task.SINE).steps() - 1) / 1e6);
    claim("sine-trained-weight", () -> trainedHiddenWeight("sine-train"));
    claim("sine-trained-loss", () -> trial("sine-train").trained().loss());
    claim("sine-two-units", Claims::lossOfTwoUnitsOnSine);
    claim("fibonacci-two-units", Claims::lossOfTwoUnitsOnFibonacci);
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
    claim("fibonacci-free", Claims::errorOfFibonacciLineOnItsOwn);
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
    claim("scale-normalized-rms", Claims::rawErrorOfNormalizedRun);
  }

  private void claim(String name, DoubleSupplier computation) {
    computations.put(name, computation);
  }

  static Trial trial(String id) {
    return Trial.of(ARTICLE.handle(id));
  }

  static Problem normalized(Task task) {
    return Problem.nextValue(task.values(task.defaultSteps(), Numbers.of()), Scaling.NORMALIZED);
  }

  static LeastSquares fibonacciLine() {
    return LeastSquares.line(normalized(Task.FIBONACCI));
  }

  static double inputWeight(Snapshot snapshot) {
    return snapshot.parameters().get(ElmanUnit.INPUT_WEIGHT);
  }

  static double trainedHiddenWeight(String id) {
    return trial(id).trained().parameters().get(ElmanUnit.HIDDEN_WEIGHT);
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

  private static double winsOfSearch(String id) {
    return (double)
        IntStream.rangeClosed(1, 20)
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

  /** Any function of the input alone answers each of its values with the mean of what follows. */
  private static double lossOfBestCurveOnSine() {
    Problem problem = normalized(Task.SINE);
    double sum = 0;
    for (int t = 0; t < problem.steps(); t++) {
      double input = problem.inputs().get(t);
      double mean =
          IntStream.range(0, problem.steps())
              .filter(other -> Math.abs(problem.inputs().get(other) - input) < ZERO)
              .mapToDouble(problem.targets()::get)
              .average()
              .orElseThrow();
      sum += Math.pow(problem.targets().get(t) - mean, 2);
    }
    return sum / problem.steps();
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
