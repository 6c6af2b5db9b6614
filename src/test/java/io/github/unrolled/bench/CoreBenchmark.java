package io.github.unrolled.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The compiled core beside the same algorithm written by hand, how its time grows, and what it
 * allocates.
 */
final class CoreBenchmark {
  private static final List<String> ACTIVATIONS = List.of("tanh", "ReLU", "sigmoid", "linear");

  /** The comparisons in the order in which they run. A new case is a new row here. */
  private static final List<Row> ROWS =
      List.of(
          unit("tanh", "Fibonacci", List.of()),
          unit("ReLU", "Fibonacci", List.of()),
          unit("sigmoid", "Fibonacci", List.of()),
          unit("linear", "Fibonacci", List.of()),
          unit("tanh", "Linear", List.of()),
          unit("tanh", "Fibonacci", ACTIVATIONS),
          unit("ReLU", "Fibonacci", ACTIVATIONS),
          unit("sigmoid", "Fibonacci", ACTIVATIONS),
          unit("linear", "Fibonacci", ACTIVATIONS),
          layer("elman", 16, 32),
          layer("elman", 64, 64),
          layer("gru", 32, 32),
          layer("lstm", 32, 32),
          blockedLayer("elman", 16, 32),
          blockedLayer("elman", 64, 64),
          blockedLayer("gru", 32, 32),
          blockedLayer("lstm", 32, 32));

  private static final double RATIO_TARGET = 0.9;
  private static final List<String> CELLS = List.of("elman", "gru", "lstm");
  private static final List<Integer> GROWING_STEPS = List.of(16, 32, 64, 128);
  private static final List<Integer> GROWING_SIZES = List.of(8, 16, 32, 64);

  /** Twice the steps take twice the time; 4 would be quadratic. */
  private static final double GROWTH_IN_STEPS = 2.5;

  /** Twice the units take at most four times the time; 8 would be cubic. */
  private static final double GROWTH_IN_SIZE = 5;

  private static final double LOSS_TOLERANCE = 1e-9;

  /** One number that the engine boxes on its way out of a function; more would be an object. */
  private static final double BYTES_PER_EPOCH = 20;

  private static final double KEPT_BYTES = 100_000;
  private static final int ALLOCATION_TRIES = 3;

  private static final String INSTRUMENT =
      """
      ({name, cell, size, steps}) => {
        bench.chooseWaves(steps);
        bench.begin(cell, size, 'tanh');
        return Array.from({length: 30}, () => {
          const start = performance.now();
          bench[name]();
          return performance.now() - start;
        }).slice(10);
      }
      """;

  private static final Route.FulfillOptions ISOLATED =
      new Route.FulfillOptions()
          .setContentType("text/html")
          .setBody("<!doctype html><title>Benchmark</title>")
          .setHeaders(
              Map.of(
                  "Cross-Origin-Opener-Policy", "same-origin",
                  "Cross-Origin-Embedder-Policy", "require-corp"));

  private static final String ROUNDS =
      """
      ({trainer, task, cell, size, steps, activation, before}) => {
        if (task === '') {
          bench.chooseWaves(steps);
        } else {
          bench.chooseTask(task, steps);
        }
        const compiled = (name) => () => {
          bench.begin(cell, size, name);
          return {train: bench.train, loss: bench.loss};
        };
        const written = (name) => () => {
          bench.begin(cell, size, name);
          return trainers[trainer]({
            cell,
            hiddenSize: size,
            activation: name,
            inputs: bench.inputs(),
            targets: bench.targets(),
            start: bench.start(),
            learningRate: bench.learningRate(),
            clipLimit: bench.clipLimit(),
          });
        };
        for (const name of before) {
          rounds(compiled(name), written(name), {count: 1, slices: 10, sliceMs: 5, warmUpMs: 100});
        }
        return rounds(
            compiled(activation),
            written(activation),
            {count: 7, slices: 60, sliceMs: 5, warmUpMs: 400});
      }
      """;

  private static final String GROWTH =
      """
      ({cells, sizes, steps}) => inTurns(
          cells.flatMap((cell) => sizes.flatMap((size) => steps.map((count) => () => {
            bench.chooseWaves(count);
            bench.begin(cell, size, 'tanh');
            return {train: bench.train};
          }))),
          {slices: 40, sliceMs: 4, warmUpMs: 100})
      """;

  private final Browser browser;
  private final Scripts scripts;
  private final Report report;

  /**
   * One comparison.
   *
   * @param trainer the hand-written trainer
   * @param task the task whose sequence is used; two waves if empty
   * @param steps number of time steps T
   * @param before what was trained before on the same page
   * @param target least ratio of the compiled to the hand-written; 0 for none
   */
  private record Row(
      String name,
      String trainer,
      String task,
      String cell,
      int size,
      int steps,
      String activation,
      List<String> before,
      double target) {}

