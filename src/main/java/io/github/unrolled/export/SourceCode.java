package io.github.unrolled.export;

import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Decimals;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Parameter;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Units;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * The network shown, as a self-contained program: its parameters and data to the bit, its forward
 * pass written out, and a check that the outputs match the page to within 1e-6, relative to outputs
 * larger than 1. The program ends with an error if they do not.
 */
public abstract class SourceCode {
  /** Approximate number of letters in a line of numbers. */
  private static final int WIDTH = 120;

  private static final String INDENT = "    ";

  /** The programs' name for the start state. */
  static final String START_STATE = "start_state";

  private final Decimals decimals;

  SourceCode(Decimals decimals) {
    this.decimals = decimals;
  }

  /** The name of the program's file. */
  public abstract String fileName();

  /** Writes the program. */
  public final String write(State state) {
    StringBuilder code = new StringBuilder();
    Problem problem = state.problem();
    NetworkShape shape = state.experiment().shape();
    comment(code, "A recurrent neural network from Unrolled. To run it: " + command());
    comment(code, "");
    describe(code, state);
    boolean startsAtZero = state.snapshot().pass().startsAtZero();
    code.append('\n').append(start(shape, startsAtZero)).append('\n');
    comment(code, "One number for each step, in the units that the network sees.");
    code.append(constant("inputs", list(problem.inputs(), 0, problem.steps())));
    code.append(constant("targets", list(problem.targets(), 0, problem.steps())));
    comment(code, "The first so many steps count in the loss.");
    code.append(constant(trainSteps(), "" + problem.trainSteps()));
    code.append('\n');
    comment(code, "Named as in PyTorch, a row for each unit" + gates(shape.cell()));
    code.append(constant(hiddenSize(), "" + shape.hiddenSize()));
    for (Parameter parameter : shape.newNetwork().parameters()) {
      code.append(array(parameter.name(), literal(state.snapshot().parameters(), parameter)));
    }
    if (!startsAtZero) {
      comment(code, "The hidden state before the first step.");
      code.append(
          array(START_STATE, list(state.experiment().start().state(), 0, shape.hiddenSize())));
    }
    code.append('\n').append(forward(shape, startsAtZero)).append('\n');
    expect(code, state);
    return code.append('\n').append(check()).toString();
  }

  private static String gates(CellType cell) {
    return switch (cell) {
      case ELMAN -> ".";
      case GRU -> " of the gates r, z, n in turn.";
      case LSTM -> " of the gates i, f, g, o in turn.";
    };
  }

  private void describe(StringBuilder code, State state) {
    Problem problem = state.problem();
    NetworkShape shape = state.experiment().shape();
    boolean allTrain = problem.trainSteps() == problem.steps();
    comment(
        code,
        "Task: "
            + state.experiment().data().task().label()
            + ", "
            + problem.steps()
            + " steps"
            + (allTrain ? "" : ", of which the first " + problem.trainSteps() + " train"));
    String activation = shape.cell() == CellType.ELMAN ? ", " + shape.activation().label() : "";
    comment(
        code,
        "Network: "
            + shape.cell().label()
            + activation
            + ", "
            + shape.hiddenSize()
            + (shape.hiddenSize() == 1 ? " hidden unit" : " hidden units")
            + (shape.memory() ? "" : ", memory off: every step starts from a state of zero"));
    comment(code, "Weights: " + origin(state.snapshot()));
    describe(code, problem.units());
  }

  private String origin(Snapshot snapshot) {
    if (snapshot.method() == Method.RANDOM_SEARCH) {
      return "the best of " + whole(snapshot.tries()) + " tries of random search";
    }
    return snapshot.epochs() == 0
        ? "those that training starts from"
        : "after " + whole(snapshot.epochs()) + " epochs of training";
  }

  private String whole(double count) {
    return decimals.exact(count);
  }

  private void describe(StringBuilder code, Units units) {
    if (!units.normalizes()) {
      comment(code, "Units: as they are");
    } else if (units.low() == units.high()) {
      comment(code, "Units: normalized; every value is " + written(units.low()) + " and becomes 0");
    } else {
      String low = written(units.low());
      String high = written(units.high());
      comment(
          code, "Units: normalized, so that " + low + " becomes -1 and " + high + " becomes 1:");
      comment(code, "  x = (value - " + low + ") / (" + high + " - " + low + ") * 2 - 1");
    }
  }

