package io.github.unrolled;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Diagnosis;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Sentence;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.experiment.Yardsticks;
import io.github.unrolled.insight.Baselines;
import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Snapshot;
import io.github.unrolled.ui.words.Glossary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whether links that set up the playground do what the text promises, and words are explained. */
class ArticleHandlesTest {
  private final Article article = new Article();

  @Test
  void everyWordThatIsToBeExplainedHasAnExplanation() {
    List<String> terms = article.terms();
    assertTrue(terms.size() > 40, "only " + terms.size());
    assertEquals(List.of(), terms.stream().filter(term -> Glossary.explain(term) == null).toList());
  }

  @TestFactory
  Stream<DynamicTest> everyHandleIsUnderstood() {
    return article.handles().stream()
        .map(
            handle ->
                DynamicTest.dynamicTest(
                    handle.run(),
                    () -> {
                      assertEquals("#playground", handle.target());
                      Trial.of(handle);
                    }));
  }

  /**
   * Each line of the resource holds what a handle runs, a bar, and what the reader is then told.
   */
  @TestFactory
  Stream<DynamicTest> everyHandleSaysWhatItDid() throws IOException {
    List<String> lines;
    try (InputStream resource = getClass().getResourceAsStream("/handles.txt")) {
      lines =
          new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
    }
    Map<String, String> sentences = new LinkedHashMap<>();
    for (String line : lines) {
      String[] parts = line.split(" \\| ", -1);
      sentences.put(parts[0], parts[1]);
    }
    assertEquals(
        List.copyOf(sentences.keySet()),
        article.handles().stream().map(Article.Handle::run).distinct().toList());
    return article.handles().stream()
        .map(
            handle ->
                DynamicTest.dynamicTest(
                    handle.run(),
                    () ->
                        assertEquals(
                            sentences.get(handle.run()), Sentence.of(Trial.instructions(handle)))));
  }

  @Test
  void aFreshStartUndoesWhateverWasDoneBefore() {
    Store store = new Store(Experiment.initial(), () -> 0, callback -> {}, state -> {});
    for (Article.Handle handle : article.handles()) {
      Trial.of(handle, store);
    }
    for (String setting :
        List.of("task=echo", "delay=8", "train-steps=5", "cell=lstm", "hidden-units=3")) {
      Trial.of(Article.handleThatRuns(setting), store);
    }
    for (String setting : List.of("memory=off", "optimizer=rmsprop", "window=2", "takeover=4")) {
      Trial.of(Article.handleThatRuns(setting), store);
    }
    store.dispatch(new Change.NewWeightsRequested());
    store.dispatch(new Change.SeedEntered(7));
    Trial fresh = Trial.of(article.handle("start"), store);
    Experiment initial = Experiment.initial();
    assertAll(
        () -> assertEquals(0, store.state().snapshot().epochs()),
        () -> assertEquals(List.of(), store.state().compared().ghosts()),
        () -> assertEquals(initial.cursor(), fresh.experiment().cursor()),
        () -> assertEquals(initial.takeover(), fresh.experiment().takeover()),
        () -> assertEquals(initial.data().task(), fresh.experiment().data().task()),
        () -> assertEquals(initial.data().scaling(), fresh.experiment().data().scaling()),
        () -> assertEquals(initial.data().steps(), fresh.experiment().data().steps()),
        () -> assertEquals(initial.data().delay(), fresh.experiment().data().delay()),
        () -> assertEquals(initial.data().testSteps(), fresh.experiment().data().testSteps()),
        () -> assertEquals(initial.shape(), fresh.experiment().shape()),
        () -> assertEquals(initial.training(), fresh.experiment().training()),
        () -> assertEquals(initial.start().seed(), fresh.experiment().start().seed()),
        () -> assertEquals(initial.start().parameters(), fresh.experiment().start().parameters()));
  }

  @Test
  void aFreshStartEndsTheComparisonWithMemoryOff() {
    Store store = new Store(Experiment.initial(), () -> 0, callback -> {}, state -> {});
    Trial.of(Article.handleThatRuns("fresh train=10 memory=off train=10"), store);
    assertEquals(1, store.state().compared().ghosts().size());
    Trial.of(article.handle("start"), store);
    assertEquals(List.of(), store.state().compared().ghosts());
  }

