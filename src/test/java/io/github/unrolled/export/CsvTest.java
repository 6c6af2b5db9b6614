package io.github.unrolled.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.experiment.RandomEvents;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables hold the page's numbers to the bit, in a form that other programs read. */
class CsvTest {
  /** Column of random search, whose rows belong to no epoch. */
  private static final int SEARCH = 3;

  private final Csv csv = new Csv(new JvmDecimals());

  private static Store store(Event... events) {
    ManualFrames frames = new ManualFrames();
    frames.setCostOfReading(0.1);
    Store store = new Store(Experiment.initial(), frames, frames, state -> {});
    for (Event event : events) {
      store.dispatch(event);
      frames.draw(3, 16);
    }
    return store;
  }

  /** Rows of fields, read strictly by the grammar of RFC 4180, section 2. */
  static List<List<String>> parse(String csv) {
    List<List<String>> rows = new ArrayList<>();
    int at = 0;
    while (at < csv.length()) {
      List<String> row = new ArrayList<>();
      boolean more = true;
      while (more) {
        StringBuilder field = new StringBuilder();
        if (csv.charAt(at) == '"') {
          at++;
          while (csv.charAt(at) != '"' || csv.charAt(at + 1) == '"') {
            at += csv.charAt(at) == '"' ? 1 : 0;
            field.append(csv.charAt(at++));
          }
          at++;
        } else {
          while (",\r\n\"".indexOf(csv.charAt(at)) < 0) {
            field.append(csv.charAt(at++));
          }
        }
        row.add(field.toString());
        more = csv.charAt(at) == ',';
        at += more ? 1 : 0;
      }
      assertEquals("\r\n", csv.substring(at, at + 2), "a row ends with CRLF");
      at += 2;
      rows.add(row);
    }
    for (List<String> row : rows) {
      assertEquals(rows.get(0).size(), row.size(), "as many fields as there are names: " + row);
    }
    return rows;
  }

  /** A column by its name; NaN for an empty field. */
  private static double[] column(List<List<String>> table, String name) {
    int column = table.get(0).indexOf(name);
    assertTrue(column >= 0, name + " of " + table.get(0));
    return table.stream()
        .skip(1)
        .mapToDouble(
            row -> row.get(column).isEmpty() ? Double.NaN : Double.parseDouble(row.get(column)))
        .toArray();
  }

  /** Compares to the bit; a number that is not finite is an empty field. */
  private static void assertColumn(double[] expected, List<List<String>> table, String name) {
    double[] fields = expected.clone();
    for (int i = 0; i < fields.length; i++) {
      fields[i] = Double.isFinite(fields[i]) ? fields[i] : Double.NaN;
    }
    double[] actual = column(table, name);
    assertTrue(
        Arrays.equals(fields, actual),
        () -> name + ": " + Arrays.toString(fields) + " " + Arrays.toString(actual));
  }

  private static double[] outputs(State state) {
    double[] outputs = new double[state.problem().steps()];
    for (int t = 0; t < outputs.length; t++) {
      outputs[t] = state.snapshot().pass().output(t);
    }
    return outputs;
  }

  private static double[] differences(double[] values) {
    double[] differences = new double[values.length];
    differences[0] = Double.NaN;
    for (int t = 1; t < values.length; t++) {
      differences[t] = values[t] - values[t - 1];
    }
    return differences;
  }

  @Test
  void aStartStateIsTheHiddenStateOfStep0() {
    Store store =
        store(
            new Change.HiddenSizeChanged(2),
            new Change.StartStateSet(1, 0.1),
            new Change.TakeoverChosen(3));
    List<List<String>> table = parse(csv.series(store.state()));
    assertEquals(List.of("0", "", "", "", "", "0", "0.1", "", "", "", ""), table.get(1));
    assertEquals("1", table.get(2).get(0));
    store.dispatch(new Change.ScalingChosen(Scaling.RAW));
    assertEquals(List.of("0", "", "", "", "", "0", "0.1"), parse(csv.series(store.state())).get(1));
    store.dispatch(new Change.StartStateSet(1, 0));
    assertEquals("1", parse(csv.series(store.state())).get(1).get(0));
  }

  private static double[] raw(State state, double[] values) {
    return Arrays.stream(values).map(state.problem().units()::toRaw).toArray();
  }

