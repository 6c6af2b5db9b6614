package io.github.unrolled;

import io.github.unrolled.insight.FreeRun;
import io.github.unrolled.insight.TakeoverFan;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.Pass;
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
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** Every number that the article prints, by its name, as the project's own code computes it. */
final class Claims {
  /** Epochs of each race between the two methods. */
  static final int RACE_EPOCHS = 1000;

  /** How far rounding may move a number that should be 0. */
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
    remembered();
    secondUnit();
    memoryTasks();
    gates();
    verdicts();
    instruments();
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
    claim("window-one-loss", () -> trial("window-one").trained().loss());
    claim("window-all-loss", () -> trial("window-all").trained().loss());
    claim("race-fibonacci-wins", () -> 20 - winsOfSearch("race-fibonacci"));
    claim("race-alternating-wins", () -> winsOfSearch("race-alternating"));
  }

  private void steps() {
    for (String rate : List.of("0.001", "0.01", "0.1", "1")) {
      claim("rate-" + rate, () -> trial("rate-" + rate).trained().loss());
    }
    for (String optimizer : List.of("momentum", "rmsprop", "adam")) {
      claim("with-" + optimizer, () -> trial("with-" + optimizer).trained().loss());
    }
    claim("raw-gradient", () -> trial("diverge").atStart().gradientNorm());
    claim(
        "normalized-gradient",
        () -> Trial.of(Article.handleThatRuns("fresh activation=linear")).atStart().gradientNorm());
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
    claim("rattle-loss-even", () -> trial("rattle").trained().loss());
    claim("rattle-loss-odd", () -> trial("rattle").after(1).loss());
  }

  private void remembered() {
    claim("fibonacci-slope", () -> longFibonacciLine().coefficient(0));
    claim("fibonacci-intercept", () -> longFibonacciLine().coefficient(1));
    claim(
        "fibonacci-r2",
        () ->
            100
                * (1
                    - longFibonacciLine().loss()
                        / LeastSquares.mean(trial("fibonacci-alone").problem()).loss()));
    claim("fibonacci-on-loss", () -> lossWithMemory("fibonacci-off"));
    claim("fibonacci-off-loss", () -> trial("fibonacci-off").trained().loss());
    claim(
        "mean-long-fibonacci", () -> LeastSquares.mean(trial("fibonacci-alone").problem()).loss());
    claim("fibonacci-trained-weight", () -> trainedHiddenWeight("fibonacci-train"));
    claim("sine-on-loss", () -> lossWithMemory("sine-off"));
    claim("sine-off-loss", () -> trial("sine-off").trained().loss());
    claim("fibonacci-rms", () -> Math.sqrt(trial("fibonacci-alone").loss()));
    claim("fibonacci-free", () -> errorAtTheLastHorizon("fibonacci-alone"));
    claim("heart-train", () -> trial("heart").trained().loss());
    claim("heart-test", () -> trial("heart").trained().testLoss());
    claim("heart-zero", () -> testLossOfZero("heart"));
    claim("rule-train", () -> trial("rule").trained().loss());
    claim("rule-test", () -> trial("rule").trained().testLoss());
    claim("count-rule", () -> parameterCount("rule"));
  }

  private void secondUnit() {
    claim("fibonacci-two-units", () -> trial("fibonacci-exact").loss());
    claim("fibonacci-train-two", () -> trial("fibonacci-train-two").trained().loss());
    claim("sine-line-loss", () -> trial("sine-line").loss());
    claim("sine-unit-loss", () -> trial("sine-unit").loss());
    claim("sine-unstable-loss", () -> LeastSquares.linearUnit(normalized(Task.SINE), -3).loss());
    claim("sine-unstable-growth", () -> Math.pow(3, normalized(Task.SINE).steps() - 1) / 1e6);
    claim("sine-two-units", () -> trial("sine-exact").loss());
    claim("sine-clock-test", () -> trial("sine-clock").trained().testLoss());
  }

  private void memoryTasks() {
    claim("sum-leak", () -> trial("sum-leak").loss());
    claim("sum-burst", () -> trial("sum-burst").loss());
    for (String lock : List.of("weak", "strong")) {
      claim("lock-" + lock, () -> stepsWithRightSign("lock-" + lock));
    }
    claim("lock-factor", Claims::factorAtRest);
    claim("parity-two", () -> trial("parity-two").trained().testLoss());
  }

  private void gates() {
    double open = Activation.SIGMOID.value(3);
    claim("gate-open", () -> open);
    claim("gate-kept", () -> Math.pow(open, 24));
    claim("plain-kept", () -> Math.pow(0.5, 24));
    for (String cell : List.of("plain", "gru", "lstm")) {
      claim("count-" + cell, () -> parameterCount("parity-" + cell));
      claim("parity-" + cell, () -> trial("parity-" + cell).trained().testLoss());
    }
  }

  private void verdicts() {
    claim("echo-three", () -> trial("echo-three").trained().loss());
    claim("relu-solution-loss", () -> trial("relu-solution").loss());
    claim("relu-flipped-loss", () -> trial("relu-flipped").trained().loss());
    claim("reach-start", () -> reach(trial("scale-raw").atStart()));
    claim("reach-sliders", () -> 2 * RandomSearch.RANGE);
    claim("raw-last-target", () -> last(trial("scale-raw").problem().targets()));
    claim(
        "scale-raw-weight",
        () -> trial("scale-raw").trained().parameters().get(ElmanUnit.OUTPUT_WEIGHT));
    claim("scale-raw-rms", () -> Math.sqrt(trial("scale-raw").trained().loss()));
    claim("scale-raw-rms-next", () -> Math.sqrt(trial("scale-raw").after(1).loss()));
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

  /** The best line over the longer sequence in the section on memory. */
  static LeastSquares longFibonacciLine() {
    return LeastSquares.line(trial("fibonacci-alone").problem());
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

  private static double parameterCount(String id) {
    return trial(id).experiment().shape().newNetwork().parameterCount();
  }

  /** The loss that training had reached before memory was switched off. */
  static double lossWithMemory(String id) {
    return Objects.requireNonNull(trial(id).now().otherMemory()).finalLoss();
  }

  /**
   * The error that the page prints below the chart: free running as far ahead as there are steps.
   */
  private static double errorAtTheLastHorizon(String id) {
    Trial trial = trial(id);
    Problem problem = trial.problem();
    FreeRun freeRun = new FreeRun(trial.experiment().shape().newNetwork(), problem.steps());
    TakeoverFan fan =
        new TakeoverFan(
            freeRun,
            problem.expectedBeyond(),
            trial.atStart().parameters().toArray(),
            trial.pass());
    while (!fan.isDone()) {
      fan.runNext();
    }
    return fan.error(problem.steps());
  }

  /**
   * The last error of a network that gets the inputs up to the takeover and then its own outputs.
   */
  static double lastErrorOnItsOwn(String id) {
    Trial trial = trial(id);
    Problem problem = trial.problem();
    Network network = trial.experiment().shape().newNetwork();
    double[] parameters = trial.trained().parameters().toArray();
    double[] inputs = problem.inputs().toArray();
    Pass pass = network.newPass(problem.steps());
    for (int t = 0; t < problem.steps(); t++) {
      if (t >= trial.experiment().takeover()) {
        inputs[t] = pass.output(t - 1);
      }
      network.step(parameters, inputs, pass, t);
    }
    return Math.abs(pass.output(problem.steps() - 1) - last(problem.targets()));
  }

  /** Mean square of the targets of the test steps. */
  private static double testLossOfZero(String id) {
    Problem problem = trial(id).problem();
    return IntStream.range(problem.trainSteps(), problem.steps())
        .mapToDouble(t -> Math.pow(problem.targets().get(t), 2))
        .average()
        .orElseThrow();
  }

  static double stepsWithRightSign(String id) {
    Trial trial = trial(id);
    return (double)
        IntStream.rangeClosed(1, trial.problem().steps())
            .filter(t -> trial.state(t) * trial.problem().targets().get(t - 1) > 0)
            .count();
  }

  /** The factor of a gradient at each step while a strong lock rests without input. */
  private static double factorAtRest() {
    double weight = trial("lock-strong").atStart().parameters().get(ElmanUnit.HIDDEN_WEIGHT);
    double state = 1;
    for (int i = 0; i < 1000; i++) {
      state = Activation.TANH.value(weight * state);
    }
    return weight * Activation.TANH.derivative(weight * state);
  }

  private void instruments() {
    claim("walk-loss", () -> trial("walk").trained().loss());
    claim("walk-left-loss", () -> trial("walk-left").trained().loss());
    claim("map-lock-point", () -> lockedState());
    claim("map-lock-slope", () -> 1.5 * Activation.TANH.derivative(1.5 * lockedState()));
    claim("matrix-half", () -> Math.pow(0.5, 7));
    claim("matrix-grow", () -> Math.pow(1.5, 7));
    claim("sum-total", () -> IntStream.rangeClosed(1, 8).mapToDouble(Claims::partOfSum).sum());
    claim("sum-largest", () -> partOfSum(largestPart()));
    claim("sum-largest-step", () -> largestPart());
    claim("dials-angle", () -> turnOf("dials"));
    claim("check-large", () -> errorOfQuotients("check", 0.1));
    claim("check-good", () -> errorOfQuotients("check", 1e-5));
    claim("timeline-from", () -> trial("timeline").loss());
    claim("timeline-to", () -> trial("timeline").trained().loss());
    claim("timeline-early", () -> trial("start").after(200).loss());
  }

  /** The state in which a unit with W_hidden = 1.5 rests without input. */
  private static double lockedState() {
    double state = 1;
    for (int i = 0; i < 1000; i++) {
      state = Activation.TANH.value(1.5 * state);
    }
    return state;
  }

  /** The part of a step in the gradient of W_hidden. */
  private static double partOfSum(int t) {
    Pass pass = trial("sum").pass();
    return pass.hiddenGradient(t - 1, 0) * pass.slope(t - 1, 0) * pass.hiddenState(t - 2, 0);
  }

  private static int largestPart() {
    int largest = 1;
    for (int t = 2; t <= 8; t++) {
      largest = Math.abs(partOfSum(t)) > Math.abs(partOfSum(largest)) ? t : largest;
    }
    return largest;
  }

  private static double turnOf(String id) {
    double[] before = trial(id).atStart().gradient().toArray();
    double product = 0;
    double[] after = before.clone();
    for (int i = 0; i < after.length; i++) {
      after[i] = Math.max(-5, Math.min(5, before[i]));
      product += before[i] * after[i];
    }
    double cosine = product / Vectors.norm(before) / Vectors.norm(after);
    return Math.toDegrees(Math.acos(cosine));
  }

  private static double errorOfQuotients(String id, double epsilon) {
    Trial trial = trial(id);
    Problem problem = trial.problem();
    double[] gradient = trial.atStart().gradient().toArray();
    double[] difference = new double[gradient.length];
    double[] quotients = new double[gradient.length];
    for (int i = 0; i < gradient.length; i++) {
      double[] losses = new double[2];
      for (int side = 0; side < 2; side++) {
        double[] moved = trial.atStart().parameters().toArray();
        moved[i] += side == 0 ? epsilon : -epsilon;
        Network network = trial.experiment().shape().newNetwork();
        losses[side] =
            network.forward(
                moved,
                problem.inputs().toArray(),
                problem.targets().toArray(),
                network.newPass(problem.steps()));
      }
      quotients[i] = (losses[0] - losses[1]) / (2 * epsilon);
      difference[i] = gradient[i] - quotients[i];
    }
    return Vectors.norm(difference) / Math.max(Vectors.norm(gradient), Vectors.norm(quotients));
  }
}