  @Test
  void everyPromiseStartsFresh() {
    assertTrue(
        article.handles().stream()
            .filter(handle -> !handle.id().isEmpty())
            .allMatch(handle -> handle.run().split(" ", -1)[0].equals("fresh")));
  }

  @Test
  void withoutTheHiddenWeightEqualInputsGiveEqualStates() {
    Trial trial = Claims.trial("try-forget");
    assertEquals(trial.problem().inputs().get(0), trial.problem().inputs().get(1));
    assertEquals(trial.state(1), trial.state(2));
  }

  @Test
  void threeSequencesAreSolvedByHand() {
    assertAll(
        () -> assertEquals(0, Claims.trial("hand-linear").loss(), Claims.ZERO),
        () -> assertEquals(0, Claims.trial("hand-alternating").loss(), Claims.ZERO),
        () -> assertEquals(0, Claims.trial("hand-exponential").loss(), Claims.ZERO),
        () ->
            assertEquals(
                Claims.fibonacciLine().loss(), Claims.trial("hand-fibonacci").loss(), 1e-8));
  }

  @Test
  void sineHasOneValueOnTheWayUpAndDown() {
    Problem sine = Claims.normalized(Task.SINE);
    assertEquals(sine.inputs().get(1), sine.inputs().get(3), Claims.ZERO);
    assertTrue(sine.targets().get(1) > sine.inputs().get(1));
    assertTrue(sine.targets().get(3) < sine.inputs().get(3));
  }

  @Test
  void tanhAboveOneSettlesAndKeepsTheSignForEver() {
    for (String latch : List.of("latch-up", "latch-down")) {
      double state = Claims.trial(latch).state(12);
      assertEquals(state, Activation.TANH.value(1.5 * state), 1e-5);
    }
  }

  @Test
  void theMirroredNetworkDiffersInTheSignOfItsStatesOnly() {
    Pass mirror = Claims.trial("mirror").pass();
    Pass start = Claims.trial("start").pass();
    for (int t = 0; t < start.steps(); t++) {
      assertEquals(-start.hiddenState(t, 0), mirror.hiddenState(t, 0));
      assertEquals(start.output(t), mirror.output(t));
    }
  }

  @Test
  void saturatedStatesStayWithinTheGap() {
    Trial trial = Claims.trial("saturated");
    double gap = 1 - trial.state(3);
    for (int t = 3; t <= trial.problem().steps(); t++) {
      assertTrue(Math.abs(1 - trial.state(t)) <= gap);
    }
  }

  @Test
  void theDeadUnitNeverFires() {
    Pass pass = Claims.trial("dead").after(1000).pass();
    for (int t = 0; t < pass.steps(); t++) {
      assertEquals(0, pass.hiddenState(t, 0));
      assertEquals(0, pass.slope(t, 0));
    }
    assertEquals(
        LeastSquares.mean(Claims.normalized(Task.EXPONENTIAL)).loss(),
        pass.loss(),
        1e-8,
        "the mean");
  }

  @Test
  void onAlternatingTheReluUnitDiesOfTraining() {
    assertTrue(Claims.trial("race-alternating").pass().hiddenState(0, 0) > 0);
    Snapshot end = Claims.trial("race-alternating").race(Claims.RACE_EPOCHS, 1);
    for (int t = 0; t < end.pass().steps(); t++) {
      assertEquals(0, end.pass().hiddenState(t, 0));
    }
  }

  @Test
  void clippedAtTheUsualRateRawFibonacciJumpsToAndFro() {
    Trial trial = Claims.trial("rattle");
    Snapshot even = trial.trained();
    for (int epoch = 0; epoch < 100; epoch += 2) {
      Snapshot odd = trial.after(1);
      assertEquals(0.05, Claims.inputWeight(odd) - Claims.inputWeight(even), 1e-12);
      even = trial.after(1);
      assertEquals(0.05, Claims.inputWeight(odd) - Claims.inputWeight(even), 1e-12);
    }
  }

  @Test
  void noUnitThatDoesNotExplodeBeatsTheOneShownOnSine() {
    double shown = Claims.trial("sine-unit").loss();
    assertEquals(Math.pow(Math.sin(Math.PI / 8), 2) / 2, shown, 1e-9);
    for (int i = -100; i <= 100; i++) {
      if (i != 0) {
        double best = LeastSquares.linearUnit(Claims.normalized(Task.SINE), i / 100.0).loss();
        assertTrue(best >= shown - 1e-9, "hidden weight " + i / 100.0);
      }
    }
  }

