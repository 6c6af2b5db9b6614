package io.github.unrolled.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.OpenInstruments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The built page, opened from its folder: how soon it appears and how smoothly it moves. */
final class PageBenchmark {
  private static final int DRAG_STEPS = 200;
  private static final double DRAG_TARGET_MS = 6;
  private static final int OPENINGS = 5;
  private static final double OPENING_TARGET_MS = 300;

  private static final String[] STARTS = {
    "from navigation to the first paint",
    "script of the start, thread time",
    "all of the main thread, thread time"
  };

  /** By then a page that was opened has drawn everything and kept what it keeps. */
  private static final int REST_MS = 2000;

  private static final String FIRST_PAINT =
      "() => performance.getEntriesByName('first-paint')[0]?.startTime";

  private static final int WATCH_MS = 2000;
  private static final int LARGE_SIZE = 32;
  private static final int LARGE_STEPS = 100;

  /** Out of 60, because the first and the last frame counted may be cut off. */
  private static final double FRAMES_TARGET = 59;

  private static final int CLICKS = 20;
  private static final double ANSWER_TARGET_MS = 50;

  /** At this height all instruments are in sight at once. */
  private static final int TALL = 4000;

  /**
   * By then the page keeps as many checkpoints as it ever will, and the engine has compiled its
   * code.
   */
  private static final double SETTLED_EPOCHS = 4e6;

  private static final double MEMORY_EPOCHS = 1e6;
  private static final double KEPT_BYTES = 500_000;

  private static final String SET =
      """
      attributes => Object.entries(attributes).forEach(([name, value]) =>
          document.querySelector('rnn-playground').setAttribute(name, value))
      """;

  private static final String LARGE =
      """
      ({size, steps}) => {
        const playground = document.querySelector('rnn-playground');
        const numbers = Array.from(
            {length: steps + 1}, (_, i) => (Math.sin(0.7 * i) + Math.sin(0.3 * i)).toFixed(3));
        playground.setAttribute('task', 'custom');
        playground.setAttribute('numbers', numbers.join(' '));
        playground.setAttribute('cell', 'lstm');
        playground.setAttribute('hidden-units', size);
      }
      """;

  private final Browser browser;
  private final String address;
  private final Scripts scripts;
  private final Report report;

  PageBenchmark(Browser browser, Path site, Scripts scripts, Report report) {
    this.browser = browser;
    address = site.resolve("index.html").toUri().toString();
    this.scripts = scripts;
    this.report = report;
  }

  private static String instruments(Instrument... opened) {
    OpenInstruments all = OpenInstruments.NONE;
    for (Instrument instrument : opened) {
      all = all.with(instrument, true);
    }
    return Attributes.valueOf(all);
  }

  void run() throws IOException {
    report.heading("The page");
    measureOpening();
    measureStart();
    try (Page page = newPage()) {
      open(page, Map.of("length", "20"));
      measureDrag(page);
      measureTraining(page, "one unit, T = 20", 0);
    }
    try (Page page = newPage()) {
      page.setViewportSize(1440, 900);
      String two = instruments(Instrument.LOSS_LANDSCAPE, Instrument.GRADIENT_THROUGH_TIME);
      open(page, Map.of("length", "20", "instruments", two));
      measureTraining(page, "one unit, two instruments", FRAMES_TARGET);
    }
    try (Page page = newPage()) {
      open(page, Map.of("length", "20", "instruments", instruments(Instrument.values())));
      page.locator(".instrument").first().scrollIntoViewIfNeeded();
      measureTraining(page, "one unit, all instruments", FRAMES_TARGET);
      page.setViewportSize(1440, TALL);
      measureTraining(page, "the same, all of them in sight", FRAMES_TARGET);
      measureMemory(page);
    }
    try (Page page = newPage()) {
      open(page, Map.of());
      page.evaluate(LARGE, Map.of("size", LARGE_SIZE, "steps", LARGE_STEPS));
      measureTraining(page, "LSTM, H = " + LARGE_SIZE + ", T = " + LARGE_STEPS, FRAMES_TARGET);
      measureClicks(page);
    }
  }

  private void open(Page page, Map<String, String> attributes) throws IOException {
    page.navigate(address);
    // The policy of the page forbids scripts in the document.
    page.evaluate(scripts.written("page.js") + "void 0");
    page.evaluate(SET, attributes);
  }

