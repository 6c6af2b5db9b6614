package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.LossLandscape;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.insight.PlaneTrail;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.plot.Contours;
import io.github.unrolled.plot.LossColor;
import io.github.unrolled.plot.Rgb;
import io.github.unrolled.plot.WideningRange;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Timeline;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.LegendEntry;
import io.github.unrolled.ui.kit.Palette;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.dom.html.HTMLElement;

/** The picture of a loss landscape with its scale, and what lies on it. */
final class LandscapeDrawing {
  private static final int SIZE = LossLandscape.SIZE;

  /** Base-10 logarithm of the smallest loss that is told apart from 0. */
  private static final double FLOOR = -18;

  private static final int MOST_TICKS = 8;

  /** Of so many decades, each has contours at 1, 2 and 5; of more, at most at 1. */
  private static final int MOST_DECADES_OF_THREE = 4;

  private static final double LOG_2 = 0.3010299956639812;
  private static final double LOG_5 = 0.6989700043360187;
  private static final int MOST_SEGMENTS = 8_000;
  private static final int RIGHT_MARGIN = 12;
  private static final int TICK_WIDTH = 44;
  private static final int TICK_DISTANCE = 32;

  /** Marks of clipping are at least so many CSS pixels apart. */
  private static final double MARK_DISTANCE = 9;

  private static final double MARK_SIZE = 3.5;

  private final ChartArea area;
  private final HTMLElement picture = Dom.element("canvas", "landscape-picture");
  private final HTMLElement surface = Dom.element("div", "landscape-surface");
  private final HTMLElement handle = Dom.element("div", "landscape-handle");
  private final HTMLElement bar = Dom.element("div", "landscape-bar");
  private final HTMLElement scale = Dom.element("div", "landscape-scale", bar);
  private final HTMLElement legend = Dom.element("div", "landscape-legend");

  private final double[] logs = new double[SIZE * SIZE];
  private final int[] pixels = new int[SIZE * SIZE];
  private final Contours contours = new Contours(logs, SIZE, SIZE, MOST_SEGMENTS);
  private @Nullable AxisRange decades;
  private @Nullable LossColor colors;
  private boolean pictured;
  private int lowest = -1;
  private AxisRange across = new AxisRange(-1, 1);
  private AxisRange up = across;

  private final PlaneTrail path = new PlaneTrail();
  private final PlaneTrail sample = new PlaneTrail();

  /** Whether clipping acted before each point of the path. */
  private boolean[] clipped = new boolean[1];

  /** Whether the path leads on to the present. */
  private boolean pathIsOpen;

  private boolean searched;
  private double presentX;
  private double presentY;
  private boolean bestKnown;
  private double bestX;
  private double bestY;

  /**
   * Makes an empty one.
   *
   * @param redraw called whenever the size has changed
   */
  LandscapeDrawing(Runnable redraw) {
    area = new ChartArea(RIGHT_MARGIN, redraw);
    area.omitGrid();
    // The handle is for everybody; all else in it is empty or hidden by itself.
    area.root().removeAttribute("aria-hidden");
    HTMLElement ground = area.markBelow("landscape-ground");
    ground.appendChild(picture);
    Dom.setHidden(ground, false);
    picture.setAttribute("width", SIZE + "");
    picture.setAttribute("height", SIZE + "");
    picture.setAttribute("aria-hidden", "true");
    HTMLElement cover = area.markAbove("landscape-cover");
    Dom.setHidden(cover, false);
    Dom.append(cover, surface, handle);
    handle.setTabIndex(0);
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", "Start point");
    scale.setAttribute("aria-hidden", "true");
    String[] keys = {"path", "start", "now", "clipped", "try", "best", "contour", "overflow"};
    String[] names = {
      "path of BPTT",
      "start",
      "network shown",
      "clipped step",
      "try of random search",
      "best try",
      "equal loss",
      "overflow"
    };
    for (int i = 0; i < keys.length; i++) {
      legend.appendChild(new LegendEntry("landscape-" + keys[i], names[i]).root());
    }
  }

  /** The picture with its axes. */
  HTMLElement root() {
    return area.root();
  }

  /** What is over the picture and can be pointed at. */
  HTMLElement surface() {
    return surface;
  }

  /** What marks the start and can be moved. */
  HTMLElement handle() {
    return handle;
  }

  /** The scale of the colours. */
  HTMLElement scale() {
    return scale;
  }

  /** What the marks mean. */
  HTMLElement legend() {
    return legend;
  }

  /** Lets go of what would outlive its elements. */
  void close() {
    area.close();
  }