  /** A number within a formula. */
  private String written(double value) {
    return value < 0 ? "(" + decimals.exact(value) + ")" : decimals.exact(value);
  }

  /** Writes the outputs to compare, and why there are no more. */
  private void expect(StringBuilder code, State state) {
    Pass pass = state.snapshot().pass();
    int count = ReproducibleSteps.count(state);
    double[] outputs = new double[count];
    for (int t = 0; t < count; t++) {
      outputs[t] = pass.output(t);
    }
    comment(code, "The outputs that Unrolled came to. They are expected to within 1e-6.");
    if (count < pass.steps()) {
      comment(
          code,
          "Those from step "
              + (count + 1)
              + " on are left out: they overflow, or rounding errors grow to more than that.");
    }
    code.append(constant("expected", list(Numbers.of(outputs), 0, count)));
  }

  private void comment(StringBuilder code, String text) {
    code.append(text.isEmpty() ? commentSign() : commentSign() + " " + text).append('\n');
  }

  private String literal(Numbers parameters, Parameter parameter) {
    int from = parameter.offset();
    int columns = parameter.columns();
    if (parameter.name().startsWith("bias")) {
      return list(parameters, from, from + parameter.size());
    }
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < parameter.rows(); row++) {
      int at = from + row * columns;
      rows.add(list(numbers(parameters, at, at + columns), columns > 1 ? INDENT : ""));
    }
    return columns == 1
        ? list(rows, "")
        : "[\n" + INDENT + String.join(",\n" + INDENT, rows) + ",\n]";
  }

  private String list(Numbers numbers, int from, int to) {
    return list(numbers(numbers, from, to), "");
  }

  private List<String> numbers(Numbers numbers, int from, int to) {
    List<String> texts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      texts.add(number(numbers.get(i)));
    }
    return texts;
  }

  /** Elements in brackets: on one line or, if they do not fit, on several. */
  private static String list(List<String> elements, String indent) {
    StringBuilder lines = new StringBuilder();
    int lineStart = 0;
    for (String element : elements) {
      if (lines.length() > lineStart) {
        boolean fits = lines.length() - lineStart + element.length() < WIDTH - indent.length();
        lines.append(fits ? ", " : ",\n" + INDENT + indent);
        lineStart = fits ? lineStart : lines.length();
      }
      lines.append(element);
    }
    return lineStart == 0
        ? "[" + lines + "]"
        : "[\n" + INDENT + indent + lines + ",\n" + indent + "]";
  }

  private String number(double value) {
    return literal(decimals.exact(value));
  }

  /** An activation applied to {@code a}, an expression. */
  final String activated(Activation activation, String a) {
    return switch (activation) {
      case TANH -> function("tanh", a);
      case RELU -> rectified(a);
      case SIGMOID -> sigmoid(a);
      case LINEAR -> a;
    };
  }

  /** A call of a mathematical function with the same name in all languages, such as tanh. */
  abstract String function(String name, String a);

  /** The larger of 0 and an expression. */
  abstract String rectified(String a);

  /** A call of the logistic function. */
  abstract String sigmoid(String a);

  /** The command that runs the program, for its first line. */
  abstract String command();

  /** The sign that starts a comment. */
  abstract String commentSign();

  /** A finite number as a literal of the language. */
  abstract String literal(String decimal);

  /** A line that names a number or list. */
  abstract String constant(String name, String value);

  /** A line that names an array of parameters. */
  abstract String array(String name, String rows);

  /** The program's name for the number of training steps. */
  abstract String trainSteps();

  /** The program's name for the number of hidden units. */
  abstract String hiddenSize();

  /** The beginning of the program, with the functions that the network needs. */
  abstract String start(NetworkShape shape, boolean startsAtZero);

  /**
   * Computes {@code outputs} from {@code inputs}.
   *
   * @param startsAtZero whether the first step starts from zero rather than {@link #START_STATE}
   */
  abstract String forward(NetworkShape shape, boolean startsAtZero);

  /** Compares {@code outputs} with {@code expected} and prints them and the loss. */
  abstract String check();
}