  private void measureOpening() throws IOException {
    double[] times = new double[OPENINGS];
    // The first run finds neither the program nor the files in the machine's caches.
    for (int i = -1; i < times.length; i++) {
      try (Page page = newPage()) {
        page.addInitScript(scripts.written("usable.js"));
        page.navigate(address);
        double time =
            ((Number) page.waitForFunction("() => globalThis.usableAt").jsonValue()).doubleValue();
        if (i >= 0) {
          times[i] = time;
        }
      }
    }
    double median = Report.quantile(times, 0.5);
    report.time(
        median < OPENING_TARGET_MS,
        "%-34s median %5.0f ms   target below %.0f ms   shortest %.0f ms, longest %.0f ms",
        "from navigation to usable",
        median,
        OPENING_TARGET_MS,
        Report.quantile(times, 0),
        Report.quantile(times, 1));
  }

  /** What it takes until the page stands and rests, beside a page of nothing. */
  private void measureStart() throws IOException {
    Path nothing = Files.createTempFile("nothing", ".html");
    Files.writeString(nothing, "<!doctype html><title>Nothing</title><p>Nothing");
    double[][] page = new double[STARTS.length][OPENINGS];
    double[][] empty = new double[STARTS.length][OPENINGS];
    for (int i = -1; i < OPENINGS; i++) {
      start(address, page, i);
      start(nothing.toUri().toString(), empty, i);
    }
    Files.delete(nothing);
    for (int k = 0; k < STARTS.length; k++) {
      report.line(
          "      %-34s median %5.0f ms   a page of nothing %.0f ms   shortest %.0f ms, longest %.0f ms",
          STARTS[k],
          Report.quantile(page[k], 0.5),
          Report.quantile(empty[k], 0.5),
          Report.quantile(page[k], 0),
          Report.quantile(page[k], 1));
    }
  }