  @Test
  void noFunctionOfTheInputBeatsTheLineOnSine() {
    Problem sine = Claims.normalized(Task.SINE);
    double sum = 0;
    for (int t = 0; t < sine.steps(); t++) {
      double input = sine.inputs().get(t);
      double mean =
          IntStream.range(0, sine.steps())
              .filter(other -> Math.abs(sine.inputs().get(other) - input) < Claims.ZERO)
              .mapToDouble(sine.targets()::get)
              .average()
              .orElseThrow();
      sum += Math.pow(sine.targets().get(t) - mean, 2);
    }
    assertEquals(Claims.trial("sine-line").loss(), sum / sine.steps(), 1e-9);
  }

  @Test
  void trainingALinearUnitOnFibonacciTurnsMemoryOff() {
    assertTrue(Math.abs(Claims.trainedHiddenWeight("fibonacci-train")) < 0.005);
    assertEquals(
        Claims.longFibonacciLine().loss(), Claims.trial("fibonacci-off").trained().loss(), 1e-12);
    assertEquals(
        Claims.trial("fibonacci-train").trained().loss(), Claims.lossWithMemory("fibonacci-off"));
  }

  @Test
  void theLineLeftAloneIsTheBestOne() {
    assertEquals(Claims.longFibonacciLine().loss(), Claims.trial("fibonacci-alone").loss(), 1e-11);
  }

  @Test
  void twoUnitsAddTheLastTwoNumbers() {
    Trial trial = Claims.trial("fibonacci-exact");
    for (int t = 1; t < trial.problem().steps(); t++) {
      assertEquals(trial.problem().inputs().get(t), trial.pass().hiddenState(t, 0));
      assertEquals(trial.pass().hiddenState(t - 1, 0), trial.pass().hiddenState(t, 1));
    }
  }

  @Test
  void twoUnitsStayExactOnTheirOwn() {
    assertEquals(1, Claims.trial("exact-alone").experiment().takeover());
    assertEquals(0, Claims.lastErrorOnItsOwn("exact-alone"));
  }

  @Test
  void theClockDoesNotLookAtItsInput() {
    Trial clock = Claims.trial("sine-exact");
    assertEquals(0, clock.atStart().parameters().get(0));
    assertEquals(0, clock.atStart().parameters().get(1));
  }

  @Test
  void theExactSolutionsSolveTheirTasks() {
    for (String id : List.of("echo-exact", "sum-exact", "latch-exact", "parity-exact")) {
      assertEquals(0, Claims.trial(id).loss(), Claims.ZERO, id);
    }
    assertEquals(4, Claims.trial("echo-exact").experiment().shape().hiddenSize());
    assertEquals(2, Claims.trial("parity-exact").experiment().shape().hiddenSize());
  }

  @Test
  void theOtherLatchStartsWithTheOtherInput() {
    assertEquals(1, Claims.trial("lock-strong").problem().inputs().get(0));
    assertEquals(-1, Claims.trial("lock-other").problem().inputs().get(0));
    assertEquals(24, Claims.stepsWithRightSign("lock-other"));
  }

  @Test
  void aConstantAnswersOneLatch() {
    Problem latch = Claims.trial("lock-strong").problem();
    assertEquals(0, Baselines.of(latch.inputs().toArray(), latch.targets().toArray()).mean());
  }

  @Test
  void stalledTrainingGetsTheVerdictOfItsHeading() {
    assertAll(
        () -> assertInstanceOf(Diagnosis.Capacity.class, diagnosis(Claims.trial("echo-three"))),
        () -> assertInstanceOf(Diagnosis.Scale.class, diagnosis(Claims.trial("scale-raw"))),
        () -> {
          Trial alternating = Claims.trial("race-alternating");
          alternating.after(Claims.RACE_EPOCHS);
          assertInstanceOf(Diagnosis.Dead.class, diagnosis(alternating));
        });
  }

  @Test
  void stepsThatAreTooLongAreToldSo() {
    assertAll(
        () -> assertInstanceOf(Diagnosis.Overshoot.class, diagnosis(Claims.trial("rate-1"))),
        () -> assertInstanceOf(Diagnosis.Overshoot.class, diagnosis(Claims.trial("rattle"))));
  }

  private static @Nullable Diagnosis diagnosis(Trial trial) {
    return Diagnosis.of(trial.now(), new Yardsticks(trial.problem()));
  }
}
