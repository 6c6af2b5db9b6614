package io.github.unrolled.train;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One problem and both methods at work on it, each with a network of its own: BPTT from the start
 * parameters, random search from its seed. Both see only the steps that train. A run is determined
 * by the arguments of its constructor and the calls since.
 */
public final class Run {
  private final NetworkShape shape;
  private final Network network;
  private final double[] inputs;
  private final double[] targets;
  private final int trainSteps;
  private final Bptt bptt;
  private RandomSearch search;
  private Clipping clipping;
  private OptimizerKind optimizer;
  private int window;

  /**
   * Starts a run at epoch 0 and try 0.
   *
   * @param start start parameters of BPTT, shape [P]; those that the shape holds at zero start at
   *     zero
   * @param startState h_0 of every pass, shape [H]
   * @param window number of steps after which backpropagation is truncated, at least 1; T or more
   *     for no truncation
   * @param seed of random search
   */
  public Run(
      NetworkShape shape,
      Problem problem,
      Numbers start,
      Numbers startState,
      OptimizerKind optimizer,
      double learningRate,
      Clipping clipping,
      int window,
      int seed) {
    this.shape = shape;
    this.optimizer = optimizer;
    this.clipping = clipping;
    this.window = window;
    network = shape.newNetwork(startState);
    inputs = problem.inputs().toArray();
    targets = problem.targets().toArray();
    trainSteps = problem.trainSteps();
    double[] trainInputs = Arrays.copyOf(inputs, trainSteps);
    double[] trainTargets = Arrays.copyOf(targets, trainSteps);
    bptt =
        new Bptt(
            network,
            trainInputs,
            trainTargets,
            held(start),
            optimizer.newOptimizer(start.size()),
            learningRate,
            clipping,
            window);
    search = new RandomSearch(network, shape::hold, trainInputs, trainTargets, seed);
  }

  private double[] held(Numbers parameters) {
    double[] held = parameters.toArray();
    shape.hold(held);
    return held;
  }

  /** Continues the search of a run that differs only in its start parameters. */
  public void continueSearchOf(Run other) {
    search = other.search;
  }

  /** Changes the learning rate from the next epoch on. */
  public void setLearningRate(double learningRate) {
    bptt.setLearningRate(learningRate);
  }

  /** Changes the clipping from the next epoch on. */
  public void setClipping(Clipping clipping) {
    this.clipping = clipping;
    bptt.setClipping(clipping);
  }

  /** Changes the optimizer from the next epoch on; one of the same kind keeps its memory. */
  public void setOptimizer(OptimizerKind kind) {
    if (kind != optimizer) {
      optimizer = kind;
      bptt.setOptimizer(kind.newOptimizer(network.parameterCount()));
    }
  }

  /** Changes the truncation window, in steps, from the next epoch on. */
  public void setWindow(int window) {
    this.window = window;
    bptt.setWindow(window);
  }

  /** Sets the parameters of the network that BPTT trains; the epoch stays. */
  public void setParameters(Numbers parameters) {
    bptt.setParameters(held(parameters));
  }

  /** Makes the optimizer of BPTT forget all earlier steps; the epoch stays. */
  public void forgetSteps() {
    bptt.forgetSteps();
  }

  /** Parameters of a method's network: the trained ones, or the best draw. */
  public Numbers parameters(Method method) {
    return method == Method.RANDOM_SEARCH && search.hasBest()
        ? Numbers.of(search.best())
        : Numbers.of(bptt.parameters());
  }

  /** Does one epoch of BPTT; returns what overflowed, with finite parameters restored, or null. */
  public @Nullable Divergence epoch() {
    return bptt.epoch();
  }

  /** Does one try of random search. */
  public void attempt() {
    search.attempt();
  }

  /** Checkpoints of BPTT. Read only. */
  public Timeline timeline() {
    return bptt.timeline();
  }

  /**
   * Continues another training with BPTT; allowed before the first epoch only.
   *
   * @param epochs epochs that it took to get there, a whole number
   */
  public void takeUp(Numbers reached, double epochs) {
    bptt.takeUp(held(reached), epochs);
  }

  /** Takes BPTT back to a checkpoint and forgets everything after it. */
  public void rewind(int checkpoint) {
    bptt.rewind(checkpoint);
  }