  /**
   * Opens a page in a context of its own and waits until it rests.
   *
   * @param times shape [{@link #STARTS}, OPENINGS]; overwritten at an opening, unless that is -1
   */
  private void start(String opened, double[][] times, int opening) {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
      Page page = context.newPage();
      CDPSession devTools = context.newCDPSession(page);
      JsonObject options = new JsonObject();
      // The work of this thread, without the time it waited for other programs.
      options.addProperty("timeDomain", "threadTicks");
      devTools.send("Performance.enable", options);
      Map<String, Double> before = metrics(devTools);
      page.navigate(opened);
      Object paint = page.waitForFunction(FIRST_PAINT).jsonValue();
      page.waitForTimeout(REST_MS);
      Map<String, Double> after = metrics(devTools);
      if (opening >= 0) {
        times[0][opening] = ((Number) paint).doubleValue();
        times[1][opening] = milliseconds(before, after, "ScriptDuration");
        times[2][opening] = milliseconds(before, after, "TaskDuration");
      }
    }
  }

  private void measureDrag(Page page) {
    Locator slider = named(page, AriaRole.SLIDER, "Hidden weight");
    drag(slider, DRAG_STEPS);
    CDPSession devTools = page.context().newCDPSession(page);
    JsonObject options = new JsonObject();
    // Time that this thread worked, without waiting for other programs.
    options.addProperty("timeDomain", "threadTicks");
    devTools.send("Performance.enable", options);
    Map<String, Double> before = metrics(devTools);
    double[] times = drag(slider, DRAG_STEPS);
    Map<String, Double> after = metrics(devTools);
    double median = Report.quantile(times, 0.5);
    report.time(
        median < DRAG_TARGET_MS,
        "%-34s median %5.2f ms   target below %.0f ms   95th percentile %.2f ms",
        "script of a slider step, T = 20",
        median,
        DRAG_TARGET_MS,
        Report.quantile(times, 0.95));
    report.line(
        "      %-34s mean   %5.2f ms = script %.2f + style %.2f + layout %.2f + other %.2f",
        "work of the main thread per step",
        perStep(before, after, "TaskDuration"),
        perStep(before, after, "ScriptDuration"),
        perStep(before, after, "RecalcStyleDuration"),
        perStep(before, after, "LayoutDuration"),
        perStep(before, after, "TaskDuration")
            - perStep(before, after, "ScriptDuration")
            - perStep(before, after, "RecalcStyleDuration")
            - perStep(before, after, "LayoutDuration"));
  }

  /** Leaves the page training. */
  private void measureTraining(Page page, String name, double target) {
    page.locator("rnn-playground")
        .evaluate("playground => { playground.setAttribute('speed', 'max'); playground.train(); }");
    // Time for the engine to compile new code, and for the page to find its pace.
    page.evaluate("ms => measurePage.watch(ms)", WATCH_MS);
    Locator epoch = page.getByLabel("Epoch", new Page.GetByLabelOptions().setExact(true));
    double first = Double.parseDouble(epoch.getAttribute("title"));
    Map<?, ?> seen = (Map<?, ?>) page.evaluate("ms => measurePage.watch(ms)", WATCH_MS);
    double last = Double.parseDouble(epoch.getAttribute("title"));
    double seconds = number(seen, "seconds");
    double frames = number(seen, "frames") / seconds;
    report.time(
        frames >= target,
        "%-34s %.1f frames/s%s   longest %.0f ms   long tasks %.0f   layout shift %.4f   about %s epochs/s",
        "training, " + name,
        frames,
        target > 0 ? ", target 60" : "",
        number(seen, "longestFrame"),
        number(seen, "longTasks"),
        number(seen, "shift"),
        Report.grouped((last - first) / seconds));
  }

  /**
   * Memory that a million epochs leave behind while all instruments are open; training already
   * runs.
   */
  private void measureMemory(Page page) {
    Locator epoch = page.getByLabel("Epoch", new Page.GetByLabelOptions().setExact(true));
    CDPSession devTools = page.context().newCDPSession(page);
    devTools.send("Performance.enable", new JsonObject());
    double start = watchUpTo(page, epoch, SETTLED_EPOCHS);
    double before = keptBytes(devTools);
    double done = watchUpTo(page, epoch, start + MEMORY_EPOCHS) - start;
    double kept = keptBytes(devTools) - before;
    report.demand(
        kept < KEPT_BYTES,
        "%-34s %s bytes after %s epochs   target below %s",
        "memory left behind",
        Report.grouped(kept),
        Report.grouped(done),
        Report.grouped(KEPT_BYTES));
  }

  /** Waits until a number of epochs is done, and returns the number done by then. */
  private static double watchUpTo(Page page, Locator epoch, double epochs) {
    double done = 0;
    while (done < epochs) {
      page.evaluate("ms => measurePage.watch(ms)", WATCH_MS);
      done = Double.parseDouble(epoch.getAttribute("title"));
    }
    return done;
  }

  private static double keptBytes(CDPSession devTools) {
    devTools.send("HeapProfiler.collectGarbage");
    return metrics(devTools).getOrDefault("JSHeapUsedSize", Double.NaN);
  }

  /** Clicks as a hand does, while the page trains. */
  private void measureClicks(Page page) {
    BoundingBox button = named(page, AriaRole.BUTTON, "Step forward").boundingBox();
    Locator step = page.getByLabel("Step", new Page.GetByLabelOptions().setExact(true));
    double[] times = new double[CLICKS];
    for (int i = 0; i < CLICKS; i++) {
      step.evaluate("output => { globalThis.answered = measurePage.answer(output); }");
      page.mouse().click(button.x + button.width / 2, button.y + button.height / 2);
      times[i] = ((Number) page.evaluate("() => answered")).doubleValue();
    }
    double longest = Report.quantile(times, 1);
    report.time(
        longest < ANSWER_TARGET_MS,
        "%-34s longest %.0f ms   target below %.0f ms   median %.0f ms",
        "from click to answer, training",
        longest,
        ANSWER_TARGET_MS,
        Report.quantile(times, 0.5));
  }

  private Page newPage() {
    return browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 1000));
  }

  private static Locator named(Page page, AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static double[] drag(Locator slider, int steps) {
    List<?> times =
        (List<?>) slider.evaluate("(slider, steps) => measurePage.drag(slider, steps)", steps);
    return times.stream().mapToDouble(time -> ((Number) time).doubleValue()).toArray();
  }

  private static Map<String, Double> metrics(CDPSession devTools) {
    Map<String, Double> metrics = new TreeMap<>();
    for (JsonElement metric : devTools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
      JsonObject entry = metric.getAsJsonObject();
      metrics.put(entry.get("name").getAsString(), entry.get("value").getAsDouble());
    }
    return metrics;
  }

  private static double perStep(
      Map<String, Double> before, Map<String, Double> after, String name) {
    return milliseconds(before, after, name) / DRAG_STEPS;
  }

  private static double milliseconds(
      Map<String, Double> before, Map<String, Double> after, String name) {
    return 1000 * (after.getOrDefault(name, 0.0) - before.getOrDefault(name, 0.0));
  }

  private static double number(Map<?, ?> map, String name) {
    Object value = map.get(name);
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
