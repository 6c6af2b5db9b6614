package io.github.unrolled.ui.kit;

import org.teavm.jso.JSBody;
import org.teavm.jso.canvas.CanvasGradient;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A canvas with coordinates in CSS pixels, crisp on any screen. */
public final class Canvas {
  private static final double FULL_TURN = 2 * Math.PI;

  private static double sharpness = 1;

  private final HTMLCanvasElement element;
  private final CanvasRenderingContext2D context;
  private int shownWidth;
  private int shownHeight;

  /** The context's font: setting one, even the same, makes the browser lay out the page. */
  private String font = "";

  /** Makes a canvas hidden from assistive technology: its owner describes the picture in words. */
  public Canvas(String className) {
    element = (HTMLCanvasElement) Dom.element("canvas", className);
    element.setAttribute("aria-hidden", "true");
    context = (CanvasRenderingContext2D) element.getContext("2d");
  }

  public HTMLElement element() {
    return element;
  }

  /** Multiplies the device pixels of all canvases by a factor from now on; 1 matches the screen. */
  public static void setSharpness(double factor) {
    sharpness = factor;
  }

  /** Starts a new picture of a size in CSS pixels. */
  public void begin(int width, int height) {
    double ratio = Browser.pixelRatio() * sharpness;
    int deviceWidth = (int) (width * ratio + 0.5);
    int deviceHeight = (int) (height * ratio + 0.5);
    if (element.getWidth() != deviceWidth || element.getHeight() != deviceHeight) {
      element.setWidth(deviceWidth);
      element.setHeight(deviceHeight);
      font = "";
    }
    if (width != shownWidth || height != shownHeight) {
      shownWidth = width;
      shownHeight = height;
      Browser.setStyle(element, "width", width + "px");
      Browser.setStyle(element, "height", height + "px");
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTextBaseline("middle");
    context.setLineCap("butt");
    context.setLineJoin("miter");
    solid();
  }

  /** Moves the origin from here on. */
  public void moveOrigin(double dx, double dy) {
    context.translate(dx, dy);
  }

  /** Draws solid lines from here on. */
  public void solid() {
    setLineDash(context, 0, 0);
  }

  /** Draws dashed lines from here on. */
  public void dashed(double dash, double gap) {
    setLineDash(context, dash, gap);
  }

  /**
   * Draws lines as round dots from here on, until {@link #solid} and {@link #flatEnds}.
   *
   * @param length difference between a dot's length and its height
   */
  public void dotted(double length, double gap) {
    context.setLineCap("round");
    setLineDash(context, length, gap);
  }

  /** Rounds the corners of lines from here on, in this picture. */
  public void roundJoins() {
    context.setLineJoin("round");
  }

  /** Draws flat line ends from here on. */
  public void flatEnds() {
    context.setLineCap("butt");
  }

  public void line(double fromX, double fromY, double toX, double toY, String color, double width) {
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    stroke(color, width);
  }

  /** Starts a path of lines, to be stroked or filled. */
  public void startPath() {
    context.beginPath();
  }

  /** Continues the current path from another point. */
  public void moveTo(double x, double y) {
    context.moveTo(x, y);
  }

  /** Adds a line to the current path, ending at a point. */
  public void lineTo(double x, double y) {
    context.lineTo(x, y);
  }

  public void fillTriangle(
      double x1, double y1, double x2, double y2, double x3, double y3, String color) {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.lineTo(x3, y3);
    context.closePath();
    fill(color);
  }

  public void fillRect(double x, double y, double width, double height, String color) {
    context.setFillStyle(color);
    context.fillRect(x, y, width, height);
  }

  /** Fades the picture within a rectangle, from hidden at its left to visible at its right. */
  public void fade(double x, double y, double width, double height, String ground) {
    CanvasGradient gradient = context.createLinearGradient(x, 0, x + width, 0);
    gradient.addColorStop(0, ground);
    gradient.addColorStop(1, ground + "00");
    context.setFillStyle(gradient);
    context.fillRect(x, y, width, height);
  }

  /** Makes a circle the current path. */
  public void circle(double x, double y, double radius) {
    context.beginPath();
    context.arc(x, y, radius, 0, FULL_TURN);
  }

  /** Makes a rectangle with round corners the current path. */
  public void roundedRect(double x, double y, double width, double height, double radius) {
    context.beginPath();
    context.moveTo(x + radius, y);
    context.arcTo(x + width, y, x + width, y + height, radius);
    context.arcTo(x + width, y + height, x, y + height, radius);
    context.arcTo(x, y + height, x, y, radius);
    context.arcTo(x, y, x + width, y, radius);
    context.closePath();
  }

  /** Fills the current path. */
  public void fill(String color) {
    context.setFillStyle(color);
    context.fill();
  }

  /** Strokes the current path. */
  public void stroke(String color, double width) {
    context.setStrokeStyle(color);
    context.setLineWidth(width);
    context.stroke();
  }

  /** Hatches the current path, which lies within {@code reach} of a point. */
  public void hatch(double x, double y, double reach, String color) {
    context.save();
    context.clip();
    context.beginPath();
    for (double offset = -2 * reach; offset < 2 * reach; offset += 6) {
      context.moveTo(x + offset - reach, y + reach);
      context.lineTo(x + offset + reach, y - reach);
    }
    stroke(color, 1.5);
    context.restore();
  }

  /** Clips drawing to a rectangle until {@link #unclip}. */
  public void clip(double x, double y, double width, double height) {
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
  }

  /** Undoes {@link #clip}. */
  public void unclip() {
    context.restore();
    font = "";
  }

  /** Sets the font of texts from here on. */
  public void font(int weight, int size) {
    String wanted = weight + " " + size + "px system-ui, sans-serif";
    if (!wanted.equals(font)) {
      font = wanted;
      context.setFont(wanted);
    }
  }

  /** Width of a text in the current font. */
  public double textWidth(String text) {
    return context.measureText(text).getWidth();
  }

  public void textCentered(String text, double x, double y, String color) {
    text(text, x, y, color, "center");
  }

  /** Writes a text with an outline in the background colour, so that it is readable anywhere. */
  public void textLeftOutlined(String text, double x, double y, String color, String ground) {
    context.setTextAlign("left");
    context.setStrokeStyle(ground);
    context.setLineWidth(4);
    context.setLineJoin("round");
    context.strokeText(text, x, y);
    context.setLineJoin("miter");
    textLeft(text, x, y, color);
  }

  public void textLeft(String text, double x, double y, String color) {
    text(text, x, y, color, "left");
  }

  public void textRight(String text, double x, double y, String color) {
    text(text, x, y, color, "right");
  }

  private void text(String text, double x, double y, String color, String align) {
    context.setTextAlign(align);
    context.setFillStyle(color);
    context.fillText(text, x, y);
  }

  /** Sets the line dash, whose array the library's binding takes only as a list of objects. */
  @JSBody(
      params = {"context", "dash", "gap"},
      script = "context.setLineDash(dash > 0 ? [dash, gap] : []);")
  private static native void setLineDash(CanvasRenderingContext2D context, double dash, double gap);
}
