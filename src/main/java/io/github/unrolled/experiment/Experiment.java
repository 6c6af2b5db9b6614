package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Require;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;

/**
 * All settings of an experiment. Equal settings give the same run, to the last bit.
 *
 * @param data the network's data
 * @param shape the network's shape
 * @param training the training settings
 * @param start the run's start
 * @param cursor time step t under the cursor, 1 to T; 0 before the first
 * @param takeover last step, 1 to T, with a given input before the network runs on its own output;
 *     0 for never
 */
public record Experiment(
    Data data, NetworkShape shape, Training training, Start start, int cursor, int takeover) {

  /**
   * Checks cursor and takeover.
   *
   * @throws IllegalArgumentException if one is beyond the sequence
   */
  public Experiment {
    Require.range("cursor", cursor, 0, data.steps());
    Require.range("takeover", takeover, 0, data.steps());
  }

  /** The experiment that the page opens with. */
  public static Experiment initial() {
    NetworkShape shape = Recommended.shape(Task.FIBONACCI);
    return new Experiment(
        new Data(
            Task.FIBONACCI,
            Task.FIBONACCI.defaultSteps(),
            Numbers.of(2, 3, 5, 7, 11, 13, 17, 19, 23),
            Scaling.NORMALIZED,
            3,
            0),
        shape,
        new Training(
            OptimizerKind.SGD,
            0.01,
            new Clipping(Clipping.Kind.ELEMENT_WISE, 5),
            Training.FULL_WINDOW,
            Speed.DEFAULT),
        Start.of(StartWeights.DEFAULT, 1, shape),
        0,
        0);
  }

  /** The concrete problem of the task. */
  public Problem problem() {
    return data.problem(start.seed());
  }

  /**
   * Whether another experiment differs only in settings that a run can change while it continues.
   */
  boolean sharesRunWith(Experiment other) {
    return data.isSameProblem(other.data)
        && shape.equals(other.shape)
        && start.source() == other.start.source()
        && start.seed() == other.start.seed()
        && start.state().equals(other.start.state());
  }

  /** Whether another experiment differs at most in its start state. */
  boolean isSameButStartState(Experiment other) {
    return withStart(start.withState(other.start.state())).equals(other);
  }

  /** Whether another experiment differs at most in its cursor. */
  public boolean isSameButCursor(Experiment other) {
    return withCursor(0).equals(other.withCursor(0));
  }

  /** Returns the experiment with other data; a new task brings a suitable network and training. */
  Experiment withData(Data next) {
    if (next.task() == data.task()) {
      return new Experiment(next, shape, training, start, kept(cursor, next), kept(takeover, next));
    }
    NetworkShape nextShape = Recommended.shapeFor(next.task(), this);
    return new Experiment(
        next,
        nextShape,
        Recommended.trainingFor(next.task(), nextShape, this),
        startFor(nextShape).withState(nextShape.zeroState()),
        0,
        0);
  }

  /** Returns the experiment with other data of the same length, and all else as it is. */
  Experiment withSameNetwork(Data next) {
    return new Experiment(next, shape, training, start, cursor, takeover);
  }

  private static int kept(int step, Data next) {
    return Math.min(step, next.steps());
  }

  /**
   * Returns the experiment with another network, which starts from its own parameters and the zero
   * state; switching only memory or activation keeps both.
   */
  Experiment withShape(NetworkShape next) {
    return new Experiment(
        data,
        next,
        Recommended.trainingFor(data.task(), next, this),
        startFor(next),
        cursor,
        takeover);
  }

  private Start startFor(NetworkShape next) {
    boolean sameSizes = next.cell() == shape.cell() && next.hiddenSize() == shape.hiddenSize();
    return sameSizes ? start : Start.of(start.source(), start.seed(), next);
  }

  Experiment withTraining(Training next) {
    return new Experiment(data, shape, next, start, cursor, takeover);
  }

  Experiment withStart(Start next) {
    return new Experiment(data, shape, training, next, cursor, takeover);
  }

  /**
   * Returns the experiment with other start parameters of the same network, each valid according to
   * {@link Start#isParameter}.
   */
  public Experiment withStartParameters(Numbers parameters) {
    return withStart(start.withParameters(parameters));
  }

  /** Returns the experiment with another start state of the same network. */
  Experiment withStartState(Numbers state) {
    return withStart(start.withState(state));
  }

  /** Makes the network, which starts from the start state. */
  public Network newNetwork() {
    return shape.newNetwork(start.state());
  }

  Experiment withCursor(int next) {
    return new Experiment(data, shape, training, start, next, takeover);
  }

  Experiment withTakeover(int next) {
    return new Experiment(data, shape, training, start, cursor, next);
  }
}
