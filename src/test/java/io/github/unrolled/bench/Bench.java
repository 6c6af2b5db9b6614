package io.github.unrolled.bench;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.Sgd;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Bptt;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;

/**
 * The part of {@link Benchmark} that is compiled as the page is: trains the core's own networks,
 * and tells what else is needed to do the same by hand.
 */
public final class Bench {
  private static final int STEPS = 20;
  private static final double LEARNING_RATE = 0.01;
  private static final double CLIP_LIMIT = 5;
  private static final double[] START = {0.5, 0.4, 0.1, 0.6, -0.1};

  private static double[] inputs = {};
  private static double[] targets = {};
  private static @Nullable Network network;
  private static @Nullable Bptt bptt;

  private Bench() {}

  /**
   * Chooses the sequence.
   *
   * @param task its task's label
   */
  @JSExport
  public static void choose(String task) {
    Problem problem =
        Problem.nextValue(taskLabelled(task).values(STEPS, Numbers.of()), Scaling.NORMALIZED);
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

  /** Start weights. */
  @JSExport
  public static double[] start() {
    return START.clone();
  }

  /** Step size. */
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
   * Starts the training of a scalar network on the sequence chosen.
   *
   * @param activation its activation's label
   */
  @JSExport
  public static void begin(String activation) {
    Network made = NetworkShape.unit(activationLabelled(activation)).newNetwork();
    network = made;
    bptt =
        new Bptt(
            made,
            inputs,
            targets,
            START,
            new Sgd(),
            LEARNING_RATE,
            new Clipping(Clipping.Kind.ELEMENT_WISE, CLIP_LIMIT),
            STEPS);
  }

  /** Trains on; whether all numbers stayed finite. */
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
        .forward(begun(bptt).parameters(), inputs, targets, begun(network).newPass(STEPS));
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

  private static Activation activationLabelled(String label) {
    for (Activation activation : Activation.values()) {
      if (activation.label().equals(label)) {
        return activation;
      }
    }
    throw new IllegalArgumentException("activation: unknown: " + label);
  }
}
