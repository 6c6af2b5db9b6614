package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A host page's attributes become events, or nothing if they are malformed. */
class AttributesTest {
  private final Attributes attributes = new Attributes(new JvmDecimals());

  static Stream<Arguments> understood() {
    return Stream.of(
        Arguments.of("task", "fibonacci", new Change.TaskChosen(Task.FIBONACCI)),
        Arguments.of("task", "custom", new Change.TaskChosen(Task.CUSTOM)),
        Arguments.of("numbers", "1, 2, 4", new Change.OwnNumbersEntered(Numbers.of(1, 2, 4))),
        Arguments.of("length", "60", new Change.LengthChanged(60)),
        Arguments.of("scaling", "raw", new Change.ScalingChosen(Scaling.RAW)),
        Arguments.of("activation", "relu", new Change.ActivationChosen(Activation.RELU)),
        Arguments.of("learning-rate", "1e-3", new Change.LearningRateChanged(1e-3)),
        Arguments.of("clipping", "off", new Change.ClippingChosen(Clipping.Kind.OFF)),
        Arguments.of(
            "clipping", "element-wise", new Change.ClippingChosen(Clipping.Kind.ELEMENT_WISE)),
        Arguments.of(
            "clipping", "global-norm", new Change.ClippingChosen(Clipping.Kind.GLOBAL_NORM)),
        Arguments.of("clip-limit", "0.5", new Change.ClipLimitChanged(0.5)),
        Arguments.of("seed", "999999999", new Change.SeedEntered(999_999_999)),
        Arguments.of("start-weights", "seeded", new Change.StartWeightsChosen(StartWeights.SEEDED)),
        Arguments.of("start-state", "0.5", new Change.StartStateEntered(Numbers.of(0.5))),
        Arguments.of(
            "start-state", "1e6, -0.2,-0", new Change.StartStateEntered(Numbers.of(1e6, -0.2, 0))),
        Arguments.of("speed", "120", new Change.SpeedChosen(new Speed(6))),
        Arguments.of("speed", "max", new Change.SpeedChosen(new Speed(Speed.MAX_LEVEL))),
        Arguments.of(
            "input-weight", "-1", new Command.ScalarParameterSet(ScalarParameter.INPUT_WEIGHT, -1)),
        Arguments.of(
            "hidden-weight",
            " 1.2 ",
            new Command.ScalarParameterSet(ScalarParameter.HIDDEN_WEIGHT, 1.2)),
        Arguments.of(
            "hidden-bias",
            "\u22120.5",
            new Command.ScalarParameterSet(ScalarParameter.HIDDEN_BIAS, -0.5)),
        Arguments.of(
            "output-weight",
            "1e6",
            new Command.ScalarParameterSet(ScalarParameter.OUTPUT_WEIGHT, 1e6)),
        Arguments.of(
            "output-bias", "0", new Command.ScalarParameterSet(ScalarParameter.OUTPUT_BIAS, 0)),
        Arguments.of("step", "3", new Change.StepChosen(3)),
        Arguments.of("step", "999", new Change.StepChosen(500)),
        Arguments.of("step", "1e12", new Change.StepChosen(500)),
        Arguments.of("task", "running-sum", new Change.TaskChosen(Task.RUNNING_SUM)),
        Arguments.of("delay", "8", new Change.DelayChanged(8)),
        Arguments.of("train-steps", "1", new Change.TrainStepsChanged(1)),
        Arguments.of("train-steps", "499", new Change.TrainStepsChanged(499)),
        Arguments.of("cell", "elman", new Change.CellChosen(CellType.ELMAN)),
        Arguments.of("cell", "gru", new Change.CellChosen(CellType.GRU)),
        Arguments.of("cell", "lstm", new Change.CellChosen(CellType.LSTM)),
        Arguments.of("hidden-units", "32", new Change.HiddenSizeChanged(32)),
        Arguments.of("memory", "on", new Change.MemorySwitched(true)),
        Arguments.of("memory", "off", new Change.MemorySwitched(false)),
        Arguments.of("optimizer", "sgd", new Change.OptimizerChosen(OptimizerKind.SGD)),
        Arguments.of("optimizer", "momentum", new Change.OptimizerChosen(OptimizerKind.MOMENTUM)),
        Arguments.of("optimizer", "rmsprop", new Change.OptimizerChosen(OptimizerKind.RMSPROP)),
        Arguments.of("optimizer", "adam", new Change.OptimizerChosen(OptimizerKind.ADAM)),
        Arguments.of("window", "1", new Change.WindowChanged(1)),
        Arguments.of("window", "all", new Change.WindowChanged(Training.FULL_WINDOW)),
        Arguments.of("takeover", "0", new Change.TakeoverChosen(0)),
        Arguments.of("takeover", "500", new Change.TakeoverChosen(500)));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void anAttributeIsAnEvent(String name, String value, Event event) {
    assertEquals(event, attributes.parse(name, value));
    assertTrue(Attributes.names().contains(name));
  }

  @ParameterizedTest
  @CsvSource({
    "task, prime",
    "task, ''",
    "task, Fibonacci",
    "numbers, '1, 2'",
    "numbers, '1, 2, x'",
    "numbers, '1, 2, 1e999'",
    "length, 2",
    "length, 61",
    "length, 7.5",
    "length, NaN",
    "scaling, none",
    "activation, softmax",
    "learning-rate, 0",
    "learning-rate, -1",
    "learning-rate, fast",
    "learning-rate, 1e400",
    "clipping, on",
    "clip-limit, 0",
    "seed, -1",
    "seed, 1.5",
    "seed, 1000000000",
    "speed, 0",
    "speed, min",
    "start-weights, random",
    "start-state, ''",
    "start-state, '0.5,'",
    "start-state, '0.5,,1'",
    "start-state, '0.5 1'",
    "start-state, NaN",
    "start-state, '0,1000001'",
    "start-state, '0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0'",
    "hidden-weight, 1000001",
    "hidden-weight, ''",
    "step, -1",
    "step, 2.5",
    "delay, 0",
    "delay, 9",
    "delay, all",
    "train-steps, 0",
    "train-steps, 501",
    "train-steps, 2.5",
    "cell, rnn",
    "cell, GRU",
    "hidden-units, 0",
    "hidden-units, 33",
    "hidden-units, 1.5",
    "memory, 1",
    "memory, ''",
    "memory, On",
    "optimizer, adamw",
    "window, 0",
    "window, 501",
    "window, max",
    "takeover, -1",
    "takeover, 501",
    "takeover, all",
    "instruments, all",
    "instruments, clipping landscape",
    "instruments, 'clipping,gradient-check'",
    "controls, loss",
    "controls, 'run walk'",
    "panels, run",
    "panels, 'all none'",
    "colour, red",
    "colour, 1",
    "input-weight, max",
    "'', ''",
  })
  void whatIsMalformedIsNoEvent(String name, String value) {
    assertNull(attributes.parse(name, value));
  }

  @Test
  void instrumentsAreNamedInAnyOrderAndWrittenInTheirs() {
    Event event = attributes.parse("instruments", "  gradient-check loss-landscape ");
    OpenInstruments open = assertInstanceOf(Command.InstrumentsChosen.class, event).instruments();
    assertEquals("loss-landscape gradient-check", Attributes.valueOf(open));
    assertEquals(
        new Command.InstrumentsChosen(OpenInstruments.NONE), attributes.parse("instruments", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "controls, all, all",
    "controls, none, none",
    "controls, '', none",
    "controls, ' weights  run', run weights",
    "controls, run share sequence network weights training, all",
    "panels, all, all",
    "panels, none, none",
    "panels, loss unrolled, unrolled loss",
    "panels, unrolled equation history prediction loss instruments, all"
  })
  void partsAreNamedInAnyOrderAndWrittenInTheirs(String name, String value, String written) {
    Parts parts =
        attributes.parse(name, value) instanceof Command.ControlsChosen controls
            ? controls.parts()
            : assertInstanceOf(Command.PanelsChosen.class, attributes.parse(name, value)).parts();
    assertEquals(written, Attributes.valueOf(parts, name.equals("controls")));
  }

  @Test
  void controlsAndPanelsAreChosenApart() {
    Store store = new Store(Experiment.initial(), () -> 0, callback -> {}, state -> {});
    store.dispatch(new Command.ControlsChosen(new Parts(0).with(Part.RUN, true)));
    store.dispatch(new Command.PanelsChosen(new Parts(0).with(Part.LOSS, true)));
    Parts parts = store.state().look().parts();
    int place = 0;
    for (Part part : Part.values()) {
      assertEquals(place++, part.place());
      assertEquals(part == Part.RUN || part == Part.LOSS, parts.has(part));
    }
  }

  @Test
  void instrumentsAreOpenEachForItself() {
    OpenInstruments all = OpenInstruments.NONE;
    int place = 0;
    for (Instrument instrument : Instrument.values()) {
      assertEquals(place++, instrument.place());
      assertEquals(
          instrument,
          Attributes.instrument(instrument.name().toLowerCase(Locale.ROOT).replace('_', '-')));
      all = all.with(instrument, true);
    }
    for (Instrument instrument : Instrument.values()) {
      OpenInstruments others = all.with(instrument, false);
      for (Instrument other : Instrument.values()) {
        assertEquals(other != instrument, others.has(other));
      }
      assertEquals(all, others.with(instrument, true));
    }
  }

  @Test
  void everyNameIsOfUse() {
    assertEquals(
        List.of(
            "task",
            "numbers",
            "length",
            "delay",
            "train-steps",
            "scaling",
            "cell",
            "hidden-units",
            "activation",
            "memory",
            "optimizer",
            "learning-rate",
            "clipping",
            "clip-limit",
            "window",
            "seed",
            "start-weights",
            "start-state",
            "speed",
            "input-weight",
            "hidden-weight",
            "output-weight",
            "hidden-bias",
            "output-bias",
            "step",
            "takeover",
            "instruments",
            "controls",
            "panels"),
        Attributes.names());
    List<String> values =
        List.of(
            "linear",
            "7",
            "1 2 3",
            "raw",
            "tanh",
            "off",
            "seeded",
            "gru",
            "adam",
            "0.5",
            "1",
            "clipping",
            "all");
    for (String name : Attributes.names()) {
      boolean used = values.stream().anyMatch(value -> attributes.parse(name, value) != null);
      assertTrue(used, name);
    }
  }

  @Test
  void anyTextIsUnderstoodOrIgnored() {
    Rng rng = new Rng(1, 0);
    String alphabet = "0123456789.-eE+ ,abcmxNaInfity\u2212\0<";
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = rng.nextInt(12); length > 0; length--) {
        text.append(alphabet.charAt(rng.nextInt(alphabet.length())));
      }
      String name = Attributes.names().get(rng.nextInt(Attributes.names().size()));
      Event event = attributes.parse(name, text.toString());
      if (event instanceof Change change) {
        assertNotNull(change.applyTo(Experiment.initial()));
      }
    }
  }
}
