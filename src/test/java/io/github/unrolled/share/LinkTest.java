package io.github.unrolled.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.OpenInstruments;
import io.github.unrolled.experiment.RandomEvents;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Method;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link restores what it was made from, to the bit, and no content breaks anything. */
class LinkTest {
  private static final String NEXT_TO_NOTHING = "v=1";

  private final Link link = new Link(new JvmDecimals());

  static Shared shared(Store store) {
    // A link carries nothing of random search.
    store.dispatch(new Command.MethodChosen(Method.BPTT));
    State state = store.state();
    return new Shared(
        state.experiment(),
        state.snapshot().epochs(),
        state.snapshot().parameters(),
        state.look().instruments(),
        state.look().parts(),
        "auto",
        List.of());
  }

  static Store store(Event... events) {
    Store store = new Store(Experiment.initial(), () -> 0, callback -> {}, state -> {});
    for (Event event : events) {
      store.dispatch(event);
    }
    return store;
  }

  @Test
  void whatThePageOpensWithIsNextToNothing() {
    Shared initial = shared(store());
    assertEquals(NEXT_TO_NOTHING, link.write(initial));
    assertEquals(initial, link.read(NEXT_TO_NOTHING));
    assertEquals(initial, link.read(""));
    assertEquals(initial, link.read("#"));
  }

  @Test
  void anyExperimentComesBackToTheBit() {
    int links = 0;
    for (int seed = 0; seed < 120; seed++) {
      RandomEvents events = new RandomEvents(seed);
      Store store = store();
      for (int i = 0; i < 60; i++) {
        store.dispatch(events.next());
        if (i % 6 == 5 && allFinite(store.state().snapshot().parameters())) {
          Shared made = shared(store);
          String text = link.write(made);
          assertEquals(made, link.read("#" + text), text);
          assertEquals(text, link.write(link.read(text)));
          links++;
        }
      }
    }
    assertTrue(links > 1000, "links: " + links);
  }

  @Test
  void whatIsOpenedShowsTheSameNumbersAndDoesNotRun() {
    for (int seed = 0; seed < 40; seed++) {
      RandomEvents events = new RandomEvents(seed);
      Store store = store();
      for (int i = 0; i < 40; i++) {
        store.dispatch(events.next());
      }
      Shared made = shared(store);
      if (!allFinite(made.weights())) {
        continue;
      }
      Shared read = link.read(link.write(made));
      Store other = store(new Change.TaskChosen(Task.ECHO), new Command.EpochsRequested(5));
      other.dispatch(new Command.TrainingSwitched(true));
      other.dispatch(
          new Command.Opened(
              read.experiment(), read.epochs(), read.weights(), read.instruments(), read.parts()));
      State here = store.state();
      State there = other.state();
      assertFalse(there.isRunning());
      assertEquals(here.experiment(), there.experiment());
      assertEquals(here.snapshot().epochs(), there.snapshot().epochs());
      assertEquals(here.snapshot().loss(), there.snapshot().loss());
      assertEquals(here.snapshot().gradient(), there.snapshot().gradient());
      assertEquals(here.snapshot().testLoss(), there.snapshot().testLoss());
      if (read.epochs() > 0) {
        // Back to where the run started, which the link also carries.
        other.dispatch(new Command.ResetRequested());
        assertEquals(0, other.state().snapshot().epochs());
        assertEquals(here.experiment().start(), other.state().experiment().start());
      }
    }
  }

