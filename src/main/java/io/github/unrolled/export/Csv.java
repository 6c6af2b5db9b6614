package io.github.unrolled.export;

import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.FreeRun;
import io.github.unrolled.math.Decimals;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Units;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers shown on the page, exact to the bit, as tables for other programs. Numbers in the
 * network's units come first; if these are normalized, the same numbers in the sequence's own
 * units, called raw, come last. A field is empty if there is no finite number. Steps count from 1.
 */
public final class Csv {
  /** Index of random search among the curves. */
  private static final int SEARCH = 1;

  private final Decimals decimals;

  /** Makes a writer. */
  public Csv(Decimals decimals) {
    this.decimals = decimals;
  }

  /** The sequence processing history, a row for each step of the sequence. */
  public String history(State state) {
    Problem problem = state.problem();
    Pass pass = state.snapshot().pass();
    Units units = problem.units();
    String next = problem.predictsInput() ? " next" : "";
    CsvTable table = new CsvTable(decimals);
    table.text("Step").text("Input").text("Expected" + next).text("Actual output").text("Error");
    table.text("Expected delta").text("Actual delta");
    if (units.normalizes()) {
      table.text("Raw input").text("Raw expected" + next).text("Raw actual output");
    }
    table.end();
    for (int t = 0; t < problem.steps(); t++) {
      double expected = problem.targets().get(t);
      double actual = pass.output(t);
      table.whole(t + 1).number(problem.inputs().get(t)).number(expected).number(actual);
      table.number(actual - expected);
      table.number(t == 0 ? Double.NaN : expected - problem.targets().get(t - 1));
      table.number(t == 0 ? Double.NaN : actual - pass.output(t - 1));
      if (units.normalizes()) {
        table.number(problem.rawInputs().get(t)).number(problem.rawTargets().get(t));
        table.number(units.toRaw(actual));
      }
      table.end();
    }
    return table.toString();
  }

  /**
   * The prediction and the hidden states, a row for each step; if the states start from another one
   * than zero, it comes first, as that of step 0. A free run extends the table to step 2T; after
   * step T it has no inputs, and only the outputs of the free run.
   */
  public String series(State state) {
    Problem problem = state.problem();
    Pass pass = state.snapshot().pass();
    Units units = problem.units();
    boolean free = problem.predictsInput() && state.experiment().takeover() > 0;
    double[] freeOutputs = free ? freeOutputs(state) : new double[0];
    double[] expectedBeyond = problem.expectedBeyond();
    CsvTable table = new CsvTable(decimals);
    table.text("Step");
    namePrediction(table, free, "Input", "Expected", "Output", "Free-running output");
    for (int unit = 1; unit <= pass.hiddenSize(); unit++) {
      table.text("h" + unit);
    }
    if (units.normalizes()) {
      namePrediction(
          table, free, "Raw input", "Raw expected", "Raw output", "Raw free-running output");
    }
    table.end();
    if (!pass.startsAtZero()) {
      addStart(table, pass, 3 + (free ? 1 : 0), units.normalizes());
    }
    int steps = problem.steps();
    for (int t = 0; t < (free ? 2 * steps : steps); t++) {
      boolean given = t < steps;
      double output = given ? pass.output(t) : Double.NaN;
      table.whole(t + 1).number(given ? problem.inputs().get(t) : Double.NaN);
      table.number(expectedBeyond[t]).number(output);
      if (free) {
        table.number(freeOutputs[t]);
      }
      for (int unit = 0; unit < pass.hiddenSize(); unit++) {
        table.number(given ? pass.hiddenState(t, unit) : Double.NaN);
      }
      if (units.normalizes()) {
        table.number(given ? problem.rawInputs().get(t) : Double.NaN);
        table.number(given ? problem.rawTargets().get(t) : units.toRaw(expectedBeyond[t]));
        table.number(units.toRaw(output));
        if (free) {
          table.number(units.toRaw(freeOutputs[t]));
        }
      }
      table.end();
    }
    return table.toString();
  }

  /** Adds the row of step 0, which has no numbers but its hidden state. */
  private static void addStart(CsvTable table, Pass pass, int others, boolean normalizes) {
    table.whole(0);
    addGaps(table, others);
    for (int unit = 0; unit < pass.hiddenSize(); unit++) {
      table.number(pass.hiddenState(-1, unit));
    }
    addGaps(table, normalizes ? others : 0);
    table.end();
  }

  private static void addGaps(CsvTable table, int count) {
    for (int i = 0; i < count; i++) {
      table.text("");
    }
  }

  private static void namePrediction(
      CsvTable table, boolean free, String input, String expected, String output, String own) {
    table.text(input).text(expected).text(output);
    if (free) {
      table.text(own);
    }
  }

  private static double[] freeOutputs(State state) {
    double[] outputs = new double[2 * state.problem().steps()];
    new FreeRun(state.experiment().shape().newNetwork(), state.problem().steps())
        .run(
            state.snapshot().parameters().toArray(),
            state.snapshot().pass(),
            state.experiment().takeover(),
            outputs);
    return outputs;
  }

  /**
   * The curves of the loss chart, a row for each amount of work at which one of them has a point:
   * BPTT, the best of random search, and the ghosts. One forward pass is 1 unit of work; the epoch
   * is that of training.
   */
  public String losses(State state) {
    Snapshot snapshot = state.snapshot();
    CsvTable table = new CsvTable(decimals);
    List<Snapshot.Curve> curves = new ArrayList<>();
    curves.add(snapshot.bpttCurve());
    curves.add(snapshot.searchCurve());
    table.text("Work").text("Epoch").text("BPTT loss").text("Random search best loss");
    for (Ghost ghost : state.compared().ghosts()) {
      String name = ghost.name().isEmpty() ? "" : ", " + ghost.name();
      table.text("Run " + ghost.slot() + " loss" + name);
      curves.add(ghost.curve());
    }
    table.end();
    int[] next = new int[curves.size()];
    double work = leastWork(curves, next);
    while (work < Double.POSITIVE_INFINITY) {
      table
          .number(work)
          .number(isEpoch(curves, next, work) ? work / Bptt.WORK_PER_EPOCH : Double.NaN);
      for (int i = 0; i < next.length; i++) {
        Snapshot.Curve curve = curves.get(i);
        boolean there = workAt(curve, next[i]) == work;
        table.number(there ? curve.loss().get(next[i]) : Double.NaN);
        next[i] += there ? 1 : 0;
      }
      table.end();
      work = leastWork(curves, next);
    }
    return table.toString();
  }

  /** Whether a curve other than random search has a point at an amount of work. */
  private static boolean isEpoch(List<Snapshot.Curve> curves, int[] next, double work) {
    boolean found = false;
    for (int i = 0; i < next.length; i++) {
      found |= i != SEARCH && workAt(curves.get(i), next[i]) == work;
    }
    return found;
  }

  private static double leastWork(List<Snapshot.Curve> curves, int[] next) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < next.length; i++) {
      least = Math.min(least, workAt(curves.get(i), next[i]));
    }
    return least;
  }

  /** Work at a point of a curve; infinite after the last point. */
  private static double workAt(Snapshot.Curve curve, int point) {
    Numbers work = curve.work();
    return point < work.size() ? work.get(point) : Double.POSITIVE_INFINITY;
  }
}