  private void checkHistory(State state) {
    Problem problem = state.problem();
    List<List<String>> table = parse(csv.history(state));
    String next = problem.predictsInput() ? " next" : "";
    double[] outputs = outputs(state);
    double[] targets = problem.targets().toArray();
    double[] steps = new double[outputs.length];
    double[] errors = new double[outputs.length];
    for (int t = 0; t < steps.length; t++) {
      steps[t] = t + 1;
      errors[t] = outputs[t] - targets[t];
    }
    assertEquals(problem.units().normalizes() ? 10 : 7, table.get(0).size());
    assertColumn(steps, table, "Step");
    assertColumn(problem.inputs().toArray(), table, "Input");
    assertColumn(targets, table, "Expected" + next);
    assertColumn(outputs, table, "Actual output");
    assertColumn(errors, table, "Error");
    assertColumn(differences(targets), table, "Expected delta");
    assertColumn(differences(outputs), table, "Actual delta");
    if (problem.units().normalizes()) {
      assertColumn(problem.rawInputs().toArray(), table, "Raw input");
      assertColumn(problem.rawTargets().toArray(), table, "Raw expected" + next);
      assertColumn(raw(state, outputs), table, "Raw actual output");
    }
  }

  private void checkSeries(State state) {
    Problem problem = state.problem();
    int takeover = problem.predictsInput() ? state.experiment().takeover() : 0;
    List<List<String>> table = parse(csv.series(state));
    int rows = takeover > 0 ? 2 * problem.steps() : problem.steps();
    if (!state.snapshot().pass().startsAtZero()) {
      assertEquals("0", table.remove(1).get(0));
    }
    assertEquals(rows, table.size() - 1);
    double[] expected = Arrays.copyOf(problem.expectedBeyond(), rows);
    double[] inputs = padded(problem.inputs().toArray(), rows);
    double[] outputs = padded(outputs(state), rows);
    assertColumn(inputs, table, "Input");
    assertColumn(expected, table, "Expected");
    assertColumn(outputs, table, "Output");
    Pass pass = state.snapshot().pass();
    for (int unit = 0; unit < pass.hiddenSize(); unit++) {
      double[] states = new double[problem.steps()];
      for (int t = 0; t < states.length; t++) {
        states[t] = pass.hiddenState(t, unit);
      }
      assertColumn(padded(states, rows), table, "h" + (unit + 1));
    }
    double[] free = {};
    if (takeover > 0) {
      free = freeRun(state, inputs, takeover);
      assertColumn(free, table, "Free-running output");
    }
    assertEquals(takeover > 0, table.get(0).contains("Free-running output"));
    if (problem.units().normalizes()) {
      assertColumn(padded(problem.rawInputs().toArray(), rows), table, "Raw input");
      double[] rawExpected = raw(state, expected);
      System.arraycopy(problem.rawTargets().toArray(), 0, rawExpected, 0, problem.steps());
      assertColumn(rawExpected, table, "Raw expected");
      assertColumn(raw(state, outputs), table, "Raw output");
      if (takeover > 0) {
        assertColumn(raw(state, free), table, "Raw free-running output");
      }
    }
  }

  private static double[] padded(double[] values, int size) {
    double[] padded = Arrays.copyOf(values, size);
    Arrays.fill(padded, Math.min(size, values.length), size, Double.NaN);
    return padded;
  }

  /** Runs freely by whole passes: each gives one more output, which is the next input. */
  private static double[] freeRun(State state, double[] given, int takeover) {
    Network network = state.experiment().newNetwork();
    double[] parameters = state.snapshot().parameters().toArray();
    double[] inputs = given.clone();
    Arrays.fill(inputs, takeover, inputs.length, 0);
    Pass pass = network.newPass(inputs.length);
    double[] outputs = new double[inputs.length];
    Arrays.fill(outputs, Double.NaN);
    for (int t = takeover - 1; t < inputs.length; t++) {
      network.forward(parameters, inputs, new double[inputs.length], pass);
      outputs[t] = pass.output(t);
      if (t + 1 < inputs.length) {
        inputs[t + 1] = outputs[t];
      }
    }
    return outputs;
  }

