package io.github.unrolled.ui.kit;

import java.util.function.IntConsumer;
import org.teavm.jso.dom.html.HTMLElement;

/** A slider for a whole number, with its name and its value in words. */
public final class SliderRow {
  private final Slider slider;
  private final HTMLElement text = Dom.element("span", "slider-text");
  private final HTMLElement root;

  public SliderRow(String name, int min, int max, IntConsumer moved) {
    slider = slider(name, min, max, moved);
    root =
        Dom.element("label", "slider-row", Dom.text("span", "label", name), text, slider.input());
  }

  /** Makes a row whose name is explained. */
  public SliderRow(Term name, int min, int max, IntConsumer moved) {
    slider = slider(name.text(), min, max, moved);
    root =
        Dom.element(
            "div", "slider-row", Dom.element("span", "label", name.root()), text, slider.input());
  }

  private static Slider slider(String name, int min, int max, IntConsumer moved) {
    return new Slider(name, min, max, 1, min, value -> moved.accept((int) value));
  }

  /** The row's element. */
  public HTMLElement root() {
    return root;
  }

  /** Changes the largest number; the smallest is 1. */
  public void setMax(int max) {
    slider.setRange(1, max, 1);
  }

  /** Shows a number. */
  public void show(int value, String words) {
    slider.show(value, words);
    Dom.setText(text, words);
  }
}
