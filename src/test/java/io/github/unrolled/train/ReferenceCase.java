package io.github.unrolled.train;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Parameter;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A network computed by PyTorch, as src/test/resources/reference/README.md describes it. Gson fills
 * it; the components are named as in the file, without the underscores.
 */
record ReferenceCase(
    String cell,
    @Nullable String activation,
    int hiddenSize,
    int inputSize,
    int steps,
    List<double[]> inputs,
    List<Double> targets,
    Map<String, JsonElement> parameters,
    List<Double> outputs,
    List<double[]> hiddenStates,
    @Nullable List<double[]> cellStates,
    double loss,
    Map<String, JsonElement> gradients,
    double gradientNorm,
    Training training,
    @Nullable String sequence,
    @Nullable String scaling) {

  /** Names a file to read instead of the project's own. */
  private static final String PROPERTY = "reference.cases";

  private static final String OWN_CASES = "/reference/pytorch-cases.json";

  /** A training run from the parameters of its case. */
  record Training(
      String optimizer,
      double learningRate,
      String clip,
      double clipLimit,
      int epochs,
      List<Double> losses,
      Map<String, JsonElement> parameters) {

    OptimizerKind optimizerKind() {
      return Arrays.stream(OptimizerKind.values())
          .filter(known -> known.label().equalsIgnoreCase(optimizer))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("optimizer: unknown: " + optimizer));
    }

    Clipping clipping() {
      return switch (clip) {
        case "value" -> new Clipping(Clipping.Kind.ELEMENT_WISE, clipLimit);
        case "norm" -> new Clipping(Clipping.Kind.GLOBAL_NORM, clipLimit);
        case "none" -> new Clipping(Clipping.Kind.OFF, 1);
        default -> throw new IllegalArgumentException("clip: unknown: " + clip);
      };
    }
  }

  private record Document(List<ReferenceCase> cases) {}

  /** All cases of the file under test. */
  static List<ReferenceCase> readAll() throws IOException {
    try (Reader reader = open()) {
      return new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .create()
          .fromJson(reader, Document.class)
          .cases();
    }
  }

  private static Reader open() throws IOException {
    String file = System.getProperty(PROPERTY, "");
    if (!file.isEmpty()) {
      return Files.newBufferedReader(Path.of(file));
    }
    InputStream own = ReferenceCase.class.getResourceAsStream(OWN_CASES);
    return new InputStreamReader(Objects.requireNonNull(own, OWN_CASES), StandardCharsets.UTF_8);
  }

  Network network() {
    NetworkShape shape = new NetworkShape(cellType(), hiddenSize, activationFunction(), true);
    return shape.newNetwork(inputSize, shape.zeroState());
  }

  private CellType cellType() {
    return Arrays.stream(CellType.values())
        .filter(known -> known.attribute().equals(cell))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("cell: unknown: " + cell));
  }

  private Activation activationFunction() {
    return Arrays.stream(Activation.values())
        .filter(known -> known.label().equalsIgnoreCase(activation))
        .findFirst()
        .orElse(Activation.TANH);
  }

  double[] flatInputs() {
    return inputs.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  double[] flatTargets() {
    return targets.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Numbers given by parameter names, in the order of a network's flat array. */
  static double[] flat(Network network, Map<String, JsonElement> named) {
    List<Double> all = new ArrayList<>();
    for (Parameter parameter : network.parameters()) {
      JsonElement values =
          Objects.requireNonNull(named.get(parameter.name()), () -> parameter.name());
      collect(values, all);
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(JsonElement values, List<Double> all) {
    if (values.isJsonArray()) {
      values.getAsJsonArray().forEach(value -> collect(value, all));
    } else {
      all.add(values.getAsDouble());
    }
  }

  /** A description for the test report. */
  String title() {
    return String.join(
        ", ",
        activation == null ? cell : cell + " " + activation,
        "H = " + hiddenSize,
        "I = " + inputSize,
        "T = " + steps,
        sequence == null ? "random" : sequence + " " + scaling,
        training.optimizer(),
        "clip " + training.clip());
  }
}