  private void checkLosses(State state) {
    List<List<String>> table = parse(csv.losses(state));
    Snapshot snapshot = state.snapshot();
    double[] work = column(table, "Work");
    for (int i = 1; i < work.length; i++) {
      assertTrue(work[i] > work[i - 1], "work ascends");
    }
    double[] epochs = column(table, "Epoch");
    for (int i = 0; i < work.length; i++) {
      assertTrue(Double.isNaN(epochs[i]) || 3 * epochs[i] == work[i]);
    }
    checkCurve(snapshot.bpttCurve(), table, 2);
    checkCurve(snapshot.searchCurve(), table, SEARCH);
    assertEquals(4 + state.compared().ghosts().size(), table.get(0).size());
    for (int i = 0; i < state.compared().ghosts().size(); i++) {
      checkCurve(state.compared().ghosts().get(i).curve(), table, 4 + i);
    }
  }

  private static void checkCurve(Snapshot.Curve curve, List<List<String>> table, int column) {
    List<Double> work = new ArrayList<>();
    List<Double> loss = new ArrayList<>();
    for (List<String> row : table.subList(1, table.size())) {
      if (!row.get(column).isEmpty()) {
        work.add(Double.parseDouble(row.get(0)));
        loss.add(Double.parseDouble(row.get(column)));
        assertTrue(column == SEARCH || !row.get(1).isEmpty(), "an epoch: " + row);
      }
    }
    assertEquals(curve.work(), numbers(work));
    assertEquals(curve.loss(), numbers(loss));
  }

  private static Numbers numbers(List<Double> values) {
    return Numbers.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Test
  void tablesOfAnyExperimentHaveItsNumbers() {
    int free = 0;
    int ghosts = 0;
    for (int seed = 0; seed < 60; seed++) {
      RandomEvents events = new RandomEvents(500 + seed);
      Store store = store();
      for (int i = 0; i < 60; i++) {
        store.dispatch(events.next());
        if (i % 15 == 14) {
          State state = store.state();
          checkHistory(state);
          checkSeries(state);
          checkLosses(state);
          free += state.problem().predictsInput() && state.experiment().takeover() > 0 ? 1 : 0;
          ghosts += state.compared().ghosts().isEmpty() ? 0 : 1;
        }
      }
    }
    assertTrue(free > 20 && ghosts > 5, free + " free runs, " + ghosts + " with runs kept");
  }

  @Test
  void theHistoryIsAsOnThePage() {
    String history =
        csv.history(
            store(
                    new Change.TaskChosen(Task.ALTERNATING),
                    new Change.LengthChanged(3),
                    new Change.ScalingChosen(Scaling.RAW),
                    new Change.HiddenSizeChanged(1),
                    new Change.CellChosen(CellType.ELMAN),
                    new Change.ActivationChosen(Activation.LINEAR))
                .state());
    assertEquals(
        """
        Step,Input,Expected next,Actual output,Error,Expected delta,Actual delta\r
        1,1,-1,1,2,,\r
        2,-1,1,-0.5,-1.5,2,-1.5\r
        3,1,-1,0.75,1.75,-2,1.25\r
        """,
        history);
  }

  @Test
  void randomSearchAndRunsKeptHaveTheirColumns() {
    Store store =
        store(
            new Command.EpochsRequested(5),
            new Command.RunKept(),
            new Command.GhostRenamed(1, "my \"first\", short run"),
            new Command.ResetRequested(),
            new Command.SearchSwitched(true),
            new Command.SearchSwitched(false),
            new Command.EpochsRequested(3));
    State state = store.state();
    assertTrue(state.snapshot().tries() > 3, "tries: " + state.snapshot().tries());
    checkLosses(state);
    String losses = csv.losses(state);
    assertEquals(
        List.of(
            "Work",
            "Epoch",
            "BPTT loss",
            "Random search best loss",
            "Run 1 loss, my \"first\", short run"),
        parse(losses).get(0));
    assertTrue(losses.contains(",\"Run 1 loss, my \"\"first\"\", short run\"\r\n"), losses);
  }

  @Test
  void whatOverflowedIsAnEmptyField() {
    State state =
        store(
                new Change.TaskChosen(Task.LINEAR),
                new Change.LengthChanged(60),
                new Change.TakeoverChosen(50),
                new Change.ActivationChosen(Activation.LINEAR),
                new Command.ParameterSet(1, 1e6))
            .state();
    checkHistory(state);
    checkSeries(state);
    String all = csv.history(state) + csv.series(state) + csv.losses(state);
    assertTrue(!all.contains("NaN") && !all.contains("Infinity"), all);
  }
}
