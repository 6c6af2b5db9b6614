package io.github.unrolled.export;

import io.github.unrolled.math.Decimals;
import io.github.unrolled.nn.NetworkShape;

/** The network shown as a plain script, for node or a browser's console. */
public final class JavaScriptCode extends SourceCode {
  private static final String DOT =
      """
      "use strict";

      const dot = (w, v) => w.reduce((sum, weight, i) => sum + weight * v[i], 0);
      """;

  private static final String SIGMOID = "const sigmoid = (a) => 1 / (1 + Math.exp(-a));\n";

  private static final String SIGMOID_CALL = "sigmoid(";

  private static final String ROWS =
      """
        const fromInput = bias.map((b, row) => weight_ih[row][0] * x + b);
        const fromState = weight_hh.map((row) => dot(row, h));
      """;

  private static final String GRU =
      """
        h = h.map((before, unit) => {
          const [r, z, n] = [0, 1, 2].map((gate) => gate * hiddenSize + unit);
          const reset = sigmoid(fromInput[r] + fromState[r]);
          const update = sigmoid(fromInput[z] + fromState[z]);
          const candidate = Math.tanh(fromInput[n] + reset * (fromState[n] + bias_hn[unit]));
          return (1 - update) * candidate + update * before;
        });
      """;

  private static final String LSTM =
      """
        const a = (gate, unit) => {
          const row = gate * hiddenSize + unit;
          return fromInput[row] + fromState[row];
        };
        const [i, f, g, o] = [0, 1, 2, 3];
        c = c.map((before, unit) => {
          const added = sigmoid(a(i, unit)) * Math.tanh(a(g, unit));
          return sigmoid(a(f, unit)) * before + added;
        });
        h = c.map((cell, unit) => sigmoid(a(o, unit)) * Math.tanh(cell));
      """;

  private static final String CHECK =
      """
      expected.forEach((wanted, t) => {
        const got = outputs[t];
        if (!(Math.abs(got - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted)))) {
          throw new Error("step " + (t + 1) + ": expected " + wanted + ", got " + got);
        }
      });

      const errors = outputs.slice(0, trainSteps).map((got, t) => got - targets[t]);
      console.log("outputs", outputs.join(" "));
      console.log("loss", dot(errors, errors) / trainSteps);
      """;

  /** Makes a writer. */
  public JavaScriptCode(Decimals decimals) {
    super(decimals);
  }

  @Override
  public String fileName() {
    return "unrolled.js";
  }

  @Override
  String command() {
    return "node " + fileName() + ", or the console of a browser";
  }

  @Override
  String commentSign() {
    return "//";
  }

  @Override
  String literal(String decimal) {
    return decimal;
  }

  @Override
  String constant(String name, String value) {
    return "const " + name + " = " + value + ";\n";
  }

  @Override
  String array(String name, String rows) {
    return constant(name, rows);
  }

  @Override
  String function(String name, String a) {
    return "Math." + name + "(" + a + ")";
  }

  @Override
  String rectified(String a) {
    return "Math.max(0, " + a + ")";
  }

  @Override
  String sigmoid(String a) {
    return SIGMOID_CALL + a + ")";
  }

  @Override
  String trainSteps() {
    return "trainSteps";
  }

  @Override
  String hiddenSize() {
    return "hiddenSize";
  }

  @Override
  String start(NetworkShape shape, boolean startsAtZero) {
    return DOT + (forward(shape, startsAtZero).contains(SIGMOID_CALL) ? SIGMOID : "");
  }

  @Override
  String forward(NetworkShape shape, boolean startsAtZero) {
    boolean cellState = shape.cell().hasCellState();
    String zeros = " = new Array(hiddenSize).fill(0);\n";
    String hidden = "let h" + zeros;
    String cell = "let c" + zeros;
    String states =
        cellState ? "// h is the hidden state, c the cell state" : "// h is the hidden state";
    String before =
        shape.memory()
            ? ".\n"
                + (startsAtZero ? hidden : "let h = " + START_STATE + ";\n")
                + (cellState ? cell : "")
            : "; without memory, always from zero.\n";
    String restart = shape.memory() ? "" : "  " + hidden + (cellState ? "  " + cell : "");
    return states
        + before
        + "const outputs = [];\nfor (const x of inputs) {\n"
        + restart
        + ROWS
        + step(shape)
        + "  outputs.push(dot(weight_out[0], h) + bias_out[0]);\n}\n";
  }

  private String step(NetworkShape shape) {
    return switch (shape.cell()) {
      case ELMAN ->
          "  h = fromInput.map((b, unit) => "
              + activated(shape.activation(), "b + fromState[unit]")
              + ");\n";
      case GRU -> GRU;
      case LSTM -> LSTM;
    };
  }

  @Override
  String check() {
    return CHECK;
  }
}
