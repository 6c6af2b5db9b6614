package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.Data;
import io.github.unrolled.experiment.Training;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.task.Scaling;

/** The settings of an experiment in a few words each. */
public final class SetupWords {
  private static final String AND = " · ";

  private final NumberFormat numbers;

  /** Makes words with a format for their numbers. */
  public SetupWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** The data, as in "Fibonacci · 8 steps · normalized". */
  public String task(Data data) {
    int steps = data.steps();
    String tested = data.trainSteps() < steps ? ", " + data.trainSteps() + " train" : "";
    String scaling = data.scaling() == Scaling.NORMALIZED ? "normalized" : "raw";
    return data.task().label()
        + AND
        + steps
        + " steps"
        + tested
        + (data.task().isMemory() ? "" : AND + scaling);
  }

  /** The network, as in "Elman · 1 unit · tanh". */
  public String network(NetworkShape shape) {
    int units = shape.hiddenSize();
    return shape.cell().label()
        + AND
        + units
        + (units == 1 ? " unit" : " units")
        + (shape.cell() == CellType.ELMAN ? AND + shape.activation().label() : "")
        + (shape.memory() ? "" : AND + "memory off");
  }

  /** The training, as in "SGD · 0.01 · clip ±5". */
  public String training(Training training) {
    Clipping clipping = training.clipping();
    String limit = numbers.full(clipping.limit());
    String clip =
        switch (clipping.kind()) {
          case ELEMENT_WISE -> AND + "clip ±" + limit;
          case GLOBAL_NORM -> AND + "norm ≤ " + limit;
          case OFF -> "";
        };
    return training.optimizer().label() + AND + numbers.full(training.learningRate()) + clip;
  }
}
