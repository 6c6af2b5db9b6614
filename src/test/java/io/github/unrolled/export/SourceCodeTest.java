package io.github.unrolled.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.experiment.OpenInstruments;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.experiment.RandomEvents;
import io.github.unrolled.experiment.StartWeights;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Parameter;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs run, reach the outputs that they expect, and notice when they do not. */
@Execution(ExecutionMode.CONCURRENT)
class SourceCodeTest {
  private static final JvmDecimals DECIMALS = new JvmDecimals();

  @TempDir Path folder;

  /** Runs many programs, prints the errors they end with, and exits with the count of errors. */
  private static final String ALL_IN_NODE =
      """
      process.exitCode = 0;
      for (const file of process.argv.slice(1)) {
        try {
          require(file);
        } catch (error) {
          console.log(file + ": " + error.message);
          process.exitCode++;
        }
      }
      """;

  private static final String ALL_IN_PYTHON =
      """
      import runpy, sys, warnings
      warnings.simplefilter("error")
      failures = 0
      for file in sys.argv[1:]:
          try:
              runpy.run_path(file)
          except Exception as error:
              print(file + ":", error)
              failures += 1
      sys.exit(failures)
      """;

  private static final List<Language> LANGUAGES =
      Arrays.stream(Program.values()).map(program -> language(program)).toList();

  static List<Language> languages() {
    return LANGUAGES;
  }

  private static Language language(Program program) {
    SourceCode code = program.code(DECIMALS);
    return switch (program) {
      case PYTORCH -> python(code, "import torch");
      case NUMPY -> python(code, "import numpy");
      case JAVASCRIPT ->
          new Language(code, Programs.find("node", "-e", "0"), List.of("-e", ALL_IN_NODE));
    };
  }

  private static Language python(SourceCode code, String check) {
    return new Language(code, Programs.find("python3", "-c", check), List.of("-c", ALL_IN_PYTHON));
  }

  /** A language, what runs its programs if it is installed, and how it runs many in one process. */
  private record Language(SourceCode code, @Nullable Programs programs, List<String> many) {

    Programs.Outcome runAll(List<Path> files) {
      List<String> arguments = new ArrayList<>(many);
      files.forEach(file -> arguments.add(file.toString()));
      return run(arguments.toArray(String[]::new));
    }

    Programs.Outcome run(String... arguments) {
      return programs == null
          ? abort("nothing is installed that runs " + code.fileName())
          : programs.run(arguments);
    }

    @Override
    public String toString() {
      return code.fileName();
    }
  }

  private static Store store(Event... events) {
    ManualFrames frames = new ManualFrames();
    Store store = new Store(Experiment.initial(), frames, frames, state -> {});
    for (Event event : events) {
      store.dispatch(event);
    }
    return store;
  }

  private Path write(String name, SourceCode code, String text) throws IOException {
    String suffix = code.fileName().substring(code.fileName().lastIndexOf('.'));
    return Files.writeString(folder.resolve(name + suffix), text);
  }

  private static double[] numbers(int count, double size, int seed) {
    return new Random(seed).doubles(count, -size, size).toArray();
  }

  private static final Event[][] SETTINGS = {
    {new Change.TaskChosen(Task.SINE)},
    {new Change.TaskChosen(Task.FIBONACCI), new Command.EpochsRequested(40)},
    {
      new Change.TaskChosen(Task.LINEAR),
      new Change.ScalingChosen(Scaling.RAW),
      new Change.LearningRateChanged(0.001),
      new Command.EpochsRequested(40)
    },
    {
      new Change.TaskChosen(Task.SINE),
      new Change.MemorySwitched(false),
      new Change.TrainStepsChanged(9),
      new Command.EpochsRequested(40)
    },
    {
      new Change.TaskChosen(Task.ECHO),
      new Change.LengthChanged(60),
      new Command.EpochsRequested(30)
    },
    {
      new Change.TaskChosen(Task.CUSTOM),
      new Change.OwnNumbersEntered(Numbers.of(numbers(30, 1e6, 1))),
      new Change.ScalingChosen(Scaling.RAW)
    },
    {
      new Change.TaskChosen(Task.CUSTOM),
      new Change.OwnNumbersEntered(Numbers.of(numbers(500, 1e6, 2))),
      new Change.ScalingChosen(Scaling.NORMALIZED),
      new Command.EpochsRequested(5)
    },
    {
      new Change.TaskChosen(Task.CUSTOM),
      new Change.OwnNumbersEntered(Numbers.of(-0.0, 1e-300, Double.MIN_VALUE, -1e-9, 1e-7, 0)),
      new Change.ScalingChosen(Scaling.RAW),
      new Command.EpochsRequested(5)
    },
    {
      new Change.TaskChosen(Task.CUSTOM),
      new Change.OwnNumbersEntered(Numbers.of(7, 7, 7, 7)),
      new Change.ScalingChosen(Scaling.NORMALIZED),
      new Command.EpochsRequested(5)
    },
  };

