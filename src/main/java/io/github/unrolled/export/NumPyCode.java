package io.github.unrolled.export;

import io.github.unrolled.math.Decimals;
import io.github.unrolled.nn.NetworkShape;

/** The network shown as a program in Python with NumPy, every operation written out. */
public final class NumPyCode extends PythonCode {
  private static final String SIGMOID =
      """


      def sigmoid(a):
          # exp may overflow to infinity here, and the sigmoid is then 0, as it should be.
          with np.errstate(over="ignore"):
              return 1 / (1 + np.exp(-a))

      """;

  private static final String SIGMOID_CALL = "sigmoid(";

  private static final String GRU =
      """
          input_r, input_z, input_n = np.split(weight_ih[:, 0] * x + bias, 3)
          state_r, state_z, state_n = np.split(weight_hh @ h, 3)
          r = sigmoid(input_r + state_r)
          z = sigmoid(input_z + state_z)
          n = np.tanh(input_n + r * (state_n + bias_hn))
          h = (1 - z) * n + z * h
      """;

  private static final String LSTM =
      """
          i, f, g, o = np.split(weight_ih[:, 0] * x + bias + weight_hh @ h, 4)
          c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
          h = sigmoid(o) * np.tanh(c)
      """;

  /** Makes a writer. */
  public NumPyCode(Decimals decimals) {
    super(decimals);
  }

  @Override
  public String fileName() {
    return "unrolled_numpy.py";
  }

  @Override
  String array(String name, String rows) {
    return name + " = np.array(" + rows + ")\n";
  }

  @Override
  String function(String name, String a) {
    return "np." + name + "(" + a + ")";
  }

  @Override
  String rectified(String a) {
    return "np.maximum(" + a + ", 0)";
  }

  @Override
  String sigmoid(String a) {
    return SIGMOID_CALL + a + ")";
  }

  @Override
  String start(NetworkShape shape, boolean startsAtZero) {
    return "import numpy as np\n"
        + (forward(shape, startsAtZero).contains(SIGMOID_CALL) ? SIGMOID : "");
  }

  @Override
  String forward(NetworkShape shape, boolean startsAtZero) {
    boolean cellState = shape.cell().hasCellState();
    String zero = "np.zeros(hidden_size)\n";
    String zeros = (cellState ? "h = c = " : "h = ") + zero;
    String before =
        startsAtZero ? zeros : "h = " + START_STATE + "\n" + (cellState ? "c = " + zero : "");
    String states =
        cellState ? "# h is the hidden state, c the cell state" : "# h is the hidden state";
    return (shape.memory()
            ? states + ".\n" + before
            : states + "; without memory, always from zero.\n")
        + "outputs = []\nfor x in inputs:\n"
        + (shape.memory() ? "" : "    " + zeros)
        + step(shape)
        + "    outputs.append(float(weight_out[0] @ h + bias_out[0]))\n";
  }

  private String step(NetworkShape shape) {
    return switch (shape.cell()) {
      case ELMAN ->
          "    a = weight_ih[:, 0] * x + bias + weight_hh @ h\n    h = "
              + activated(shape.activation(), "a")
              + "\n";
      case GRU -> GRU;
      case LSTM -> LSTM;
    };
  }
}
