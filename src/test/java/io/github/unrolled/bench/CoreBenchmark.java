package io.github.unrolled.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The compiled core beside the same algorithm written by hand, and what it allocates. */
final class CoreBenchmark {
  private static final List<String> ACTIVATIONS = List.of("tanh", "ReLU", "sigmoid", "linear");

  /** In the order in which they run. A case is a new row here and a new case of {@link Bench}. */
  private static final List<Row> ROWS =
      List.of(
          scalar("tanh", "Fibonacci", List.of()),
          scalar("ReLU", "Fibonacci", List.of()),
          scalar("sigmoid", "Fibonacci", List.of()),
          scalar("linear", "Fibonacci", List.of()),
          scalar("tanh", "Linear", List.of()),
          scalar("tanh", "Fibonacci", ACTIVATIONS),
          scalar("ReLU", "Fibonacci", ACTIVATIONS),
          scalar("sigmoid", "Fibonacci", ACTIVATIONS),
          scalar("linear", "Fibonacci", ACTIVATIONS));

  private static final double LOSS_TOLERANCE = 1e-9;
  private static final int ALLOCATION_EPOCHS = 1_000_000;

  /** One number that the engine boxes on its way out of a function; more would be an object. */
  private static final double BYTES_PER_EPOCH = 20;

  private static final double KEPT_BYTES = 100_000;

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
      ({trainer, task, activation, before}) => {
        bench.choose(task);
        const compiled = (name) => () => {
          bench.begin(name);
          return {train: bench.train, loss: bench.loss};
        };
        const written = (name) => () =>
            globalThis[trainer]({
              activation: name,
              inputs: bench.inputs(),
              targets: bench.targets(),
              start: bench.start(),
              learningRate: bench.learningRate(),
              clipLimit: bench.clipLimit(),
            });
        for (const name of before) {
          rounds(compiled(name), written(name), {count: 1, slices: 10, sliceMs: 5, warmUpMs: 100});
        }
        return rounds(
            compiled(activation),
            written(activation),
            {count: 7, slices: 60, sliceMs: 5, warmUpMs: 400});
      }
      """;

  private final Browser browser;
  private final Scripts scripts;
  private final Report report;

  /**
   * One comparison.
   *
   * @param trainer the global function that was written by hand
   * @param before what else was trained before in the same page
   * @param target least ratio of the compiled to the written
   */
  private record Row(
      String name,
      String trainer,
      String task,
      String activation,
      List<String> before,
      double target) {}

  private static Row scalar(String activation, String task, List<String> before) {
    String name = (before.isEmpty() ? "" : "mixed: ") + "scalar " + activation + ", " + task;
    return new Row(name, "scalarTrainer", task, activation, before, 0.8);
  }

  CoreBenchmark(Browser browser, Scripts scripts, Report report) {
    this.browser = browser;
    this.scripts = scripts;
    this.report = report;
  }

  void run() throws IOException {
    report.heading("Epochs per second, compiled core and hand-written JavaScript, T = 20");
    report.line(
        "      %-28s %12s %12s %7s %6s   %s",
        "", "compiled", "by hand", "ratio", "target", "ratio of each round");
    for (Row row : ROWS) {
      compare(row);
    }
    report.heading("Allocation of " + Report.grouped(ALLOCATION_EPOCHS) + " epochs, bytes");
    measureAllocation();
  }

  private void compare(Row row) throws IOException {
    try (Page page = newPage()) {
      List<?> rounds =
          (List<?>)
              page.evaluate(
                  ROUNDS,
                  Map.of(
                      "trainer",
                      row.trainer,
                      "task",
                      row.task,
                      "activation",
                      row.activation,
                      "before",
                      row.before));
      double[] ratios = each(rounds, round -> number(round, "one") / number(round, "other"));
      double ratio = Report.quantile(ratios, 0.5);
      StringBuilder all = new StringBuilder();
      for (double value : ratios) {
        all.append(' ').append(Math.round(100 * value) / 100.0);
      }
      report.demand(
          ratio >= row.target,
          "%-28s %12s %12s %7.2f %6.2f  %s",
          row.name,
          Report.grouped(Report.quantile(each(rounds, round -> number(round, "one")), 0.5)),
          Report.grouped(Report.quantile(each(rounds, round -> number(round, "other")), 0.5)),
          ratio,
          row.target,
          all);
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

  private void measureAllocation() throws IOException {
    try (Page page = newPage()) {
      page.evaluate("() => { bench.choose('Sine'); bench.begin('tanh'); bench.train(200000); }");
      CDPSession devTools = page.context().newCDPSession(page);
      devTools.send("HeapProfiler.enable");
      double before = heapAfterCollection(devTools);
      devTools.send("HeapProfiler.startSampling", samplingOptions());
      page.evaluate("epochs => bench.train(epochs)", ALLOCATION_EPOCHS);
      JsonObject profile = devTools.send("HeapProfiler.stopSampling").getAsJsonObject("profile");
      double kept = heapAfterCollection(devTools) - before;
      double allocated = allocated(profile.getAsJsonObject("head")) / ALLOCATION_EPOCHS;
      report.demand(
          allocated < BYTES_PER_EPOCH,
          "%-38s %8.1f   target below %.0f",
          "allocated per epoch",
          allocated,
          BYTES_PER_EPOCH);
      report.demand(
          kept < KEPT_BYTES,
          "%-38s %8s   target below %s",
          "heap growth after garbage collection",
          Report.grouped(kept),
          Report.grouped(KEPT_BYTES));
    }
  }

  private Page newPage() throws IOException {
    Page page = browser.newPage();
    // Only a page that nothing else can reach gets a clock of some microseconds.
    page.route("**/*", route -> route.fulfill(ISOLATED));
    page.navigate("https://bench.test/");
    add(page, scripts.compiled());
    add(page, scripts.written("scalar.js"));
    add(page, scripts.written("rounds.js"));
    return page;
  }

  private static void add(Page page, String script) {
    page.addScriptTag(new Page.AddScriptTagOptions().setContent(script));
  }

  private static JsonObject samplingOptions() {
    JsonObject options = new JsonObject();
    options.addProperty("samplingInterval", 1024);
    // Also what was thrown away while sampling.
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
