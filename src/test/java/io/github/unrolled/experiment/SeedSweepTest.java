package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep over seeds equals single runs with these seeds, however its work is sliced. */
class SeedSweepTest {
  private static final double FRAME = 17;

  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});

  @Test
  void whatIsDoneCannotBeCancelled() {
    store.dispatch(new Command.SeedsRequested(100));
    store.dispatch(new Command.SeedsCancelled());
    assertNull(store.state().compared().seeds());
    store.dispatch(new Command.SeedsRequested(100));
    while (frames.outstanding() > 0) {
      frames.draw(17);
    }
    store.dispatch(new Command.SeedsCancelled());
    assertTrue(Objects.requireNonNull(store.state().compared().seeds()).isDone());
  }

  @ParameterizedTest
  @EnumSource(names = {"FIBONACCI", "ECHO"})
  void everyRunIsThatOfItsSeed(Task task) {
    Experiment experiment = new Change.TaskChosen(task).applyTo(Experiment.initial());
    experiment = new Change.SeedEntered(Start.MAX_SEED - 4).applyTo(experiment);
    SeedSweep sweep = finished(experiment, 200);
    double[] trained = new double[20];
    double[] drawn = new double[20];
    double[] trainedEarly = new double[20];
    double[] drawnEarly = new double[20];
    int wins = 0;
    for (int i = 0; i < 20; i++) {
      int seed = i < 5 ? Start.MAX_SEED - 4 + i : i - 5;
      assertEquals(seed, sweep.seed(i));
      Experiment one =
          experiment.withStart(Start.of(StartWeights.SEEDED, seed, experiment.shape()));
      Store alone = new Store(one, () -> 0, callback -> {}, state -> {});
      alone.dispatch(new Command.EpochsRequested(6));
      trainedEarly[i] = alone.state().snapshot().loss();
      alone.dispatch(new Command.EpochsRequested(194));
      trained[i] = alone.state().snapshot().loss();
      Run search = run(one);
      for (int attempt = 0; attempt < 18; attempt++) {
        search.attempt();
      }
      drawnEarly[i] = search.bestLoss();
      for (int attempt = 18; attempt < 600; attempt++) {
        search.attempt();
      }
      drawn[i] = search.bestLoss();
      wins += trained[i] < drawn[i] ? 1 : 0;
    }
    assertEquals(wins, sweep.wins());
    check(trained, sweep, Method.BPTT, 100);
    check(drawn, sweep, Method.RANDOM_SEARCH, 100);
    check(trainedEarly, sweep, Method.BPTT, 3);
    check(drawnEarly, sweep, Method.RANDOM_SEARCH, 3);
    assertEquals(18, sweep.work()[3]);
    assertEquals(600, sweep.work()[100]);
    assertEquals(trained[0], sweep.best(Method.BPTT));
    assertEquals(drawn[19], sweep.worst(Method.RANDOM_SEARCH));
    assertEquals(Double.POSITIVE_INFINITY, sweep.median(Method.RANDOM_SEARCH)[0]);
  }

  private static void check(double[] losses, SeedSweep sweep, Method method, int part) {
    Arrays.sort(losses);
    assertEquals(losses[2], sweep.low(method)[part]);
    assertEquals(losses[17], sweep.high(method)[part]);
    assertEquals(0.5 * losses[9] + 0.5 * losses[10], sweep.median(method)[part]);
  }

  private static Run run(Experiment experiment) {
    Training settings = experiment.training();
    return new Run(
        experiment.shape(),
        experiment.problem(),
        experiment.start().parameters(),
        experiment.start().state(),
        settings.optimizer(),
        settings.learningRate(),
        settings.clipping(),
        settings.window(),
        experiment.start().seed());
  }

  @Test
  void divergedRunsAreInfiniteAndCounted() {
    Experiment experiment = new Change.TaskChosen(Task.EXPONENTIAL).applyTo(Experiment.initial());
    experiment = new Change.ScalingChosen(Scaling.RAW).applyTo(experiment);
    experiment = new Change.ActivationChosen(Activation.LINEAR).applyTo(experiment);
    experiment = new Change.ClippingChosen(Clipping.Kind.OFF).applyTo(experiment);
    SeedSweep sweep = finished(new Change.LearningRateChanged(0.1).applyTo(experiment), 100);
    assertTrue(sweep.diverged(Method.BPTT) > 10, "diverged: " + sweep.diverged(Method.BPTT));
    assertEquals(0, sweep.diverged(Method.RANDOM_SEARCH));
    assertEquals(Double.POSITIVE_INFINITY, sweep.worst(Method.BPTT));
    for (Method method : Method.values()) {
      for (double[] curve :
          new double[][] {sweep.low(method), sweep.median(method), sweep.high(method)}) {
        for (double loss : curve) {
          assertTrue(loss >= 0);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 4, 100})
  void howeverItIsSlicedItComesToTheSameBits(double costOfReading) {
    SeedSweep whole = finished(store.state().experiment(), 100);
    frames.setCostOfReading(costOfReading);
    store.dispatch(new Command.SeedsRequested(100));
    store.dispatch(new Command.TrainingSwitched(true));
    int drawn = 0;
    while (!sweep().isDone()) {
      frames.draw(FRAME);
      drawn++;
      if (drawn == 10) {
        store.dispatch(new Command.TrainingSwitched(false));
      }
    }
    assertTrue(costOfReading < 4 || drawn > 20, "frames: " + drawn);
    for (Method method : Method.values()) {
      assertArrayEquals(whole.low(method), sweep().low(method));
      assertArrayEquals(whole.median(method), sweep().median(method));
      assertArrayEquals(whole.high(method), sweep().high(method));
      assertEquals(whole.belowLine(method), sweep().belowLine(method));
    }
    frames.draw(2, FRAME);
    assertEquals(0, frames.outstanding());
  }

  @Test
  void otherSettingsPutItAsideAndTheSameBringItBack() {
    store.dispatch(new Command.SeedsRequested(100));
    frames.draw(FRAME);
    assertTrue(sweep().isDone());
    store.dispatch(new Change.StepChosen(3));
    store.dispatch(new Change.SpeedChosen(new Speed(3)));
    store.dispatch(new Change.NewWeightsRequested());
    assertNotNull(store.state().compared().seeds());
    store.dispatch(new Change.LearningRateChanged(0.02));
    assertNull(store.state().compared().seeds());
    store.dispatch(new Change.LearningRateChanged(0.01));
    assertNotNull(store.state().compared().seeds());
    store.dispatch(new Change.LengthChanged(9));
    assertNull(store.state().compared().seeds());
  }

  @Test
  void itCanBeCancelledAndMustBePossible() {
    frames.setCostOfReading(5);
    store.dispatch(new Command.SeedsRequested(100));
    frames.draw(FRAME);
    assertFalse(sweep().isDone());
    store.dispatch(new Command.SeedsCancelled());
    frames.draw(FRAME);
    assertNull(store.state().compared().seeds());
    assertEquals(0, frames.outstanding());
    for (int epochs : new int[] {-100, 0, 99, 150, 3100, Integer.MAX_VALUE}) {
      store.dispatch(new Command.SeedsRequested(epochs));
      assertNull(store.state().compared().seeds());
    }
  }

  private SeedSweep sweep() {
    return Objects.requireNonNull(store.state().compared().seeds());
  }

  private static SeedSweep finished(Experiment experiment, int epochs) {
    SeedSweep sweep = new SeedSweep(experiment, epochs);
    while (!sweep.isDone()) {
      sweep.workOnce();
    }
    return sweep;
  }
}