  /** Takes the picture away. */
  void clear() {
    pictured = false;
    Dom.setHidden(picture, true);
    contours.clear();
    lowest = -1;
  }

  /** Forgets which decades the colours are of. */
  void forgetDecades() {
    decades = null;
  }

  /** Changes what the axes show, to each side of 0. */
  void setEnds(double acrossEnd, double upEnd) {
    across = new AxisRange(-acrossEnd, acrossEnd);
    up = new AxisRange(-upEnd, upEnd);
  }

  /** Takes over losses; of those that are only coarse there are no contours. */
  void picture(double[] losses, boolean fine) {
    System.arraycopy(losses, 0, logs, 0, logs.length);
    ChartArea.takeLog10(logs, FLOOR);
    AxisRange fitting = LossColor.decades(logs);
    AxisRange last = decades;
    AxisRange range = last == null ? fitting : last.adapted(fitting, fitting.min(), fitting.max());
    lowest = -1;
    for (int i = 0; i < logs.length; i++) {
      if (logs[i] <= Double.MAX_VALUE && (lowest < 0 || losses[i] < losses[lowest])) {
        lowest = i;
      }
    }
    AxisTicks ticks = AxisTicks.log10(range, MOST_TICKS);
    double[] places = ticks.places(range);
    contours.clear();
    for (int i = 0; i < places.length && fine; i++) {
      double log = range.min() + places[i] * range.span();
      contours.add(log);
      if (range.span() <= MOST_DECADES_OF_THREE) {
        contours.add(log + LOG_2);
        contours.add(log + LOG_5);
      }
    }
    if (!range.equals(last)) {
      decades = range;
      label(places, ticks.labels());
    }
    pictured = true;
    paint();
  }

  private void label(double[] places, String[] labels) {
    scale.clear();
    scale.appendChild(bar);
    for (int i = 0; i < places.length; i++) {
      HTMLElement label = Dom.text("span", "landscape-tick", labels[i]);
      ChartArea.place(label, places[i], 0);
      scale.appendChild(label);
    }
  }

  private void paint() {
    LossColor by = colors;
    AxisRange range = decades;
    Dom.setHidden(picture, !pictured);
    if (pictured && by != null && range != null) {
      by.paint(logs, SIZE, range, pixels);
      copy(picture, pixels, SIZE);
    }
  }

  @JSBody(
      params = {"canvas", "pixels", "size"},
      script =
          "var context = canvas.getContext('2d');"
              + "var image = canvas.image || (canvas.image = context.createImageData(size, size));"
              + "new Int32Array(image.data.buffer).set(pixels);"
              + "context.putImageData(image, 0, 0);")
  private static native void copy(HTMLElement canvas, @JSByRef int[] pixels, int size);

  /** Takes over the theme's colours. */
  void color(Palette palette) {
    String middle = mixed(palette.accent(), palette.paper());
    String low = mixed(palette.accent(), palette.ink());
    colors = new LossColor(low, middle, palette.paper(), palette.inkSoft());
    Browser.setStyle(
        bar,
        "background",
        "linear-gradient(to right, " + low + ", " + middle + ", " + palette.paper() + ")");
    paint();
  }

  private static String mixed(String one, String other) {
    return Rgb.parse(one).mix(Rgb.parse(other), 0.5).css();
  }

  /** Cell with the lowest loss of the picture; -1 if none is finite. */
  int lowest() {
    return lowest;
  }

