package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import org.junit.jupiter.api.Test;

/** A moved start gives the same run as a fresh start from there, over as many epochs. */
class StartMovedTest {
  private static final double FRAME = 20;

  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});

  @Test
  void theReplayedRunIsAFreshOneToTheBit() {
    Rng rng = new Rng(3, 9);
    int diverged = 0;
    for (int trial = 0; trial < 60; trial++) {
      ManualFrames time = new ManualFrames();
      time.setCostOfReading(1);
      Store moved = new Store(Experiment.initial(), time, time, state -> {});
      boolean wild = trial % 6 == 0;
      settings(moved, wild, rng);
      int epochs = 1 + rng.nextInt(400);
      moved.dispatch(new Command.EpochsRequested(epochs));
      double reached = moved.state().snapshot().epochs();
      Numbers start = moved.state().experiment().start().parameters();
      for (int drag = 1 + rng.nextInt(3); drag > 0; drag--) {
        start = near(start, rng, wild ? 1e6 : 1);
        moved.dispatch(new Command.StartMoved(start));
        time.draw(rng.nextInt(3), FRAME);
      }
      while (time.outstanding() > 0) {
        time.draw(FRAME);
      }
      Store fresh = new Store(moved.state().experiment(), frames, frames, state -> {});
      if (reached > 0) {
        fresh.dispatch(new Command.EpochsRequested((int) reached));
      }
      Snapshot expected = fresh.state().snapshot();
      Snapshot actual = moved.state().snapshot();
      assertEquals(expected.parameters(), actual.parameters());
      assertEquals(expected.gradient(), actual.gradient());
      assertEquals(expected.epochs(), actual.epochs());
      assertEquals(expected.bpttCurve().loss(), actual.bpttCurve().loss());
      assertEquals(fresh.state().run().divergence(), moved.state().run().divergence());
      assertFalse(moved.state().activity().training());
      diverged += moved.state().run().divergence() == null ? 0 : 1;
    }
    assertTrue(diverged > 0);
  }

  private static void settings(Store store, boolean wild, Rng rng) {
    store.dispatch(new Change.OptimizerChosen(one(OptimizerKind.values(), rng)));
    if (rng.nextInt(2) == 0) {
      store.dispatch(new Change.CellChosen(one(CellType.values(), rng)));
      store.dispatch(new Change.HiddenSizeChanged(1 + rng.nextInt(3)));
    }
    if (wild) {
      store.dispatch(new Change.ActivationChosen(Activation.LINEAR));
      store.dispatch(new Change.LengthChanged(60));
    }
    if (rng.nextInt(3) == 0) {
      store.dispatch(new Change.MemorySwitched(false));
    }
  }

  private static <T> T one(T[] values, Rng rng) {
    return values[rng.nextInt(values.length)];
  }

  private static Numbers near(Numbers start, Rng rng, double size) {
    double[] moved = start.toArray();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = Math.max(-1e6, Math.min(1e6, moved[i] + rng.uniform(-size, size)));
    }
    return Numbers.of(moved);
  }

  @Test
  void aLongReplayTakesSeveralFramesAndFurtherMovesKeepTheGoal() {
    frames.setCostOfReading(1);
    store.dispatch(new Command.EpochsRequested(9_000));
    store.dispatch(new Command.StartMoved(Numbers.of(0.9, 0.5, 0, 1, 0)));
    assertEquals(0, store.state().snapshot().epochs());
    frames.draw(FRAME);
    double first = store.state().snapshot().epochs();
    assertTrue(first > 0 && first < 9_000, "epochs in a frame: " + first);
    store.dispatch(new Command.StartMoved(Numbers.of(0.8, 0.5, 0, 1, 0)));
    assertEquals(0, store.state().snapshot().epochs());
    for (int i = 0; i < 2_000 && frames.outstanding() > 0; i++) {
      frames.draw(FRAME);
    }
    assertEquals(9_000, store.state().snapshot().epochs());
    assertEquals(0, frames.outstanding());
  }

  @Test
  void aPauseEndsAReplayWhereItIs() {
    frames.setCostOfReading(1);
    store.dispatch(new Command.EpochsRequested(9_000));
    store.dispatch(new Command.StartMoved(Numbers.of(0.9, 0.5, 0, 1, 0)));
    frames.draw(FRAME);
    assertTrue(store.state().activity().replaying() && store.state().isRunning());
    store.dispatch(new Command.TrainingSwitched(false));
    double reached = store.state().snapshot().epochs();
    frames.draw(10, FRAME);
    assertFalse(store.state().isRunning());
    assertEquals(reached, store.state().snapshot().epochs());
    assertTrue(reached > 0 && reached < 9_000);
    assertEquals(0, frames.outstanding());
    store.dispatch(new Command.StartMoved(Numbers.of(0.8, 0.5, 0, 1, 0)));
    frames.draw(2_000, FRAME);
    assertEquals(reached, store.state().snapshot().epochs());
  }

  @Test
  void trainingAndSearchGoOnAfterwardsAndTheTriesAreKept() {
    store.dispatch(new Command.TrainingSwitched(true));
    store.dispatch(new Command.SearchSwitched(true));
    frames.draw(5, FRAME);
    final double epochs = store.state().snapshot().epochs();
    final double tries = store.state().snapshot().tries();
    store.dispatch(new Command.StartMoved(Numbers.of(0.2, 0.1, 0, 1, 0)));
    assertEquals(Method.BPTT, store.state().snapshot().method());
    frames.draw(FRAME);
    assertTrue(store.state().activity().training() && store.state().activity().searching());
    assertEquals(epochs, store.state().snapshot().epochs());
    assertEquals(tries, store.state().snapshot().tries());
    frames.draw(10, FRAME);
    assertTrue(store.state().snapshot().epochs() > epochs);
    assertTrue(store.state().snapshot().tries() > tries);
  }

  @Test
  void theSpeedDoesNotHoldAReplayBack() {
    store.dispatch(new Command.EpochsRequested(500));
    store.dispatch(new Change.SpeedChosen(Speed.atMost(1)));
    store.dispatch(new Command.TrainingSwitched(true));
    store.dispatch(new Command.StartMoved(Numbers.of(0.2, 0.1, 0, 1, 0)));
    frames.draw(FRAME);
    assertEquals(500, store.state().snapshot().epochs());
    frames.draw(10, FRAME);
    assertTrue(store.state().snapshot().epochs() <= 502);
  }

  @Test
  void aReplayThatDivergesIsReportedAndTheNextMoveHasItsGoal() {
    store.dispatch(new Change.ActivationChosen(Activation.LINEAR));
    store.dispatch(new Change.LengthChanged(60));
    store.dispatch(new Command.EpochsRequested(300));
    assertNull(store.state().run().divergence());
    store.dispatch(new Command.StartMoved(Numbers.of(1e6, 1e6, 1e6, 1e6, 1e6)));
    frames.draw(10, FRAME);
    assertNotNull(store.state().run().divergence());
    assertTrue(store.state().snapshot().epochs() < 300);
    assertEquals(0, frames.outstanding());
    store.dispatch(new Command.StartMoved(Numbers.of(1, 0.5, 0, 1, 0)));
    frames.draw(10, FRAME);
    assertNull(store.state().run().divergence());
    assertEquals(300, store.state().snapshot().epochs());
  }

  @Test
  void epochsAskedForDuringAReplayComeOnTop() {
    frames.setCostOfReading(4);
    store.dispatch(new Command.EpochsRequested(1_000));
    store.dispatch(new Command.StartMoved(Numbers.of(1, 0.5, 0, 1, 0)));
    store.dispatch(new Command.EpochsRequested(7));
    for (int i = 0; i < 2_000 && frames.outstanding() > 0; i++) {
      frames.draw(FRAME);
    }
    assertEquals(1_007, store.state().snapshot().epochs());
  }

  @Test
  void aWeightSetByHandOrAResetEndsAReplay() {
    frames.setCostOfReading(4);
    store.dispatch(new Command.EpochsRequested(1_000));
    store.dispatch(new Command.StartMoved(Numbers.of(0.9, 0.5, 0, 1, 0)));
    frames.draw(FRAME);
    store.dispatch(new Command.ParameterSet(0, 2));
    final double epochs = store.state().snapshot().epochs();
    frames.draw(3, FRAME);
    assertEquals(epochs, store.state().snapshot().epochs());
    assertEquals(2, store.state().snapshot().parameters().get(0));
    store.dispatch(new Command.StartMoved(Numbers.of(0.9, 0.5, 0, 1, 0)));
    store.dispatch(new Command.ResetRequested());
    frames.draw(3, FRAME);
    assertEquals(0, store.state().snapshot().epochs());
  }

  @Test
  void whatMemoryOffHoldsIsKeptForWhenItNoLongerIs() {
    store.dispatch(new Change.MemorySwitched(false));
    store.dispatch(new Command.StartMoved(Numbers.of(0.9, 2, 0, 1, 0)));
    assertEquals(Numbers.of(0.9, 0.5, 0, 1, 0), store.state().experiment().start().parameters());
    assertEquals(Numbers.of(0.9, 0, 0, 1, 0), store.state().snapshot().parameters());
  }

  @Test
  void aMoveAtEpochZeroIsANewRunAtOnce() {
    final int before = store.state().run().number();
    store.dispatch(new Command.StartMoved(Numbers.of(0.9, 0.4, 0, 1, 0)));
    assertNotEquals(before, store.state().run().number());
    assertEquals(Numbers.of(0.9, 0.4, 0, 1, 0), store.state().snapshot().parameters());
    frames.draw(FRAME);
    assertEquals(0, frames.outstanding());
  }
}