  private static Row unit(String activation, String task, List<String> before) {
    String name = (before.isEmpty() ? "" : "mixed: ") + "H=1 T=20 " + activation + ", " + task;
    return new Row(name, "unit", task, "elman", 1, 20, activation, before, RATIO_TARGET);
  }

  private static Row layer(String cell, int size, int steps) {
    String name = cell + " H=" + size + " T=" + steps;
    return new Row(name, "plain", "", cell, size, steps, "tanh", List.of(), RATIO_TARGET);
  }

  private static Row blockedLayer(String cell, int size, int steps) {
    String name = "blocked: " + cell + " H=" + size + " T=" + steps;
    return new Row(name, "blocked", "", cell, size, steps, "tanh", List.of(), 0);
  }

  CoreBenchmark(Browser browser, Scripts scripts, Report report) {
    this.browser = browser;
    this.scripts = scripts;
    this.report = report;
  }

  void run() throws IOException {
    report.heading("Epochs per second, compiled core and hand-written JavaScript");
    report.line(
        "      %-34s %10s %10s %7s %6s   %s",
        "", "compiled", "by hand", "ratio", "target", "ratio of each round");
    for (Row row : ROWS) {
      compare(row);
    }
    report.heading("Microseconds per epoch, and growth from one to the next");
    measureGrowth(List.of(16), GROWING_STEPS, "steps T at H=16", GROWTH_IN_STEPS);
    measureGrowth(GROWING_SIZES, List.of(32), "units H at T=32", GROWTH_IN_SIZE);
    report.heading("Instruments, all of what one shows");
    measureInstrument("landscape", "loss landscape 96 x 96", "elman", 1, 20, 16);
    measureInstrument("landscape", "loss landscape 96 x 96", "elman", 8, 20, 150);
    measureInstrument("gradientThroughTime", "gradient through time", "elman", 16, 60, 5);
    measureInstrument("gradientThroughTime", "gradient through time", "lstm", 16, 60, 0);
    report.heading("Allocation while training, bytes");
    measureAllocation("elman", 1, 20, 500_000);
    measureAllocation("elman", 16, 32, 50_000);
    measureAllocation("gru", 32, 32, 5_000);
    measureAllocation("lstm", 32, 32, 5_000);
  }

  private void measureInstrument(
      String function, String name, String cell, int size, int steps, double target)
      throws IOException {
    try (Page page = newPage()) {
      Map<String, Object> arguments =
          Map.of("name", function, "cell", cell, "size", size, "steps", steps);
      List<?> all = (List<?>) page.evaluate(INSTRUMENT, arguments);
      double[] times = all.stream().mapToDouble(time -> ((Number) time).doubleValue()).toArray();
      double median = Report.quantile(times, 0.5);
      report.time(
          target == 0 || median < target,
          "%-34s median %6.2f ms   %s   longest %.2f ms",
          name + ", " + cell + " H=" + size + " T=" + steps,
          median,
          target == 0 ? "no target" : "target below " + Math.round(target) + " ms",
          Report.quantile(times, 1));
    }
  }

  private void compare(Row row) throws IOException {
    try (Page page = newPage()) {
      Map<String, Object> arguments = new HashMap<>();
      arguments.put("trainer", row.trainer);
      arguments.put("task", row.task);
      arguments.put("cell", row.cell);
      arguments.put("size", row.size);
      arguments.put("steps", row.steps);
      arguments.put("activation", row.activation);
      arguments.put("before", row.before);
      List<?> rounds = (List<?>) page.evaluate(ROUNDS, arguments);
      double[] ratios = each(rounds, round -> number(round, "one") / number(round, "other"));
      double ratio = Report.quantile(ratios, 0.5);
      StringBuilder all = new StringBuilder();
      for (double value : ratios) {
        all.append(' ').append(Math.round(100 * value) / 100.0);
      }
      String line =
          String.format(
              Locale.ROOT,
              "%-34s %10s %10s %7.2f %6s  %s",
              row.name,
              Report.grouped(Report.quantile(each(rounds, round -> number(round, "one")), 0.5)),
              Report.grouped(Report.quantile(each(rounds, round -> number(round, "other")), 0.5)),
              ratio,
              row.target > 0 ? row.target : "",
              all);
      if (row.target > 0) {
        report.demand(ratio >= row.target, "%s", line);
      } else {
        report.line("      %s", line);
      }
      double difference =
          Report.quantile(
              each(
                  rounds,
                  round -> Math.abs(number(round, "lossOfOne") - number(round, "lossOfOther"))),
              1);
      if (!(difference <= LOSS_TOLERANCE)) {
        report.demand(false, "%s: the losses differ by %.1e", row.name, difference);
      }
    }
  }

