package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.LinearUnit;
import io.github.unrolled.experiment.OpenInstruments;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.ScalarParameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of a unit that puts out its input, 1 less than is expected: its loss is 1. */
class StateWordsTest {
  private static final NumberFormat NUMBERS = new NumberFormat(new JvmDecimals());

  private final ChangeWords changes = new ChangeWords(NUMBERS);
  private final ShownWords shown = new ShownWords(NUMBERS);
  private final RecurrenceWords recurrence = new RecurrenceWords(NUMBERS);
  private final LinearUnit unit = new LinearUnit();

  private @Nullable String said(Event... events) {
    State before = unit.state();
    return changes.of(before, unit.dispatch(events).state());
  }

  @Test
  void aStepIsAnnouncedWithItsNumbers() {
    assertEquals(
        "Step 1 of 3: hidden state 1.00, output 1.00, expected 2.00",
        said(new Change.SteppedForward()));
    assertEquals("Before the first step", said(new Change.SteppedBack()));
  }

  @Test
  void ofSeveralUnitsOnlyTheOutputIsAnnounced() {
    unit.dispatch(new Change.HiddenSizeChanged(2));
    for (int i = 0; i < unit.state().snapshot().parameters().size(); i++) {
      unit.dispatch(new Command.ParameterSet(i, 0));
    }
    assertEquals("Step 1 of 3: output 0.00, expected 2.00", said(new Change.SteppedForward()));
  }

  @Test
  void startAndEndOfTrainingAreAnnouncedAndNoFrameBetween() {
    assertEquals("Training", said(new Command.TrainingSwitched(true)));
    State before = unit.state();
    unit.frames().draw(3, 16);
    assertNull(changes.of(before, unit.state()));
    unit.dispatch(new Command.ResetRequested(), new Command.TrainingSwitched(true));
    assertEquals(
        "Training paused at epoch 0, loss 1.00", said(new Command.TrainingSwitched(false)));
  }

  @Test
  void searchingIsAnnouncedToo() {
    assertEquals("Searching at random", said(new Command.SearchSwitched(true)));
    assertEquals("Random search paused after 0 tries", said(new Command.SearchSwitched(false)));
  }

  @Test
  void aNewRunIsAnnouncedOnceTheHandRests() {
    State before = unit.state();
    unit.dispatch(new Change.LengthChanged(4));
    assertTrue(changes.isByHand(before, unit.state()));
    assertEquals("", changes.of(before, unit.state()));
    assertEquals("New run: epoch 0, loss 1.00", changes.afterwards(before, unit.state()));
  }

  @Test
  void anOpenedInstrumentIsAnnouncedByItsName() {
    assertEquals(
        "Clipping opened", said(new Command.InstrumentSwitched(Instrument.CLIPPING, true)));
    OpenInstruments three =
        OpenInstruments.NONE
            .with(Instrument.CLIPPING, true)
            .with(Instrument.MANY_SEEDS, true)
            .with(Instrument.LOSS_LANDSCAPE, true);
    assertEquals("Loss landscape, Many seeds opened", said(new Command.InstrumentsChosen(three)));
    assertNull(said(new Command.InstrumentSwitched(Instrument.CLIPPING, false)));
  }

  @Test
  void aKeptRunIsAnnouncedByItsNumber() {
    unit.dispatch(new Change.LearningRateChanged(0.001), new Command.EpochsRequested(1));
    String kept = said(new Command.RunKept());
    assertEquals("Ghost 1: linear, rate 0.00100. Now epoch 1", kept);
  }

  @Test
  void whatAChangeHasEndedIsCounted() {
    assertEquals("Bring back 1 epoch", shown.backTo(1));
    assertEquals("in steps of 16", shown.strides(16));
    assertEquals("Bring back 1\u202f500 epochs", shown.backTo(1500));
  }

  @Test
  void theNetworkShownIsNamedByItsEpoch() {
    assertEquals("Shown: the network as set by hand, not trained.", shown.network(unit.state()));
    assertEquals(
        "Shown: the network before training.",
        shown.network(new Store(Experiment.initial(), () -> 0, next -> {}, next -> {}).state()));
    assertEquals("epoch 0 of 0", shown.place(unit.state()));
    unit.dispatch(new Change.LearningRateChanged(1e-6), new Command.EpochsRequested(1500));
    assertEquals("Shown: the trained network, at epoch 1\u202f500.", shown.network(unit.state()));
    assertEquals("epoch 1\u202f500 of 1\u202f500", shown.place(unit.state()));
    unit.dispatch(new Command.EpochChosen(0));
    assertEquals(
        "Shown: the network of epoch 0, trained to epoch 1\u202f500 since.",
        shown.network(unit.state()));
    assertEquals("epoch 0 of 1\u202f500", shown.place(unit.state()));
    unit.dispatch(new Command.EpochChosen(-1), new Command.TrainingSwitched(true));
    assertEquals("now", shown.place(unit.state()));
  }

  @Test
  void theRecurrentWeightBoundsTheMemory() {
    assertEquals("|W_hidden| = 0.00: nothing is remembered.", memoryAt(0));
    assertEquals(
        "|W_hidden| = 0.500 < 1: a memory fades, to 9.77e−4 times itself in 10 steps.",
        memoryAt(-0.5));
    assertEquals("|W_hidden| = 1.00: a memory lasts.", memoryAt(1));
    assertEquals(
        "|W_hidden| = 2.00 > 1: a memory grows, to 1024 times itself in 10 steps.", memoryAt(2));
  }

  @Test
  void aBendBoundsAMemory() {
    unit.dispatch(new Change.ActivationChosen(Activation.RELU));
    assertEquals(
        "|W_hidden| = 2.00 > 1: a memory can grow, to at most 1024 times itself in 10 steps.",
        memoryAt(2));
    unit.dispatch(new Change.ActivationChosen(Activation.TANH));
    assertEquals(
        "|W_hidden| = 0.500 < 1: a memory fades, to at most 9.77e−4 times itself in 10 steps.",
        memoryAt(0.5));
    assertEquals(
        "|W_hidden| = 1.50 > 1: small differences can grow, but no state leaves −1 to 1.",
        memoryAt(-1.5));
    unit.dispatch(new Change.ActivationChosen(Activation.SIGMOID));
    assertEquals("|W_hidden| × steepest slope = 1.00: a memory can last.", memoryAt(4));
  }

  @Test
  void aWeightBesideOneShowsTheDigitsThatDecide() {
    assertEquals(
        "|W_hidden| = 1.001 > 1: a memory grows, to 1.01 times itself in 10 steps.",
        memoryAt(1.001));
    assertEquals(
        "|W_hidden| = 0.99999 < 1: a memory fades, to 0.9999 times itself in 10 steps.",
        memoryAt(0.99999));
  }

  private String memoryAt(double weight) {
    return recurrence.ofUnit(unit.set(ScalarParameter.HIDDEN_WEIGHT, weight).state());
  }
}