  /** Number of epochs of BPTT done. */
  public double epochs() {
    return bptt.epochs();
  }

  /** Loss of the parameters that the last epoch started from; may not be finite. */
  public double lossBefore() {
    return bptt.lossBefore();
  }

  /** Loss of the best try; infinite if there is none. */
  public double bestLoss() {
    return search.bestLoss();
  }

  /** Number of tries of random search done. */
  public double tries() {
    return search.tries();
  }

  /** A live sample of the tries of random search. */
  public Tries sample() {
    return search;
  }

  /**
   * Measures the network of a method: a forward and a backward pass of its own, apart from those of
   * training.
   *
   * @param shown whose network to measure; it is that of BPTT as long as random search has no best
   *     draw
   */
  public Snapshot snapshot(Method shown) {
    Method method = search.hasBest() ? shown : Method.BPTT;
    return measure(method, parameters(method), bptt.epochs());
  }

  /** Measures the network of BPTT as it was at a checkpoint. */
  public Snapshot snapshotOf(int checkpoint) {
    Timeline timeline = bptt.timeline();
    return measure(
        Method.BPTT, Numbers.of(timeline.parameters(checkpoint)), timeline.epoch(checkpoint));
  }

  private Snapshot measure(Method method, Numbers parameters, double epochs) {
    Pass pass = network.newPass(targets.length, trainSteps);
    double[] gradient = new double[parameters.size()];
    measure(parameters.toArray(), pass, gradient);
    double norm = Vectors.norm(gradient);
    boolean finite = Vectors.isFinite(pass.loss()) && Vectors.allFinite(gradient);
    return new Snapshot(
        method,
        parameters,
        pass,
        Numbers.of(gradient),
        norm,
        finite && clipping.clip(gradient, norm),
        finite ? null : Divergence.find(epochs, pass, targets, gradient),
        testLoss(pass),
        epochs,
        search.tries(),
        search.bestLoss(),
        bpttCurve(method == Method.BPTT && epochs == bptt.epochs() ? pass.loss() : currentLoss()),
        Numbers.of(bptt.curve().clippedWork(bptt.epochs() * Bptt.WORK_PER_EPOCH)),
        curveTo(search.curve(), search.tries(), search.bestLoss()));
  }

  private void measure(double[] parameters, Pass pass, double[] gradient) {
    if (Vectors.isFinite(network.forward(parameters, inputs, targets, pass))) {
      network.backward(parameters, inputs, targets, pass, window, gradient);
    } else {
      Arrays.fill(gradient, Double.POSITIVE_INFINITY);
    }
  }

  /** Mean squared error of the steps that do not train; NaN if there are none. */
  private double testLoss(Pass pass) {
    double sum = 0;
    for (int t = trainSteps; t < targets.length; t++) {
      double error = pass.output(t) - targets[t];
      sum += error * error;
    }
    return sum / (targets.length - trainSteps);
  }

  private double currentLoss() {
    return network.forward(
        bptt.parameters(), inputs, targets, network.newPass(targets.length, trainSteps));
  }

  private Snapshot.Curve bpttCurve(double now) {
    return curveTo(bptt.curve(), bptt.epochs() * Bptt.WORK_PER_EPOCH, now);
  }

  /** The curve with the present loss as its last point, replacing any point at the same work. */
  private static Snapshot.Curve curveTo(LossCurve curve, double work, double loss) {
    double[] works = curve.work();
    double[] losses = curve.loss();
    double[] least = curve.least();
    double[] most = curve.most();
    if (Vectors.isFinite(loss)) {
      int before = works.length;
      while (before > 0 && works[before - 1] >= work) {
        before--;
      }
      works = followed(works, before, work);
      losses = followed(losses, before, loss);
      least = followed(least, before, loss);
      most = followed(most, before, loss);
    }
    return new Snapshot.Curve(
        Numbers.of(works), Numbers.of(losses), Numbers.of(least), Numbers.of(most));
  }

  private static double[] followed(double[] values, int count, double last) {
    double[] longer = Arrays.copyOf(values, count + 1);
    longer[count] = last;
    return longer;
  }
}