  private void measureGrowth(List<Integer> sizes, List<Integer> steps, String name, double most)
      throws IOException {
    List<Integer> growing = sizes.size() > 1 ? sizes : steps;
    StringBuilder head = new StringBuilder();
    for (Integer value : growing) {
      head.append(String.format(Locale.ROOT, "%16d", value));
    }
    report.line("      %-16s%s", name, head);
    try (Page page = newPage()) {
      List<?> times =
          (List<?>) page.evaluate(GROWTH, Map.of("cells", CELLS, "sizes", sizes, "steps", steps));
      for (int cell = 0; cell < CELLS.size(); cell++) {
        StringBuilder line = new StringBuilder();
        double worst = 0;
        double before = Double.NaN;
        for (int i = 0; i < growing.size(); i++) {
          double ms = ((Number) times.get(cell * growing.size() + i)).doubleValue();
          double growth = ms / before;
          line.append(String.format(Locale.ROOT, "%9.1f", 1000 * ms));
          line.append(i == 0 ? "       " : String.format(Locale.ROOT, " x%5.2f", growth));
          worst = i == 0 ? 0 : Math.max(worst, growth);
          before = ms;
        }
        report.demand(worst <= most, "%-16s%s   target at most x%.1f", CELLS.get(cell), line, most);
      }
    }
  }

  private void measureAllocation(String cell, int size, int steps, int epochs) throws IOException {
    try (Page page = newPage()) {
      page.evaluate(
          "({cell, size, steps}) => {"
              + "bench.chooseWaves(steps); bench.begin(cell, size, 'tanh'); }",
          Map.of("cell", cell, "size", size, "steps", steps));
      train(page, epochs);
      CDPSession devTools = page.context().newCDPSession(page);
      devTools.send("HeapProfiler.enable");
      double before = heapAfterCollection(devTools);
      double least = Double.POSITIVE_INFINITY;
      // The engine may recompile something meanwhile, which leaves garbage of its own.
      for (int i = 0; i < ALLOCATION_TRIES; i++) {
        devTools.send("HeapProfiler.startSampling", samplingOptions());
        train(page, epochs);
        JsonObject profile = devTools.send("HeapProfiler.stopSampling").getAsJsonObject("profile");
        least = Math.min(least, allocated(profile.getAsJsonObject("head")) / epochs);
      }
      double kept = heapAfterCollection(devTools) - before;
      report.demand(
          least < BYTES_PER_EPOCH && kept < KEPT_BYTES,
          "%-18s %6.1f per epoch, target below %.0f   left behind %7s, target below %s",
          cell + " H=" + size + " T=" + steps,
          least,
          BYTES_PER_EPOCH,
          Report.grouped(kept),
          Report.grouped(KEPT_BYTES));
    }
  }

  /** In a hundred calls, because only repeated calls make the engine optimize a function. */
  private static void train(Page page, int epochs) {
    page.evaluate("epochs => { for (let i = 0; i < 100; i++) bench.train(epochs); }", epochs / 100);
  }

  private Page newPage() throws IOException {
    Page page = browser.newPage();
    // Only an isolated page gets a clock that resolves a few microseconds.
    page.route("**/*", route -> route.fulfill(ISOLATED));
    page.navigate("https://bench.test/");
    add(page, scripts.compiled());
    add(page, scripts.written("unit.js"));
    add(page, scripts.written("layers.js"));
    add(page, scripts.written("rounds.js"));
    return page;
  }

  private static void add(Page page, String script) {
    page.addScriptTag(new Page.AddScriptTagOptions().setContent(script));
  }

  private static JsonObject samplingOptions() {
    JsonObject options = new JsonObject();
    options.addProperty("samplingInterval", 1024);
    // Includes objects that were collected while sampling.
    options.addProperty("includeObjectsCollectedByMajorGC", true);
    options.addProperty("includeObjectsCollectedByMinorGC", true);
    return options;
  }

  private static double heapAfterCollection(CDPSession devTools) {
    devTools.send("HeapProfiler.collectGarbage");
    return devTools.send("Runtime.getHeapUsage").get("usedSize").getAsDouble();
  }

  private static double allocated(JsonObject node) {
    double sum = node.get("selfSize").getAsDouble();
    for (JsonElement child : node.getAsJsonArray("children")) {
      sum += allocated(child.getAsJsonObject());
    }
    return sum;
  }

  private static double[] each(List<?> rounds, ToDoubleFunction<Map<?, ?>> value) {
    return rounds.stream().mapToDouble(round -> value.applyAsDouble((Map<?, ?>) round)).toArray();
  }

  private static double number(Map<?, ?> round, String name) {
    Object value = round.get(name);
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
