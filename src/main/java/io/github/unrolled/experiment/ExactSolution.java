package io.github.unrolled.experiment;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Elementary;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Parameter;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Units;
import org.jspecify.annotations.Nullable;

/**
 * A handmade network that solves a task without error: its loss is 0 except for rounding, at any
 * length of the task and in raw and normalized units alike.
 *
 * @param shape shape of the network
 * @param parameters parameters of the network, shape [P]
 * @param idea how it works, in one sentence
 */
public record ExactSolution(NetworkShape shape, Numbers parameters, String idea) {
  /** Pre-activation beyond which tanh is 1 to the last digit. */
  private static final double SATURATED = 20;

  /** The exact solution of a task, or null if none is known. */
  public static @Nullable ExactSolution of(Problem problem, Data data) {
    Affine units = Affine.of(problem.units());
    return switch (data.task()) {
      case FIBONACCI -> fibonacci(units);
      case LINEAR -> line(1, units.scale, "y = x + 1 in raw units: no memory, one linear unit.");
      case ALTERNATING -> line(-1, 2 * units.shift, "y = \u2212x: no memory, one linear unit.");
      case EXPONENTIAL -> line(2, -units.shift, "y = 2x in raw units: no memory, one linear unit.");
      case SINE -> sine(units);
      case CUSTOM -> null;
      case ECHO -> echo(data.delay());
      case RUNNING_SUM -> runningSum();
      case LATCH -> latch();
      case PARITY -> parity();
    };
  }

  /** Units of the network, where x is scale * raw + shift. */
  private record Affine(double scale, double shift) {
    static Affine of(Units units) {
      if (!units.normalizes()) {
        return new Affine(1, 0);
      }
      double shift = units.toNetwork(0);
      return new Affine(units.low() == units.high() ? 0 : 2 / (units.high() - units.low()), shift);
    }
  }

  /** One linear unit that remembers nothing: y = slope x + intercept. */
  private static ExactSolution line(double slope, double intercept, String idea) {
    Maker maker = new Maker(1, Activation.LINEAR);
    maker.set("weight_ih", 0, 0, 1);
    maker.set("weight_out", 0, 0, slope);
    maker.set("bias_out", 0, 0, intercept);
    return maker.solution(idea);
  }

  /** The first unit is the input, the second the previous input; both count from raw 0. */
  private static ExactSolution fibonacci(Affine units) {
    Maker maker = new Maker(2, Activation.LINEAR);
    maker.set("weight_ih", 0, 0, 1);
    maker.set("bias", 0, 0, -units.shift);
    maker.set("weight_hh", 1, 0, 1);
    maker.set("weight_out", 0, 0, 1);
    maker.set("weight_out", 0, 1, 1);
    maker.set("bias_out", 0, 0, units.shift);
    return maker.solution(
        "Two linear units: one holds the input, the other the input before; the output is their"
            + " sum.");
  }

  /**
   * The state rotates by an eighth of a turn around a point set by the bias; no input is needed.
   */
  private static ExactSolution sine(Affine units) {
    double sin = Elementary.sin(Math.PI / 4);
    Maker maker = new Maker(2, Activation.LINEAR);
    maker.set("weight_hh", 0, 0, sin);
    maker.set("weight_hh", 0, 1, -sin);
    maker.set("weight_hh", 1, 0, sin);
    maker.set("weight_hh", 1, 1, sin);
    maker.set("bias", 0, 0, sin - 1);
    maker.set("bias", 1, 0, sin);
    maker.set("weight_out", 0, 1, units.scale);
    maker.set("bias_out", 0, 0, units.shift);
    return maker.solution(
        "Two linear units that turn by an eighth of a circle at each step, started by the bias: it"
            + " does not even look at its input.");
  }

  /** A shift register: each unit repeats the previous one, one step later. */
  private static ExactSolution echo(int delay) {
    Maker maker = new Maker(delay + 1, Activation.LINEAR);
    maker.set("weight_ih", 0, 0, 1);
    for (int unit = 1; unit <= delay; unit++) {
      maker.set("weight_hh", unit, unit - 1, 1);
    }
    maker.set("weight_out", 0, delay, 1);
    return maker.solution(
        "A shift register of linear units: each takes over what the one before it held.");
  }

  private static ExactSolution runningSum() {
    Maker maker = new Maker(1, Activation.LINEAR);
    maker.set("weight_ih", 0, 0, 1);
    maker.set("weight_hh", 0, 0, 1);
    maker.set("weight_out", 0, 0, 1);
    return maker.solution("One linear unit with a hidden weight of exactly 1: an integrator.");
  }

  /** The first input decides; afterwards the recurrent weight outvotes every input. */
  private static ExactSolution latch() {
    Maker maker = new Maker(1, Activation.TANH);
    maker.set("weight_ih", 0, 0, SATURATED);
    maker.set("weight_hh", 0, 0, 2 * SATURATED);
    maker.set("weight_out", 0, 0, 1);
    return maker.solution(
        "One tanh unit with two resting places, \u22121 and 1: the first input chooses, later ones are"
            + " outvoted. It is so saturated that its gradient is 0.");
  }

  /**
   * With p the product so far, the two units tell whether p + x is above -1 and above 1; the new
   * product is 1 - h_1 + h_2.
   */
  private static ExactSolution parity() {
    Maker maker = new Maker(2, Activation.TANH);
    for (int unit = 0; unit < 2; unit++) {
      maker.set("weight_ih", unit, 0, SATURATED);
      maker.set("weight_hh", unit, 0, -SATURATED);
      maker.set("weight_hh", unit, 1, SATURATED);
    }
    maker.set("bias", 0, 0, 2 * SATURATED);
    maker.set("weight_out", 0, 0, -1);
    maker.set("weight_out", 0, 1, 1);
    maker.set("bias_out", 0, 0, 1);
    return maker.solution(
        "Two saturated tanh units: together they tell whether the input and the product so far are"
            + " equal.");
  }

  /** Sets single weights of an otherwise zero Elman network. */
  private static final class Maker {
    private final NetworkShape shape;
    private final double[] parameters;

    Maker(int hiddenSize, Activation activation) {
      shape = new NetworkShape(CellType.ELMAN, hiddenSize, activation, true);
      parameters = new double[shape.newNetwork().parameterCount()];
    }

    void set(String name, int row, int column, double value) {
      for (Parameter parameter : shape.newNetwork().parameters()) {
        if (parameter.name().equals(name)) {
          parameters[parameter.offset() + row * parameter.columns() + column] = value;
        }
      }
    }

    ExactSolution solution(String idea) {
      return new ExactSolution(shape, Numbers.of(parameters), idea);
    }
  }
}
