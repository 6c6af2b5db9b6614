package io.github.unrolled.experiment;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;

/**
 * All settings of an experiment. Two that are equal give the same run, to the last bit.
 *
 * @param data what the network is given
 * @param shape which network
 * @param training how it is trained
 * @param start where the run starts
 * @param cursor time step t under the cursor, 1 to T; 0 before the first
 */
public record Experiment(
    Data data, NetworkShape shape, Training training, Start start, int cursor) {

  /**
   * Checks the cursor.
   *
   * @throws IllegalArgumentException if it is beyond the sequence
   */
  public Experiment {
    if (cursor < 0 || cursor > data.steps()) {
      throw new IllegalArgumentException(
          "cursor: expected 0 to " + data.steps() + ", got " + cursor);
    }
  }

  /** What the page opens with. */
  public static Experiment initial() {
    NetworkShape shape = new NetworkShape(Activation.TANH);
    return new Experiment(
        new Data(
            Task.FIBONACCI,
            Task.FIBONACCI.defaultSteps(),
            Numbers.of(2, 3, 5, 7, 11, 13, 17, 19, 23),
            Scaling.NORMALIZED),
        shape,
        new Training(0.01, new Clipping(Clipping.Kind.ELEMENT_WISE, 5), Speed.DEFAULT),
        Start.of(StartWeights.DEFAULT, 1, shape),
        0);
  }

  /** Whether another experiment differs only in what a run can take over while it goes on. */
  boolean sharesRunWith(Experiment other) {
    return data.isSameSequence(other.data)
        && shape.equals(other.shape)
        && start.source() == other.start.source()
        && start.seed() == other.start.seed();
  }

  Experiment withData(Data next) {
    int kept = next.task() == data.task() ? Math.min(cursor, next.steps()) : 0;
    return new Experiment(next, shape, training, start, kept);
  }

  Experiment withShape(NetworkShape next) {
    return new Experiment(data, next, training, start, cursor);
  }

  Experiment withTraining(Training next) {
    return new Experiment(data, shape, next, start, cursor);
  }

  Experiment withStart(Start next) {
    return new Experiment(data, shape, training, next, cursor);
  }

  Experiment withCursor(int next) {
    return new Experiment(data, shape, training, start, next);
  }
}
