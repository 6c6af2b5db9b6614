package io.github.unrolled.ui.takealong;

import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Canvas;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A panel with its title and legend as a PNG, as it looks now, in the colours of the theme, with
 * twice the pixels of the screen. The browser draws it as a picture of its own: the panel's
 * elements with the playground's style sheet, canvases as images, and no controls.
 */
public final class Picture {
  /** Pixels of a picture for each pixel of the screen, in each direction. */
  private static final double SHARPNESS = 2;

  private Picture() {}

  /** Receives the picture, or null if the browser cannot make it. */
  @JSFunctor
  interface Taker extends JSObject {
    /** Receives the picture as a PNG. */
    void take(@Nullable JSObject png);
  }

  /**
   * Saves a picture of a panel.
   *
   * @param root the playground, whose theme and width apply
   * @param redraw redraws all canvases, at the sharpness that applies then
   * @param failed called if the browser cannot make it
   */
  public static void save(
      HTMLElement root, HTMLElement panel, String fileName, Runnable redraw, Runnable failed) {
    Canvas.setSharpness(SHARPNESS);
    redraw.run();
    String markup = markup(panel);
    Canvas.setSharpness(1);
    redraw.run();
    picture(
        root,
        panel,
        Browser.css(),
        markup,
        Browser.pixelRatio() * SHARPNESS,
        png -> {
          if (png == null) {
            failed.run();
          } else {
            Browser.save(png, fileName);
          }
        });
  }

  /** The panel as XML, with its canvases as images. */
  @JSBody(
      params = "panel",
      script =
          "var copy = panel.cloneNode(true);"
              + "var drawn = panel.querySelectorAll('canvas');"
              + "copy.querySelectorAll('canvas').forEach(function(canvas, i) {"
              + "  var image = document.createElement('img');"
              + "  image.className = canvas.className;"
              + "  image.style.cssText = canvas.style.cssText;"
              + "  image.src = drawn[i].toDataURL();"
              + "  canvas.replaceWith(image);"
              + "});"
              // What was fitted into the panel keeps its size.
              + "var keep = function(selector, side) {"
              + "  var shown = panel.querySelectorAll(selector);"
              + "  copy.querySelectorAll(selector).forEach(function(element, i) {"
              + "    element.style[side] = shown[i].getBoundingClientRect()[side] + 'px';"
              + "  });"
              + "};"
              + "keep('.fit-picture', 'width');"
              + "keep('.fit-picture :is(.chart-plot, .grid-cursor)', 'height');"
              + "return new XMLSerializer().serializeToString(copy);")
  private static native String markup(HTMLElement panel);

  @JSBody(
      params = {"root", "panel", "css", "markup", "ratio", "taker"},
      script =
          "var width = panel.offsetWidth;"
              // What scrolls in the panel is in the picture, too.
              + "var height = panel.offsetHeight;"
              + "panel.querySelectorAll('.instrument-body').forEach(function(body) {"
              + "  height += body.scrollHeight;"
              + "});"
              + "var style = css.replace(/&/g, '&amp;').replace(/</g, '&lt;');"
              + "var image = new Image();"
              + "image.onerror = function() { taker(null); };"
              + "image.onload = function() {"
              + "  try {"
              + "    var canvas = document.createElement('canvas');"
              + "    canvas.width = width * ratio;"
              + "    canvas.height = height * ratio;"
              + "    var context = canvas.getContext('2d', {willReadFrequently: true});"
              + "    context.drawImage(image, 0, 0, canvas.width, canvas.height);"
              // The picture leaves out controls, and is shorter.
              + "    var column = context.getImageData(canvas.width >> 1, 0, 1, canvas.height).data;"
              + "    var end = canvas.height;"
              + "    while (end > 1 && !column[4 * end - 1]) { end--; }"
              + "    var rows = context.getImageData(0, 0, canvas.width, end);"
              + "    canvas.height = end;"
              + "    context.putImageData(rows, 0, 0);"
              + "    canvas.toBlob(function(png) { taker(png); });"
              + "  } catch (refused) { taker(null); }"
              + "};"
              + "image.src = 'data:image/svg+xml,' + encodeURIComponent("
              + "  '<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"' + width"
              + "  + '\" height=\"' + height + '\"><foreignObject width=\"100%\" height=\"100%\">'"
              + "  + '<div xmlns=\"http://www.w3.org/1999/xhtml\" class=\"pictured\" style=\"width: '"
              + "  + root.offsetWidth + 'px\"><style>' + style + '</style>'"
              + "  + '<div class=\"playground\" data-theme=\"' + root.dataset.theme"
              + "  + '\" style=\"width: ' + width + 'px\">' + markup"
              + "  + '</div></div></foreignObject></svg>');")
  private static native void picture(
      HTMLElement root, HTMLElement panel, String css, String markup, double ratio, Taker taker);
}