  static boolean allFinite(Numbers numbers) {
    for (double number : numbers.toArray()) {
      if (!(Math.abs(number) <= Double.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aTrainedUnitTakesLessThan300Letters() {
    for (Task task : Task.values()) {
      Store store =
          store(
              new Change.TaskChosen(task),
              new Change.CellChosen(CellType.ELMAN),
              new Change.HiddenSizeChanged(1),
              new Change.LearningRateChanged(0.012345678901234567),
              new Change.SeedEntered(123_456_789),
              new Command.ParameterSet(0, 0.1234567890123),
              new Command.EpochsRequested(57),
              new Change.StepChosen(3),
              new Command.InstrumentSwitched(Instrument.LOSS_LANDSCAPE, true),
              new Command.InstrumentSwitched(Instrument.HIDDEN_STATE_MAP, true));
      String text = link.write(shared(store));
      assertTrue(text.length() < 300, text.length() + ": " + text);
    }
  }

  @ParameterizedTest
  @CsvSource({"ELMAN, 30000", "GRU, 40000", "LSTM, 50000"})
  void thirtyTwoUnitsFit(CellType cell, int most) {
    Store store =
        store(
            new Change.TaskChosen(Task.ECHO),
            new Change.CellChosen(cell),
            new Change.HiddenSizeChanged(32),
            new Command.EpochsRequested(3));
    Shared made = shared(store);
    String text = link.write(made);
    assertTrue(text.length() < most, text.length() + "");
    assertEquals(made, link.read(text));
  }

  @Test
  void aLinkCanBeReadByPeople() {
    Store store =
        store(
            new Change.TaskChosen(Task.CUSTOM),
            new Change.OwnNumbersEntered(Numbers.of(1, -2.5, 1e21, 0)),
            new Change.StepChosen(2),
            new Command.InstrumentSwitched(Instrument.CLIPPING, true));
    assertEquals(
        "v=1&task=custom&numbers=1,-2.5,1e21,0&step=2&instruments=clipping",
        link.write(shared(store)));
  }

  @Test
  void aStartStateIsWrittenUnlessItIsZero() {
    Store store = store(new Change.HiddenSizeChanged(2), new Change.StartStateSet(1, -0.25));
    String text = link.write(shared(store));
    assertEquals("v=1&hidden-units=2&start-state=0,-0.25", text);
    assertEquals(Numbers.of(0, -0.25), link.read(text).experiment().start().state());
    store.dispatch(new Change.StartStateSet(1, 0));
    assertEquals("v=1&hidden-units=2", link.write(shared(store)));
  }

  @ParameterizedTest
  @CsvSource({
    "v=1&task=tango&step=2, task",
    "v=1&step=9, step",
    "v=1&hidden-units=33, hidden-units",
    "v=1&hidden-units=1e9, hidden-units",
    "v=1&learning-rate=NaN, learning-rate",
    "v=1&weights=AAAA&epoch=5, 'weights,epoch'",
    "v=1&epoch=5, epoch",
    "v=1&weights=P_AAAAAAAAA_4AAAAAAAAAAAAAAAAAAAP_AAAAAAAAAAAAAAAAAAAA, weights",
    "v=1&start=zzz, start",
    "v=1&start-state=0.5%2C0.5, start-state",
    "v=1&hidden-units=2&start-state=0.5&step=2, start-state",
    "v=1&start-state=1e999, start-state",
    "v=1&start-state=1000001, start-state",
    "v=1&start-state=, start-state",
    "v=1&theme=<script>, theme",
    "v=1&instruments=clipping;sofa, instruments",
    "v=1&controls=run;loss, controls",
    "v=1&panels=run, panels",
    "v=1&colour=red&step=2, colour",
    "v=1&step=2&step=3, step",
    "v=1&nonsense, nonsense",
    "v=2&step=2, 'v (expected 1, got 2)'",
    "step=2, 'v (expected 1, got none)'",
  })
  void whatCannotBeReadIsNamedAndTheRestCounts(String text, String names) {
    Shared read = link.read(text);
    assertEquals(List.of(names.split(",(?! )", -1)), read.ignored());
    assertEquals(text.contains("step=2") ? 2 : 0, read.experiment().cursor());
  }

  @Test
  void lettersThatWereEscapedOnTheWayAreRead() {
    Shared read = link.read("v=1&task=custom&numbers=1%2C2%2c3%2C5&step=%32&theme=dark");
    assertEquals(Numbers.of(1, 2, 3, 5), read.experiment().data().own());
    assertEquals(2, read.experiment().cursor());
    assertEquals("dark", read.theme());
    assertEquals(List.of(), read.ignored());
  }

  @Test
  void whatIsTooLongIsNotLookedAt() {
    Shared read = link.read("v=1&numbers=" + "1,".repeat(1_000_000));
    assertEquals(1, read.ignored().size());
    assertEquals(Experiment.initial(), read.experiment());
    assertEquals(OpenInstruments.NONE, read.instruments());
  }

  @Test
  void whatIsIgnoredIsToldInAFewWords() {
    for (String text :
        new String[] {"x".repeat(150_000), "&".repeat(150_000), "a=&".repeat(50_000)}) {
      Shared read = link.read("v=1&" + text + "&step=3");
      assertTrue(read.ignored().size() <= Fields.MOST + 1, "names: " + read.ignored().size());
      for (String name : read.ignored()) {
        assertTrue(name.length() <= 40, name);
      }
    }
    String many = "&a=1".repeat(70);
    assertTrue(
        link.read("v=1" + many).ignored().contains("everything after the first 64 fields"),
        "the rest");
  }

  @Test
  void numbersAreReadFromExactlyTheirLetters() {
    Numbers numbers = Numbers.of(1, -0.0, Math.PI, Double.MIN_VALUE, -Double.MAX_VALUE);
    String text = new Base64Numbers().write(numbers);
    assertEquals(54, text.length());
    assertEquals(numbers, new Base64Numbers().read(text, 5));
    assertNotEquals(numbers, new Base64Numbers().read(text, 4));
    for (int size = 0; size < 9; size++) {
      Numbers some = Numbers.of(new Random(size).doubles(size, -1, 1).toArray());
      assertEquals(some, new Base64Numbers().read(new Base64Numbers().write(some), size));
    }
    for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(null, new Base64Numbers().read(new Base64Numbers().write(Numbers.of(none)), 1));
    }
    int read = 0;
    for (char last = ' '; last < 127; last++) {
      Numbers other = new Base64Numbers().read(text.substring(0, 53) + last, 5);
      read += other == null ? 0 : 1;
    }
    assertEquals(4, read, "the last letter has four bits to spare: none may say anything");
  }
}
