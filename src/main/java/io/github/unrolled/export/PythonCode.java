package io.github.unrolled.export;

import io.github.unrolled.math.Decimals;

/** The common parts of programs in Python. */
abstract class PythonCode extends SourceCode {
  PythonCode(Decimals decimals) {
    super(decimals);
  }

  @Override
  final String command() {
    return "python3 " + fileName();
  }

  @Override
  final String commentSign() {
    return "#";
  }

  @Override
  final String literal(String decimal) {
    // A number without a point would be an integer: -0 would lose its sign, and a large one fits
    // nowhere.
    boolean isFloat = decimal.indexOf('.') >= 0 || decimal.indexOf('e') >= 0;
    return isFloat ? decimal : decimal + ".0";
  }

  @Override
  final String constant(String name, String value) {
    return name + " = " + value + "\n";
  }

  @Override
  final String trainSteps() {
    return "train_steps";
  }

  @Override
  final String hiddenSize() {
    return "hidden_size";
  }

  @Override
  final String check() {
    return """
        for step, (got, wanted) in enumerate(zip(outputs, expected), 1):
            assert abs(got - wanted) <= 1e-6 * max(1, abs(wanted)), (
                f"step {step}: expected {wanted}, got {got}"
            )

        errors = [got - wanted for got, wanted in zip(outputs[:train_steps], targets)]
        print("outputs", *outputs)
        print("loss", sum(error * error for error in errors) / train_steps)
        """;
  }
}
