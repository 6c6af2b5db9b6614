package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.insight.PlaneTrail;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.plot.Contours;
import io.github.unrolled.plot.LossColor;
import io.github.unrolled.plot.WideningRange;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.LegendEntry;
import io.github.unrolled.ui.kit.Palette;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.dom.html.HTMLElement;

/** The picture of a loss landscape with its axes and its scale, and the marks that lie on it. */
final class LandscapeDrawing {
  private static final int SIZE = LossPicture.SIZE;
  private static final int RIGHT_MARGIN = 12;
  private static final int TICK_WIDTH = 44;
  private static final int TICK_DISTANCE = 32;

  /** Least distance between marks of clipping, in CSS pixels. */
  private static final double MARK_DISTANCE = 9;

  private static final double MARK_SIZE = 3.5;

  private static final String[][] KEYS = {
    {"path", "path of BPTT"},
    {"start", "start"},
    {"now", "network shown"},
    {"clipped", "clipped step"},
    {"try", "try of random search"},
    {"best", "best try"},
    {"contour", "equal loss"},
    {"overflow", "overflow"}
  };

  private final ChartArea area;
  private final HTMLElement cells = Dom.element("canvas", "landscape-picture");
  private final HTMLElement handle;
  private final LandscapeScale scale = new LandscapeScale();
  private final HTMLElement legend = Dom.element("div", "landscape-legend");
  private final int[] pixels = new int[SIZE * SIZE];
  private @Nullable LossColor colors;

  /** The revision of the picture that is painted. */
  private int painted = -1;

  /**
   * Makes an empty picture.
   *
   * @param surface surface over the picture
   * @param redraw called whenever the size has changed
   */
  LandscapeDrawing(LandscapeSurface surface, Runnable redraw) {
    handle = surface.handle();
    area = new ChartArea(RIGHT_MARGIN, redraw);
    area.omitGrid();
    // Screen readers need the handle; everything else inside is empty or hidden itself.
    area.root().removeAttribute("aria-hidden");
    HTMLElement ground = area.markBelow("landscape-ground");
    ground.appendChild(cells);
    Dom.setHidden(ground, false);
    cells.setAttribute("width", SIZE + "");
    cells.setAttribute("height", SIZE + "");
    cells.setAttribute("aria-hidden", "true");
    HTMLElement cover = area.markAbove("landscape-cover");
    Dom.setHidden(cover, false);
    Dom.append(cover, surface.root(), handle);
    for (String[] key : KEYS) {
      legend.appendChild(new LegendEntry("landscape-" + key[0], key[1]).root());
    }
  }

  /** The picture with its axes. */
  HTMLElement root() {
    return area.root();
  }

  /** The scale of the colours. */
  HTMLElement scale() {
    return scale.root();
  }

  /** Legend of the marks. */
  HTMLElement legend() {
    return legend;
  }

  /** Releases what would outlive the elements. */
  void close() {
    area.close();
  }

  /** Takes over the theme's colours, in which the losses must be painted anew. */
  void color(Palette palette) {
    colors = scale.color(palette);
    painted = -1;
  }