  private static final int[] SIZES = {1, 2, 5};

  @ParameterizedTest
  @MethodSource("languages")
  void programsOfAllNetworksComeToTheirOutputs(Language language) throws IOException {
    List<Path> files = new ArrayList<>();
    for (CellType cell : CellType.values()) {
      for (Activation activation : Activation.values()) {
        for (int size : SIZES) {
          for (int i = 0; i < SETTINGS.length; i++) {
            if (!cell.isGated() || activation == Activation.TANH) {
              Store store = store(SETTINGS[i]);
              int epochs = (int) store.state().snapshot().epochs();
              store.dispatch(new Change.CellChosen(cell));
              store.dispatch(new Change.HiddenSizeChanged(size));
              store.dispatch(new Change.ActivationChosen(activation));
              store.dispatch(new Change.StartWeightsChosen(StartWeights.SEEDED));
              if (epochs > 0) {
                store.dispatch(new Command.EpochsRequested(epochs));
              }
              String text = language.code.write(store.state());
              assertFalse(text.contains("left out"), text);
              files.add(write(cell + "-" + activation + "-" + size + "-" + i, language.code, text));
            }
          }
        }
      }
    }
    Programs.Outcome outcome = language.runAll(files);
    assertEquals(0, outcome.code(), outcome.output());
    int networks = Activation.values().length + CellType.values().length - 1;
    assertEquals(networks * SIZES.length * SETTINGS.length, files.size());
    assertEquals(files.size(), outcome.output().lines().filter(l -> l.startsWith("loss")).count());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void programsStartFromTheStartState(Language language) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Path> wrong = new ArrayList<>();
    for (CellType cell : CellType.values()) {
      for (Activation activation : Activation.values()) {
        for (int size : SIZES) {
          for (boolean memory : new boolean[] {true, false}) {
            State state =
                store(
                        new Change.TaskChosen(Task.ECHO),
                        new Change.CellChosen(cell),
                        new Change.HiddenSizeChanged(size),
                        new Change.ActivationChosen(activation),
                        new Change.MemorySwitched(memory),
                        new Change.StartStateSet(size - 1, 0.75),
                        new Command.EpochsRequested(9))
                    .state();
            String text = language.code.write(state);
            assertEquals(memory, text.contains("start_state"), text);
            String name = cell + "-" + activation + "-" + size + memory;
            files.add(write(name, language.code, text));
            if (memory) {
              wrong.add(write("wrong" + name, language.code, text.replace("0.75", "0.5")));
            }
          }
        }
      }
    }
    Programs.Outcome outcome = language.runAll(files);
    assertEquals(0, outcome.code(), outcome.output());
    assertEquals(wrong.size(), language.runAll(wrong).code());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void programsOfTheLargestNetworksComeToTheirOutputs(Language language) throws IOException {
    List<Path> files = new ArrayList<>();
    for (CellType cell : CellType.values()) {
      Store store =
          store(
              new Change.TaskChosen(Task.PARITY),
              new Change.CellChosen(cell),
              new Change.HiddenSizeChanged(32),
              new Command.EpochsRequested(30));
      files.add(write("" + cell, language.code, language.code.write(store.state())));
    }
    Programs.Outcome outcome = language.runAll(files);
    assertEquals(0, outcome.code(), outcome.output());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void programsOfAnyExperimentRun(Language language) throws IOException {
    List<Path> files = new ArrayList<>();
    int whole = 0;
    for (int seed = 0; seed < 40; seed++) {
      RandomEvents events = new RandomEvents(300 + seed);
      Store store = store();
      for (int i = 0; i < 40; i++) {
        store.dispatch(events.next());
      }
      String text = language.code.write(store.state());
      whole += text.contains("left out") ? 0 : 1;
      files.add(write("random" + seed, language.code, text));
    }
    Programs.Outcome outcome = language.runAll(files);
    assertEquals(0, outcome.code(), outcome.output());
    assertTrue(whole > 20, "programs that compare all steps: " + whole);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aProgramPrintsTheOutputsAndTheLossOfThePage(Language language) throws IOException {
    State state =
        store(
                new Change.TaskChosen(Task.SINE),
                new Change.TrainStepsChanged(12),
                new Command.EpochsRequested(100))
            .state();
    Programs.Outcome outcome =
        language.run(write("sine", language.code, language.code.write(state)).toString());
    assertEquals(0, outcome.code(), outcome.output());
    String[] lines = outcome.output().split("\n", -1);
    String[] outputs = lines[0].split(" ", -1);
    assertEquals(1 + 16, outputs.length);
    for (int t = 0; t < 16; t++) {
      assertEquals(state.snapshot().pass().output(t), Double.parseDouble(outputs[t + 1]), 1e-12);
    }
    assertEquals(state.snapshot().loss(), Double.parseDouble(lines[1].split(" ", -1)[1]), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aProgramWithAnotherDigitInAnyWeightEndsWithAnError(Language language) throws IOException {
    List<Path> files = new ArrayList<>();
    for (CellType cell : CellType.values()) {
      State state =
          store(
                  new Change.TaskChosen(Task.ECHO),
                  new Change.CellChosen(cell),
                  new Change.HiddenSizeChanged(2),
                  new Command.EpochsRequested(30))
              .state();
      String text = language.code.write(state);
      for (Parameter parameter : state.experiment().shape().newNetwork().parameters()) {
        Matcher weight =
            Pattern.compile("\\b" + parameter.name() + " = [^0-9]*[0-9]+\\.[0-9]([0-9])")
                .matcher(text);
        assertTrue(weight.find(), text);
        int digit = (text.charAt(weight.start(1)) - '0' + 5) % 10;
        String other = text.substring(0, weight.start(1)) + digit + text.substring(weight.end(1));
        files.add(write(cell + parameter.name(), language.code, other));
      }
    }
    assertTrue(files.size() >= 5 + 6 + 5, "files: " + files.size());
    Programs.Outcome outcome = language.runAll(files);
    assertEquals(files.size(), outcome.code(), outcome.output());
    assertEquals(
        files.size(),
        outcome.output().lines().filter(line -> line.contains(": expected ")).count(),
        outcome.output());
    Programs.Outcome alone = language.run(files.get(0).toString());
    assertEquals(1, alone.code(), alone.output());
  }

  @Test
  void theNetworkOfRandomSearchIsWritten() {
    ManualFrames frames = new ManualFrames();
    Store store = new Store(Experiment.initial(), frames, frames, state -> {});
    frames.setCostOfReading(0.1);
    store.dispatch(new Command.SearchSwitched(true));
    frames.draw(5, 16);
    store.dispatch(new Command.SearchSwitched(false));
    store.dispatch(new Command.MethodChosen(Method.RANDOM_SEARCH));
    State state = store.state();
    String text = new NumPyCode(DECIMALS).write(state);
    assertTrue(text.contains("# Weights: the best of "), text);
    String weight = DECIMALS.exact(state.snapshot().parameters().get(0));
    assertTrue(text.contains("[" + weight + "]"), text);
  }

  @Test
  void whatRoundingErrorsOrAnOverflowChangeIsLeftOut() {
    State overflowing =
        store(
                new Change.TaskChosen(Task.LINEAR),
                new Change.LengthChanged(60),
                new Change.ScalingChosen(Scaling.RAW),
                new Change.ActivationChosen(Activation.LINEAR),
                new Command.ParameterSet(1, 1e6))
            .state();
    String text = new JavaScriptCode(DECIMALS).write(overflowing);
    assertTrue(text.contains("// Those from step 53 on are left out"), text);
    assertFalse(text.contains("NaN") || text.contains("Infinity"), text);

    Store chaotic =
        store(
            new Change.TaskChosen(Task.ECHO),
            new Change.CellChosen(CellType.ELMAN),
            new Change.HiddenSizeChanged(32),
            new Change.LengthChanged(60));
    double[] parameters = chaotic.state().snapshot().parameters().toArray();
    for (int i = 32; i < 32 + 32 * 32; i++) {
      parameters[i] *= 10;
    }
    Numbers steep = Numbers.of(parameters);
    Experiment experiment = chaotic.state().experiment().withStartParameters(steep);
    chaotic.dispatch(new Command.Opened(experiment, 0, steep, OpenInstruments.NONE, Parts.ALL));
    int steady = ReproducibleSteps.count(chaotic.state());
    assertTrue(steady > 3 && steady < 60, "steps: " + steady);
  }

  @Test
  void aProgramSaysWhichExperimentItIs() {
    State state =
        store(
                new Change.TaskChosen(Task.CUSTOM),
                new Change.OwnNumbersEntered(Numbers.of(-2, 0, 0, 6)),
                new Change.TrainStepsChanged(2),
                new Change.ScalingChosen(Scaling.NORMALIZED),
                new Change.MemorySwitched(false),
                new Change.StepChosen(2),
                new Command.EpochsRequested(3))
            .state();
    String text = new JavaScriptCode(DECIMALS).write(state);
    assertTrue(
        text.startsWith(
            """
            // A recurrent neural network from Unrolled. To run it: node unrolled.js, or the console of a browser
            //
            // Task: Custom, 3 steps, of which the first 2 train
            // Network: Elman (RNN), tanh, 1 hidden unit, memory off: every step starts from a state of zero
            // Weights: after 3 epochs of training
            // Units: normalized, so that (-2) becomes -1 and 6 becomes 1:
            //   x = (value - (-2)) / (6 - (-2)) * 2 - 1
            """),
        text);
    assertTrue(text.contains("const inputs = [-1, -0.5, -0.5];"), text);
  }
}
