package io.github.unrolled;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import io.github.unrolled.train.Snapshot;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the playground does when a handle is followed, without the playground: the tokens of the
 * handle, understood as the element understands its attributes and methods.
 *
 * @throws IllegalArgumentException where a token is unknown or its value out of range
 */
final class Trial {
  private static final int MAX_SPEED = 25_000;

  private final double[] weights = new double[5];
  private Task task = Task.FIBONACCI;
  private int steps = Task.FIBONACCI.defaultSteps();
  private Numbers own = Numbers.of();
  private Scaling scaling = Scaling.NORMALIZED;
  private Activation activation = Activation.TANH;
  private double learningRate = 0.01;
  private Clipping clipping = new Clipping(Clipping.Kind.ELEMENT_WISE, 5);
  private int seed = 1;
  private int epochs;

  private Trial() {}

  /** Follows a handle up to where it trains a given number of epochs or starts to run. */
  static Trial of(Article.Handle handle) {
    Trial trial = new Trial();
    for (String token : handle.tokens()) {
      int at = token.indexOf('=');
      if (at < 0) {
        trial.call(token);
      } else {
        trial.set(token.substring(0, at), token.substring(at + 1));
      }
    }
    trial.problem();
    return trial;
  }

  private void call(String method) {
    switch (method) {
      case "reset", "train", "search", "pause", "step", "stepBack" -> {}
      default -> throw new IllegalArgumentException("token: no method is called " + method);
    }
  }

  private void set(String name, String value) {
    switch (name) {
      case "task" -> {
        task = Task.valueOf(value.toUpperCase(Locale.ROOT));
        steps = task.defaultSteps();
      }
      case "numbers" ->
          own =
              Numbers.of(
                  Arrays.stream(value.split(",")).mapToDouble(Double::parseDouble).toArray());
      case "length" -> steps = (int) inRange(value, Task.MIN_STEPS, Task.MAX_STEPS);
      case "scaling" -> scaling = Scaling.valueOf(value.toUpperCase(Locale.ROOT));
      case "activation" -> activation = Activation.valueOf(value.toUpperCase(Locale.ROOT));
      case "learning-rate" -> learningRate = inRange(value, 1e-4, 1);
      case "clipping" ->
          clipping =
              new Clipping(
                  Clipping.Kind.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_')),
                  clipping.limit());
      case "clip-limit" -> clipping = new Clipping(clipping.kind(), Double.parseDouble(value));
      case "seed" -> seed = (int) inRange(value, 0, 999_999_999);
      case "speed" -> {
        if (!value.equals("max")) {
          inRange(value, 1, MAX_SPEED);
        }
      }
      case "step" -> inRange(value, 0, steps);
      case "input-weight" -> weights[ElmanUnit.INPUT_WEIGHT] = weight(value);
      case "hidden-weight" -> weights[ElmanUnit.HIDDEN_WEIGHT] = weight(value);
      case "output-weight" -> weights[ElmanUnit.OUTPUT_WEIGHT] = weight(value);
      case "hidden-bias" -> weights[ElmanUnit.HIDDEN_BIAS] = weight(value);
      case "output-bias" -> weights[ElmanUnit.OUTPUT_BIAS] = weight(value);
      case "train" -> epochs = (int) inRange(value, 1, 10_000);
      default -> throw new IllegalArgumentException("token: no attribute is called " + name);
    }
  }

  /** The sliders of the page reach from -3 to 3. */
  private static double weight(String value) {
    return inRange(value, -3, 3);
  }

  private static double inRange(String value, double low, double high) {
    double number = Double.parseDouble(value);
    if (!(number >= low && number <= high)) {
      throw new IllegalArgumentException(
          "value: expected " + low + " to " + high + ", got " + value);
    }
    return number;
  }

  Problem problem() {
    return Problem.nextValue(task.values(steps, own), scaling);
  }

  double weight(int index) {
    return weights[index];
  }

  /** A run that has not begun. */
  private Run start(int searchSeed) {
    Problem problem = problem();
    return new Run(
        new NetworkShape(activation).newNetwork(),
        problem.inputs(),
        problem.targets(),
        Numbers.of(weights),
        learningRate,
        clipping,
        searchSeed);
  }

  /** What the page shows before any training. */
  Snapshot atStart() {
    return start(seed).snapshot(Method.BPTT);
  }

  /** What the page shows after the epochs that the handle itself asks for. */
  Snapshot trained() {
    return after(epochs);
  }

  /** What the page shows after some epochs with no search beside them. */
  Snapshot after(int count) {
    Run run = start(seed);
    for (int i = 0; i < count; i++) {
      if (run.epoch() != null) {
        throw new IllegalStateException("training diverged in epoch " + i);
      }
    }
    return run.snapshot(Method.BPTT);
  }

  /** What the page shows after some epochs and as much work of random search. */
  Snapshot race(int count, int searchSeed) {
    Run run = start(searchSeed);
    for (int i = 0; i < count; i++) {
      run.epoch();
      for (int draw = 0; draw < Bptt.WORK_PER_EPOCH; draw++) {
        run.attempt();
      }
    }
    return run.snapshot(Method.BPTT);
  }

  /** Trains until a number overflows, and says which. */
  Divergence divergence() {
    Run run = start(seed);
    for (int i = 0; i < 1000; i++) {
      Divergence divergence = run.epoch();
      if (divergence != null) {
        return divergence;
      }
    }
    throw new IllegalStateException("training did not diverge in 1000 epochs");
  }

  double loss() {
    return atStart().loss();
  }

  /** State h_t at the start; t counts from 1. */
  double state(int t) {
    return atStart().pass().hiddenState(t - 1, 0);
  }

  Pass pass() {
    return atStart().pass();
  }
}
