package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** A line chart with its marks, its data table, and a description for readers who cannot see it. */
public final class LineChart {
  private static final double WORDS_PERIOD_MS = 1000;

  private final LineAxes axes;
  private final Lines lines;
  private final ChartArea area;
  private final HTMLElement words = Dom.element("p", "visually-hidden");
  private final Paced speaking = new Paced(WORDS_PERIOD_MS, this::speak);
  private final KeptRange kept = new KeptRange();
  private final List<HTMLElement> dots = new ArrayList<>();
  private final DataTable table;
  private LineTable tabled;
  private @Nullable HTMLElement pointedMark;
  private @Nullable HTMLElement presentMark;
  private double presentWidth;
  private @Nullable Palette palette;

  /** The last range of the y axis. */
  private @Nullable AxisRange up;

  /** The place pointed at, as a fraction of the x axis; NaN for none. */
  private double fraction = Double.NaN;

  /**
   * Makes an empty chart.
   *
   * @param caption the table's name
   * @param lines contents, from the first {@link #render} on
   */
  public LineChart(String caption, LineAxes axes, Lines lines) {
    this.axes = axes;
    this.lines = lines;
    area = new ChartArea(axes.rightMargin(), this::draw);
    tabled = lines.table();
    table =
        new DataTable(caption, tabled.headers().toArray(new String[0]), () -> lines.table().rows());
  }

  /** Makes a logarithmic scale down to a floor, with the engine's logarithm. */
  public static LogScale logScale(double floor) {
    return new LogScale(floor, LineChart::log10);
  }

  @JSBody(params = "number", script = "return Math.log10(number);")
  private static native double log10(double number);

  /** The picture. */
  public HTMLElement root() {
    return area.root();
  }

  /** The data table. */
  public HTMLElement table() {
    return table.root();
  }

  /** The description for readers who cannot see the picture. */
  public HTMLElement words() {
    return words;
  }

  /** Marks the place pointed at from now on; the listener is called whenever it changes. */
  public void followPointing(Runnable listener) {
    pointedMark = area.markBelow("mark-hover");
    area.onPoint(
        at -> {
          fraction = Math.max(0, Math.min(1, at));
          placeMarks();
          listener.run();
        });
  }

  /**
   * Marks the present from now on.
   *
   * @param width width of the mark as a share of the x axis
   */
  public void markPresent(String className, double width) {
    presentMark = area.markBelow(className);
    presentWidth = width;
  }

  /** Marks a point on the first line without a mark. */
  public void markDot(String className) {
    dots.add(area.markAbove(className));
  }

  /** The x pointed at; NaN for none. */
  public double pointed() {
    LinePicture picture = lines.picture();
    return picture == null ? Double.NaN : axes.across().at(picture.across(), fraction);
  }

  /** Forgets the place pointed at. */
  public void forgetPointing() {
    fraction = Double.NaN;
  }

  /** The largest y of a line that leaves the range of the y axis upwards; NaN for none. */
  public double beyond() {
    LinePicture picture = lines.picture();
    AxisRange range = up;
    double highest = picture == null ? Double.NaN : picture.highestYielding();
    return range != null && highest > range.max() ? highest : Double.NaN;
  }

  /** Forgets the range of the y axis, before different lines. */
  public void forgetRange() {
    kept.forget();
    up = null;
  }

  /**
   * Draws the chart; called in every frame.
   *
   * @param changed whether lines or colours have changed since the last frame
   * @param running whether more frames follow soon
   */
  public void render(Palette colors, boolean changed, boolean running) {
    palette = colors;
    if (changed) {
      draw();
      showTable();
    }
    table.frame(changed, running);
    speaking.frame(changed, running);
  }

  private void showTable() {
    LineTable next = lines.table();
    if (next != tabled) {
      tabled = next;
      table.setHeaders(next.headers().toArray(new String[0]));
    }
  }

  private void speak() {
    Dom.setText(words, lines.words());
  }

  private void draw() {
    Palette colors = palette;
    LinePicture picture = lines.picture();
    if (colors == null || picture == null || !area.hasSize()) {
      return;
    }
    AxisRange across = picture.across();
    AxisRange range = picture.up(kept);
    up = range;
    area.begin(
        colors,
        across,
        axes.across().of(across, area.ticksAcross(axes.tickWidth())),
        range,
        axes.up().of(range, area.ticksUp(axes.tickDistance())));
    draw(picture, colors);
    placeMarks();
  }

  private void draw(LinePicture picture, Palette colors) {
    ChartLines pen = area.lines();
    drawBands(picture.bands(), colors);
    for (Level level : picture.levels()) {
      pen.level(level.value(), colors.inkSoft());
    }
    for (Series line : picture.lines()) {
      drawWithin(line, colors);
    }
    for (Series line : picture.lines()) {
      line.write(area.texts(), colors);
    }
    for (Level.Label label : Level.labels(picture.levels(), area.frame())) {
      area.texts().level(label, colors.inkSoft());
    }
  }

  /** Draws a line; where it leaves the range of the y axis, a mark at the edge says so. */
  private void drawWithin(Series line, Palette colors) {
    if (!line.yields()) {
      line.draw(area.lines(), colors);
      return;
    }
    area.clip();
    line.draw(area.lines(), colors);
    area.unclip();
    area.lines().departure(line.xs(), line.ys(), line.ink(colors));
  }

  private void drawBands(List<Band> bands, Palette colors) {
    if (bands.isEmpty()) {
      return;
    }
    area.clip();
    for (Band band : bands) {
      band.draw(area.lines(), colors);
    }
    for (Band band : bands) {
      band.middle().draw(area.lines(), colors);
    }
    area.unclip();
  }

  private void placeMarks() {
    LinePicture picture = lines.picture();
    if (picture == null) {
      return;
    }
    AxisRange across = picture.across();
    double pointed = axes.across().at(across, fraction);
    LineMarks marks = lines.marks(pointed);
    HTMLElement hover = pointedMark;
    if (hover != null) {
      ChartMarks.stretch(hover, across.fraction(pointed), 0, 0, 1);
    }
    HTMLElement present = presentMark;
    if (present != null) {
      double from = across.fraction(marks.present()) - presentWidth / 2;
      ChartMarks.stretch(present, from, presentWidth, 0, 1);
    }
    for (int i = 0; i < dots.size(); i++) {
      placeDot(dots.get(i), marks.dots().get(i), across);
    }
  }

  private void placeDot(HTMLElement mark, LineMarks.Dot dot, AxisRange across) {
    AxisRange range = up;
    double y = range == null ? Double.NaN : range.fraction(dot.y());
    ChartMarks.place(mark, across.fraction(dot.x()), y);
  }

  /** Releases everything that would outlive the chart's elements. */
  public void close() {
    area.close();
  }
}
