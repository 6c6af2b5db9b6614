package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text becomes events and a sentence, whatever it says. */
class InstructionsTest {
  private final Instructions instructions = new Instructions(new JvmDecimals());
  private final List<String> ignored = new ArrayList<>();

  private List<Instruction> read(String text) {
    return instructions.read(text, ignored::add);
  }

  private List<Event> events(String text) {
    return read(text).stream().flatMap(instruction -> instruction.events().stream()).toList();
  }

  private static Store store() {
    return new Store(Experiment.initial(), () -> 0, callback -> {}, state -> {});
  }

  static Stream<Arguments> understood() {
    return Stream.of(
        Arguments.of("fresh", List.of(new Command.StartedAnew())),
        Arguments.of("train", List.of(new Command.TrainingSwitched(true))),
        Arguments.of("train=1", List.of(new Command.EpochsRequested(1))),
        Arguments.of("train=1e4", List.of(new Command.EpochsRequested(10_000))),
        Arguments.of("search", List.of(new Command.SearchSwitched(true))),
        Arguments.of(
            "pause",
            List.of(new Command.TrainingSwitched(false), new Command.SearchSwitched(false))),
        Arguments.of("reset", List.of(new Command.ResetRequested())),
        Arguments.of("exactSolution", List.of(new Command.ExactSolutionRequested())),
        Arguments.of("step", List.of(new Change.SteppedForward())),
        Arguments.of("step=2", List.of(new Change.StepChosen(2))),
        Arguments.of("stepBack", List.of(new Change.SteppedBack())),
        Arguments.of("undo", List.of(new Command.Undone())),
        Arguments.of("redo", List.of(new Command.Redone())),
        Arguments.of(
            "show=many-seeds",
            List.of(new Command.InstrumentSwitched(Instrument.MANY_SEEDS, true))),
        Arguments.of("show=timeline", List.of()),
        Arguments.of(
            "instruments=clipping",
            List.of(
                new Command.InstrumentsChosen(
                    OpenInstruments.NONE.with(Instrument.CLIPPING, true)))),
        Arguments.of(
            "\n fresh\ttask=sine  hidden-weight=-1\r\n ",
            List.of(
                new Command.StartedAnew(),
                new Change.TaskChosen(Task.SINE),
                new Command.ScalarParameterSet(ScalarParameter.HIDDEN_WEIGHT, -1))),
        Arguments.of("", List.of()));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void aTextIsEventsInItsOrder(String text, List<Event> events) {
    assertEquals(events, events(text));
    assertEquals(List.of(), ignored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dance", "Fresh", "fresh=1", "search=3", "undo=", "show", "show=", "show=me", "train=",
        "train=0", "train=1.5", "train=10001", "train=much", "=", "=1", "task", "task=",
            "task=poem",
        "theme=dark", "state=v=1", "numbers=1,2", "run=step"
      })
  void whatIsNotUnderstoodIsNamedAndLeftOut(String text) {
    assertEquals(
        List.of(new Change.SteppedForward(), new Change.SteppedBack()),
        events("step " + text + " stepBack"));
    assertEquals(List.of(text), ignored);
  }

  @Test
  void aMethodIsCalledWithItsArgument() {
    assertAll(
        () -> assertEquals(read("train").get(0), instructions.call("train", null)),
        () -> assertEquals(read("train=7").get(0), instructions.call("train", "7")),
        () -> assertEquals(read("show=clipping").get(0), instructions.call("show", "clipping")),
        () -> assertEquals(read("step").get(0), instructions.call("step", "5")),
        () -> assertNull(instructions.call("train", "0.5")),
        () -> assertNull(instructions.call("show", null)),
        () -> assertNull(instructions.call("task", "sine")));
  }

  @Test
  void everyMethodIsAWord() {
    assertEquals(
        List.of(
            "fresh",
            "train",
            "search",
            "pause",
            "reset",
            "exactSolution",
            "step",
            "stepBack",
            "undo",
            "redo",
            "show"),
        Instructions.methods());
    for (String method : Instructions.methods()) {
      boolean show = method.equals("show");
      assertEquals(1, read(show ? "show=timeline" : method).size(), method);
      assertNotNull(instructions.call(method, show ? "timeline" : null), method);
    }
  }

  @Test
  void onlyShowBringsIntoSight() {
    for (Instruction instruction : read("fresh step instruments=clipping pause train=1")) {
      assertFalse(instruction.shows(), instruction.text());
    }
    assertTrue(read("show=timeline").get(0).shows());
    assertNull(read("show=timeline").get(0).instrument());
    assertTrue(read("show=clipping").get(0).shows());
    assertEquals(Instrument.CLIPPING, read("show=clipping").get(0).instrument());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | ''",
        "dance | ''",
        "pause | Paused.",
        "step dance stepBack | One step on, one step back.",
        "undo redo | One change undone, one change redone.",
        "fresh scaling=normalized clipping=element-wise | Start values.",
        "clipping=element-wise | Element-wise clipping.",
        "clipping=off | Clipping off.",
        "fresh optimizer=sgd optimizer=adam optimizer=sgd | Start values, Adam, SGD.",
        "fresh hidden-weight=0.5 | Start values.",
        "fresh train=3 hidden-weight=0.5 | Start values, 3 epochs trained, hidden weight 0.5.",
        "fresh length=12 train-steps=8 | Start values, train on 8 of 12 steps.",
        "task=sine fresh | Sine.",
        "numbers=-1,-2.5,3 | −1, −2.5, 3.",
        "numbers=1,2,3,4 | 1, 2, 3, ….",
        "window=all window=3 takeover=0 takeover=2 | BPTT window all, BPTT window 3, free running off,"
            + " free running from step 2.",
        "learning-rate=1e-5 clip-limit=12345 | Learning rate 0.00001, clip limit 12300.",
        "memory=on start-weights=seeded speed=max delay=2 | Memory on, start weights seeded, speed max,"
            + " delay 2.",
        "hidden-units=4 start-state=0.5,-1,0,1 | 4 hidden units, start state 0.5, −1, 0, ….",
        "fresh start-state=0 start-state=-0.25 | Start values, start state −0.25.",
        "controls=none instruments=clipping | Controls none, instruments clipping.",
      })
  void theSentenceSaysWhatWasDone(String text, String sentence) {
    assertEquals(sentence, Sentence.of(read(text)));
  }