  /** Paints losses unless they are already painted. */
  void paint(LossPicture picture) {
    LossColor by = colors;
    AxisRange decades = picture.decades();
    if (painted == picture.revision() || by == null) {
      return;
    }
    painted = picture.revision();
    Dom.setHidden(cells, !picture.isThere());
    if (picture.isThere() && decades != null) {
      scale.label(decades);
      by.paint(picture.logs(), SIZE, decades, pixels);
      copy(cells, pixels, SIZE);
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

  /** Draws everything but the losses themselves. */
  void draw(Slice slice, LossPicture picture, LandscapeMarks marks, Palette palette) {
    if (!area.hasSize()) {
      return;
    }
    AxisRange across = axis(slice.across());
    AxisRange up = axis(slice.up());
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
    drawContours(
        canvas,
        picture.contours(),
        left,
        bottom,
        (right - left) / SIZE,
        (bottom - top) / SIZE,
        palette);
    drawTries(canvas, marks, palette);
    drawPath(canvas, marks, palette);
    area.unclip();
    drawPresent(canvas, marks, left, top, right, bottom, palette);
  }

  private static AxisRange axis(WideningRange range) {
    return new AxisRange(-range.end(), range.end());
  }

  private static void drawContours(
      Canvas canvas,
      Contours contours,
      double left,
      double bottom,
      double width,
      double height,
      Palette palette) {
    canvas.startPath();
    for (int i = 0; i < contours.size(); i++) {
      canvas.moveTo(
          left + width * contours.coordinate(i, 0), bottom - height * contours.coordinate(i, 1));
      canvas.lineTo(
          left + width * contours.coordinate(i, 2), bottom - height * contours.coordinate(i, 3));
    }
    canvas.stroke(palette.ink() + "70", 1);
  }

  private void drawTries(Canvas canvas, LandscapeMarks marks, Palette palette) {
    PlaneTrail sample = marks.tries();
    for (int i = 0; i < sample.size(); i++) {
      canvas.circle(area.x(sample.across(i)), area.y(sample.up(i)), 2);
      canvas.fill(palette.search());
    }
    if (marks.hasBest()) {
      ring(canvas, area.x(marks.bestAcross()), area.y(marks.bestUp()), palette);
    }
  }

  private static void ring(Canvas canvas, double x, double y, Palette palette) {
    canvas.circle(x, y, 6);
    canvas.stroke(palette.paper(), 5);
    canvas.stroke(palette.search(), 2.5);
    canvas.circle(x, y, 2.5);
    canvas.fill(palette.search());
  }

  private void drawPath(Canvas canvas, LandscapeMarks marks, Palette palette) {
    PlaneTrail path = marks.path();
    canvas.startPath();
    for (int i = 0; i < path.size(); i++) {
      if (i == 0) {
        canvas.moveTo(area.x(path.across(i)), area.y(path.up(i)));
      } else {
        canvas.lineTo(area.x(path.across(i)), area.y(path.up(i)));
      }
    }
    if (marks.pathIsOpen()) {
      canvas.lineTo(area.x(marks.presentAcross()), area.y(marks.presentUp()));
    }
    canvas.stroke(palette.paper(), 4.5);
    canvas.stroke(palette.bptt(), 2);
    drawClipped(canvas, marks, palette);
  }

  private void drawClipped(Canvas canvas, LandscapeMarks marks, Palette palette) {
    PlaneTrail path = marks.path();
    double lastX = Double.NEGATIVE_INFINITY;
    double lastY = lastX;
    canvas.startPath();
    for (int i = 0; i < path.size(); i++) {
      double x = area.x(path.across(i));
      double y = area.y(path.up(i));
      boolean apart = Math.max(Math.abs(x - lastX), Math.abs(y - lastY)) >= MARK_DISTANCE;
      if (apart && marks.isClipped(i)) {
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

  /** Draws the network shown, at the edge if it lies beyond. */
  private void drawPresent(
      Canvas canvas,
      LandscapeMarks marks,
      double left,
      double top,
      double right,
      double bottom,
      Palette palette) {
    double x = Math.max(left, Math.min(right, area.x(marks.presentAcross())));
    double y = Math.max(top, Math.min(bottom, area.y(marks.presentUp())));
    canvas.circle(x, y, 5.5);
    canvas.fill(palette.paper());
    canvas.circle(x, y, 4);
    canvas.fill(marks.isSearched() ? palette.search() : palette.bptt());
  }

  /** Puts the handle at a place, or at the edge if the place lies beyond. */
  void placeHandle(Slice slice, double atAcross, double atUp) {
    ChartArea.place(
        handle,
        clamped(axis(slice.across()).fraction(atAcross)),
        clamped(axis(slice.up()).fraction(atUp)));
  }

  private static double clamped(double fraction) {
    return Math.max(0, Math.min(1, fraction));
  }
}
