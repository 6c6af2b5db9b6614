package io.github.unrolled.bench;

import io.github.unrolled.insight.GradientThroughTime;
import io.github.unrolled.insight.LossLandscape;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Elementary;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.Sgd;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.RandomSearch;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;

/**
 * The part of {@link Benchmark} that is compiled like the page: trains the core's own networks, and
 * gives the data for doing the same by hand.
 */
public final class Bench {
  private static final double LEARNING_RATE = 0.01;
  private static final double CLIP_LIMIT = 5;
  private static final double[] UNIT_START = {0.5, 0.4, 0.1, 0.6, -0.1};
  private static final int SEED = 1;

  private static double[] inputs = {};
  private static double[] targets = {};
  private static NetworkShape shape = NetworkShape.unit(Activation.TANH);
  private static @Nullable Network network;
  private static @Nullable Bptt bptt;

  private Bench() {}

  /**
   * Chooses a task's sequence.
   *
   * @param task its label
   * @param steps number of time steps T, within what the task allows
   */
  @JSExport
  public static void chooseTask(String task, int steps) {
    choose(taskLabelled(task).problem(steps, Numbers.of(), Scaling.NORMALIZED, 1, SEED));
  }

  /**
   * Chooses the sum of two waves.
   *
   * @param steps number of time steps T, any
   */
  @JSExport
  public static void chooseWaves(int steps) {
    double[] values = new double[steps + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = Elementary.sin(0.7 * i) + Elementary.sin(0.3 * i);
    }
    choose(Problem.nextValue(Numbers.of(values), Scaling.NORMALIZED));
  }

  private static void choose(Problem problem) {
    inputs = problem.inputs().toArray();
    targets = problem.targets().toArray();
  }

  /** Inputs of the sequence, shape [T]. */
  @JSExport
  public static double[] inputs() {
    return inputs.clone();
  }

  /** Expected outputs, shape [T]. */
  @JSExport
  public static double[] targets() {
    return targets.clone();
  }

  /** Start weights of the chosen network, shape [P]. */
  @JSExport
  public static double[] start() {
    if (shape.isScalar()) {
      return UNIT_START.clone();
    }
    Rng rng = new Rng(SEED, 0);
    double[] start = new double[shape.newNetwork().parameterCount()];
    double bound = 1 / Math.sqrt(shape.hiddenSize());
    for (int i = 0; i < start.length; i++) {
      start[i] = rng.uniform(-bound, bound);
    }
    return start;
  }

  /** Learning rate. */
  @JSExport
  public static double learningRate() {
    return LEARNING_RATE;
  }

  /** Limit of the element-wise clipping. */
  @JSExport
  public static double clipLimit() {
    return CLIP_LIMIT;
  }

  /**
   * Starts the training of a network on the chosen sequence.
   *
   * @param cell its cell's attribute
   * @param hiddenSize number of hidden units H
   * @param activation its activation's label
   */
  @JSExport
  public static void begin(String cell, int hiddenSize, String activation) {
    shape = new NetworkShape(cellNamed(cell), hiddenSize, activationLabelled(activation), true);
    Network made = shape.newNetwork();
    network = made;
    bptt =
        new Bptt(
            made,
            inputs,
            targets,
            start(),
            new Sgd(),
            LEARNING_RATE,
            new Clipping(Clipping.Kind.ELEMENT_WISE, CLIP_LIMIT),
            inputs.length);
  }

  /** Trains further; returns whether all numbers stayed finite. */
  @JSExport
  public static boolean train(int epochs) {
    Bptt begun = begun(bptt);
    for (int i = 0; i < epochs; i++) {
      if (begun.epoch() != null) {
        return false;
      }
    }
    return true;
  }

  /** Loss of the network as it is now. */
  @JSExport
  public static double loss() {
    return begun(network)
        .forward(begun(bptt).parameters(), inputs, targets, begun(network).newPass(inputs.length));
  }

  /** Computes the loss landscape of the start network over its first two parameters. */
  @JSExport
  public static double landscape() {
    ParameterPlane plane = ParameterPlane.ofParameters(shape, 0, 1);
    plane.goThrough(Numbers.of(start()));
    LossLandscape landscape = new LossLandscape(shape.newNetwork(), inputs, targets, plane);
    landscape.start(plane, RandomSearch.RANGE, RandomSearch.RANGE);
    landscape.work(LossLandscape.SIZE * LossLandscape.SIZE);
    return landscape.losses()[0];
  }

  /**
   * Computes the gradient of each step's loss with respect to each state, all that the page shows.
   */
  @JSExport
  public static double gradientThroughTime() {
    GradientThroughTime matrix =
        new GradientThroughTime(shape, Numbers.of(inputs), Numbers.of(targets), inputs.length);
    matrix.begin(Numbers.of(start()), shape.zeroState(), -1);
    matrix.work(Integer.MAX_VALUE);
    return matrix.entry(matrix.last(), matrix.first());
  }

  private static <T> T begun(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("begin() comes first");
    }
    return value;
  }

  private static Task taskLabelled(String label) {
    for (Task task : Task.values()) {
      if (task.label().equals(label)) {
        return task;
      }
    }
    throw new IllegalArgumentException("task: unknown: " + label);
  }

  private static CellType cellNamed(String attribute) {
    for (CellType cell : CellType.values()) {
      if (cell.attribute().equals(attribute)) {
        return cell;
      }
    }
    throw new IllegalArgumentException("cell: unknown: " + attribute);
  }

  private static Activation activationLabelled(String label) {
    for (Activation activation : Activation.values()) {
      if (activation.label().equals(label)) {
        return activation;
      }
    }
    throw new IllegalArgumentException("activation: unknown: " + label);
  }
}