  @Test
  void aFreshStartKeepsTheNumbersAndTheLook() {
    Store store = store();
    Numbers own = Numbers.of(4, 5, 6);
    store.dispatch(new Change.OwnNumbersEntered(own));
    store.dispatch(new Command.InstrumentSwitched(Instrument.CLIPPING, true));
    store.dispatch(new Command.ControlsChosen(new Parts(0)));
    store.dispatch(new Change.CellChosen(CellType.GRU));
    store.dispatch(new Command.TrainingSwitched(true));
    final State before = store.state();
    store.beginGesture();
    store.dispatch(new Command.StartedAnew());
    Experiment initial = Experiment.initial();
    assertEquals(initial.withData(initial.data().withOwn(own)), store.state().experiment());
    assertFalse(store.state().isRunning());
    assertEquals(before.look().instruments(), store.state().look().instruments());
    assertEquals(before.look().parts(), store.state().look().parts());
    store.dispatch(new Command.Undone());
    assertEquals(before.experiment(), store.state().experiment());
  }

  @Test
  void anyTextIsCarriedOutOrNamed() {
    Rng rng = new Rng(1, 0);
    List<String> names = new ArrayList<>(Attributes.names());
    names.addAll(Instructions.methods());
    List<String> values =
        List.of(
            "0",
            "1",
            "2",
            "12",
            "0.5",
            "-1",
            "1,2,3",
            "all",
            "none",
            "off",
            "max",
            "raw",
            "sine",
            "custom",
            "gru",
            "relu",
            "adam",
            "seeded",
            "clipping",
            "timeline",
            "",
            "x",
            "1e999",
            "\u22121",
            "\0",
            "a=b",
            "\u2026",
            "\ud83d");
    String[] between = {" ", "\n", "\t ", "\u00a0", "=", ""};
    int understoodInAll = 0;
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = rng.nextInt(12); length > 0; length--) {
        text.append(rng.nextInt(8) == 0 ? "" : names.get(rng.nextInt(names.size())));
        if (rng.nextInt(3) > 0) {
          text.append('=').append(values.get(rng.nextInt(values.size())));
        }
        text.append(between[rng.nextInt(between.length)]);
      }
      ignored.clear();
      List<Instruction> understood = read(text.toString());
      int words = Attributes.words(text.toString()).size();
      assertEquals(words, understood.size() + ignored.size());
      assertEquals(understood.isEmpty(), Sentence.of(understood).isEmpty());
      Store store = store();
      understood.forEach(instruction -> instruction.events().forEach(store::dispatch));
      assertNotNull(store.state().snapshot());
      understoodInAll += understood.size();
    }
    // Otherwise the texts would be too wild to show anything.
    assertTrue(understoodInAll > 1_500, "understood: " + understoodInAll);
  }
}
