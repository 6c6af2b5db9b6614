package io.github.unrolled.ui.kit;

import java.util.function.DoubleConsumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** A native range input, filled from an origin to its value. */
public final class Slider {
  private final HTMLInputElement input;
  private double min;
  private double max;
  private double origin;

  /**
   * Makes a slider.
   *
   * @param name its accessible name
   * @param step size of one step
   * @param origin value at which the filled part begins
   * @param moved called with each value that the reader chooses
   */
  public Slider(
      String name, double min, double max, double step, double origin, DoubleConsumer moved) {
    this.origin = origin;
    input = (HTMLInputElement) Dom.element("input", "slider");
    input.setType("range");
    input.setAttribute("aria-label", name);
    setRange(min, max, step);
    Dom.on(
        input,
        "input",
        event -> {
          double value = Text.READER.read(input.getValue()).value();
          fill(value);
          moved.accept(value);
        });
  }

  /** The input. */
  public HTMLInputElement input() {
    return input;
  }

  /** Whether the slider is held, so that its range must stay as it is. */
  public boolean isHeld() {
    return isHeld(input);
  }

  @JSBody(params = "input", script = "return input.matches(':active');")
  private static native boolean isHeld(HTMLElement input);

  /** Changes the range and the step. */
  public void setRange(double min, double max, double step) {
    this.min = min;
    this.max = max;
    Dom.setAttribute(input, "min", plain(min));
    Dom.setAttribute(input, "max", plain(max));
    Dom.setAttribute(input, "step", plain(step));
  }

  /** Shows a value, and tells it to assistive technology in words. */
  public void show(double value, String words) {
    String text = plain(value);
    if (!text.equals(input.getValue())) {
      input.setValue(text);
    }
    Dom.setAttribute(input, "aria-valuetext", words);
    fill(value);
  }

  /** Enables or disables the slider. */
  public void setEnabled(boolean enabled) {
    Dom.setFlag(input, "disabled", !enabled);
  }

  private void fill(double value) {
    Browser.setStyle(input, "--from", percent(Math.min(value, origin)));
    Browser.setStyle(input, "--to", percent(Math.max(value, origin)));
  }

  private String percent(double value) {
    double share = Math.max(0, Math.min(1, (value - min) / (max - min)));
    return Text.fixed(100 * share, 2) + "%";
  }

  private static String plain(double value) {
    return Text.plain(value);
  }
}