  /** Finds where everything lies. */
  void follow(State state, ParameterPlane plane) {
    Timeline checkpoints = state.run().timeline();
    path.follow(checkpoints, plane);
    clipped = new boolean[path.size()];
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = checkpoints.clipped(i);
    }
    sample.follow(state.run().tries(), plane);
    plane.locate(state.snapshot().parameters()::get);
    presentX = plane.locatedAcross();
    presentY = plane.locatedUp();
    searched = state.snapshot().method() == Method.RANDOM_SEARCH;
    double epochs = state.snapshot().epochs();
    int last = path.size() - 1;
    pathIsOpen = !searched && last >= 0 && epochs >= checkpoints.epoch(last);
    bestKnown = state.run().tries().hasBest();
    if (bestKnown) {
      plane.locate(state.run().tries()::best);
      bestX = plane.locatedAcross();
      bestY = plane.locatedUp();
    }
  }

  /** Widens ranges so that the path and the present are on the axes. */
  void widen(WideningRange acrossRange, WideningRange upRange) {
    for (int i = 0; i < path.size(); i++) {
      acrossRange.include(path.across(i));
      upRange.include(path.up(i));
    }
    acrossRange.include(presentX);
    upRange.include(presentY);
  }

  /** Draws all but the picture itself. */
  void draw(Palette palette) {
    if (!area.hasSize()) {
      return;
    }
    area.begin(
        palette,
        across,
        AxisTicks.linear(across, area.ticksAcross(TICK_WIDTH)),
        up,
        AxisTicks.linear(up, area.ticksUp(TICK_DISTANCE)));
    Canvas canvas = area.canvas();
    double left = area.x(across.min());
    double right = area.x(across.max());
    double top = area.y(up.max());
    double bottom = area.y(up.min());
    canvas.roundJoins();
    canvas.clip(left, top, right - left, bottom - top);
    drawContours(canvas, left, bottom, (right - left) / SIZE, (bottom - top) / SIZE, palette);
    drawTries(canvas, palette);
    drawPath(canvas, palette);
    area.unclip();
    drawPresent(canvas, left, top, right, bottom, palette);
  }

  private void drawContours(
      Canvas canvas, double left, double bottom, double width, double height, Palette palette) {
    canvas.startPath();
    for (int i = 0; i < contours.size(); i++) {
      canvas.moveTo(
          left + width * contours.coordinate(i, 0), bottom - height * contours.coordinate(i, 1));
      canvas.lineTo(
          left + width * contours.coordinate(i, 2), bottom - height * contours.coordinate(i, 3));
    }
    canvas.stroke(palette.ink() + "70", 1);
  }

  private void drawTries(Canvas canvas, Palette palette) {
    for (int i = 0; i < sample.size(); i++) {
      canvas.circle(area.x(sample.across(i)), area.y(sample.up(i)), 2);
      canvas.fill(palette.search());
    }
    if (bestKnown) {
      ring(canvas, area.x(bestX), area.y(bestY), palette);
    }
  }

  private static void ring(Canvas canvas, double x, double y, Palette palette) {
    canvas.circle(x, y, 6);
    canvas.stroke(palette.paper(), 5);
    canvas.stroke(palette.search(), 2.5);
    canvas.circle(x, y, 2.5);
    canvas.fill(palette.search());
  }

  private void drawPath(Canvas canvas, Palette palette) {
    canvas.startPath();
    for (int i = 0; i < path.size(); i++) {
      if (i == 0) {
        canvas.moveTo(area.x(path.across(i)), area.y(path.up(i)));
      } else {
        canvas.lineTo(area.x(path.across(i)), area.y(path.up(i)));
      }
    }
    if (pathIsOpen) {
      canvas.lineTo(area.x(presentX), area.y(presentY));
    }
    canvas.stroke(palette.paper(), 4.5);
    canvas.stroke(palette.bptt(), 2);
    double lastX = Double.NEGATIVE_INFINITY;
    double lastY = lastX;
    canvas.startPath();
    for (int i = 0; i < clipped.length; i++) {
      double x = area.x(path.across(i));
      double y = area.y(path.up(i));
      boolean apart = Math.max(Math.abs(x - lastX), Math.abs(y - lastY)) >= MARK_DISTANCE;
      if (apart && clipped[i]) {
        canvas.moveTo(x - MARK_SIZE, y - MARK_SIZE);
        canvas.lineTo(x + MARK_SIZE, y + MARK_SIZE);
        canvas.moveTo(x - MARK_SIZE, y + MARK_SIZE);
        canvas.lineTo(x + MARK_SIZE, y - MARK_SIZE);
        lastX = x;
        lastY = y;
      }
    }
    canvas.stroke(palette.paper(), 4);
    canvas.stroke(palette.ink(), 1.75);
  }

  /** The network shown, at the edge if it is beyond. */
  private void drawPresent(
      Canvas canvas, double left, double top, double right, double bottom, Palette palette) {
    double x = Math.max(left, Math.min(right, area.x(presentX)));
    double y = Math.max(top, Math.min(bottom, area.y(presentY)));
    canvas.circle(x, y, 5.5);
    canvas.fill(palette.paper());
    canvas.circle(x, y, 4);
    canvas.fill(searched ? palette.search() : palette.bptt());
  }

  /** Puts the handle at a place, or at the edge if that is beyond. */
  void placeHandle(double atAcross, double atUp) {
    ChartArea.place(handle, clamped(across.fraction(atAcross)), clamped(up.fraction(atUp)));
  }

  private static double clamped(double fraction) {
    return Math.max(0, Math.min(1, fraction));
  }
}
