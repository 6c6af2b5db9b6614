package io.github.unrolled.export;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Decimals;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;

/**
 * The network shown as a program in Python with PyTorch's modules; an Elman cell with an activation
 * that they lack is written out.
 */
public final class PyTorchCode extends PythonCode {
  private static final String ELMAN_BEFORE_FORWARD =
      """


      class Elman(nn.Module):
          # As nn.RNN, which knows only tanh and ReLU.

          def __init__(self, input_size, hidden_size):
              super().__init__()
              self.weight_ih_l0 = nn.Parameter(torch.empty(hidden_size, input_size))
              self.weight_hh_l0 = nn.Parameter(torch.empty(hidden_size, hidden_size))
              self.bias_ih_l0 = nn.Parameter(torch.empty(hidden_size))
              self.bias_hh_l0 = nn.Parameter(torch.empty(hidden_size))

      """;

  private static final String ELMAN_FROM_ZERO =
      """
          def forward(self, inputs):
              h = torch.zeros(inputs.shape[1], self.bias_ih_l0.shape[0])
      """;

  private static final String ELMAN_FROM_STATE =
      """
          def forward(self, inputs, start):
              h = start[0]
      """;

  private static final String ELMAN_BEFORE_ACTIVATION =
      """
              states = []
              for x in inputs:
                  from_input = x @ self.weight_ih_l0.T + self.bias_ih_l0
                  a = from_input + h @ self.weight_hh_l0.T + self.bias_hh_l0
      """;

  private static final String ELMAN_AFTER_ACTIVATION =
      """
                  states.append(h)
              return torch.stack(states), h

      """;

  private static final String NETWORK_BEFORE_CELL =
      """

      class Network(nn.Module):
          def __init__(self):
              super().__init__()
      """;

  private static final String NETWORK_BEFORE_FORWARD =
      """
              self.output = nn.Linear(hidden_size, 1)

          def forward(self, inputs):
      """;

  private static final String START =
      """
              # Of one layer and one sequence.
              h = start_state.reshape(1, 1, -1)
      """;

  private static final String NETWORK_BEFORE_BIAS =
      """
              return self.output(states)


      network = Network()
      network.load_state_dict(
          {
              "rnn.weight_ih_l0": weight_ih,
              "rnn.weight_hh_l0": weight_hh,
              "rnn.bias_ih_l0": bias,
      """;

  private static final String ONE_BIAS =
      """
              # PyTorch adds a second bias, where one would do.
              "rnn.bias_hh_l0": torch.zeros_like(bias),
      """;

  private static final String TWO_BIASES =
      """
              # PyTorch has a second bias for each gate, which only n has a use for.
              "rnn.bias_hh_l0": torch.cat([torch.zeros(2 * hidden_size), bias_hn]),
      """;

  private static final String NETWORK_AFTER_BIAS =
      """
              "output.weight": weight_out,
              "output.bias": bias_out,
          }
      )
      """;

  private static final String MEMORY =
      """

      # One sequence of many steps.
      x = torch.tensor(inputs).reshape(-1, 1, 1)
      """;

  private static final String NO_MEMORY =
      """

      # Memory off: each step is a sequence of its own.
      x = torch.tensor(inputs).reshape(1, -1, 1)
      """;

  private static final String RUN =
      """
      with torch.no_grad():
          outputs = network(x).flatten().tolist()
      """;

  /** Makes a writer. */
  public PyTorchCode(Decimals decimals) {
    super(decimals);
  }

  @Override
  public String fileName() {
    return "unrolled_pytorch.py";
  }

  @Override
  String array(String name, String rows) {
    return name + " = torch.tensor(" + rows + ")\n";
  }

  @Override
  String start(NetworkShape shape, boolean startsAtZero) {
    String imports =
        "import torch\nfrom torch import nn\n\ntorch.set_default_dtype(torch.float64)\n";
    return hasModule(shape)
        ? imports
        : imports
            + ELMAN_BEFORE_FORWARD
            + (startsAtZero ? ELMAN_FROM_ZERO : ELMAN_FROM_STATE)
            + ELMAN_BEFORE_ACTIVATION
            + "            h = "
            + activated(shape.activation(), "a")
            + "\n"
            + ELMAN_AFTER_ACTIVATION;
  }

  @Override
  String function(String name, String a) {
    return "torch." + name + "(" + a + ")";
  }

  @Override
  String rectified(String a) {
    return function("relu", a);
  }

  @Override
  String sigmoid(String a) {
    return function("sigmoid", a);
  }

  /** Whether PyTorch has a module for the network; all others are written out. */
  private static boolean hasModule(NetworkShape shape) {
    return shape.cell().isGated()
        || shape.activation() == Activation.TANH
        || shape.activation() == Activation.RELU;
  }

  @Override
  String forward(NetworkShape shape, boolean startsAtZero) {
    return NETWORK_BEFORE_CELL
        + "        self.rnn = "
        + module(shape)
        + "\n"
        + NETWORK_BEFORE_FORWARD
        + (startsAtZero ? "" : START)
        + "        states, _ = self.rnn(inputs"
        + (startsAtZero ? "" : state(shape))
        + ")\n"
        + NETWORK_BEFORE_BIAS
        + (shape.cell() == CellType.GRU ? TWO_BIASES : ONE_BIAS)
        + NETWORK_AFTER_BIAS
        + (shape.memory() ? MEMORY : NO_MEMORY)
        + RUN;
  }

  /** The argument for the state that the network starts from. */
  private static String state(NetworkShape shape) {
    return shape.cell().hasCellState() ? ", (h, torch.zeros_like(h))" : ", h";
  }

  private static String module(NetworkShape shape) {
    return switch (shape.cell()) {
      case ELMAN ->
          hasModule(shape)
              ? "nn.RNN(1, hidden_size, nonlinearity=\""
                  + (shape.activation() == Activation.TANH ? "tanh" : "relu")
                  + "\")"
              : "Elman(1, hidden_size)";
      case GRU -> "nn.GRU(1, hidden_size)";
      case LSTM -> "nn.LSTM(1, hidden_size)";
    };
  }
}
