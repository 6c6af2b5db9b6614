package io.github.unrolled.ui.kit;

import io.github.unrolled.math.Excerpt;
import io.github.unrolled.math.NumberReading;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/**
 * A text field for one number. It shows three significant digits. While it has the focus it shows
 * all digits and does not change, so that it can be edited while training runs. It reports what was
 * typed when Enter is pressed or the field is left. A text that is not a number in range stays in
 * the field with a message below and changes nothing else; Escape restores the last valid number.
 */
public final class NumberInput {
  private final HTMLInputElement input;
  private final HTMLElement message;
  private final HTMLElement root;
  private final DoublePredicate accepts;
  private final String expected;
  private final DoubleConsumer changed;
  private double value;
  private boolean whole;
  private boolean focused;
  private boolean edited;

  /**
   * Makes a field.
   *
   * @param name its accessible name
   * @param accepts whether a number is in range
   * @param expected description of such numbers, as in "a number above 0"
   * @param changed called with each number entered
   */
  public NumberInput(
      String name, DoublePredicate accepts, String expected, DoubleConsumer changed) {
    this.accepts = accepts;
    this.expected = expected;
    this.changed = changed;
    input = (HTMLInputElement) Dom.element("input", "number-input");
    input.setType("text");
    input.setAttribute("inputmode", "decimal");
    input.setAttribute("autocomplete", "off");
    input.setAttribute("spellcheck", "false");
    input.setAttribute("aria-label", name);
    message = Dom.element("span", "field-error");
    message.setAttribute("role", "alert");
    String id = "message-" + name.replace(' ', '-');
    message.setAttribute("id", id);
    input.setAttribute("aria-describedby", id);
    root = Dom.element("span", "number-field", input, message);
    Dom.on(input, "focus", event -> focus());
    Dom.on(input, "blur", event -> leave());
    Dom.on(input, "input", event -> edited = true);
    Dom.on(input, "change", event -> commit());
    Dom.on(input, "keydown", event -> key((KeyboardEvent) event));
  }

  /** The field with its message. */
  public HTMLElement root() {
    return root;
  }

  /** The field alone. */
  public HTMLInputElement input() {
    return input;
  }

  /** Shows a number, at once or as soon as the field is left. */
  public void show(double shown) {
    boolean same = shown == value && !input.getValue().isEmpty();
    value = shown;
    if (!same && edited && !focused) {
      // A rejected text gives way to the next change from elsewhere.
      settle();
    }
    if (same) {
      return;
    }
    if (edited || focused) {
      Dom.setTitle(input, Text.NUMBERS.full(value));
    } else {
      write();
    }
  }

  /** Shows a whole number, at once or as soon as the field is left. */
  public void showInteger(int shown) {
    whole = true;
    show(shown);
  }

  /** Enables or disables the field. */
  public void setEnabled(boolean enabled) {
    Dom.setFlag(input, "disabled", !enabled);
  }

  /** Discards a rejected text: from now on the field is for another number. */
  public void forget() {
    settle();
    write();
  }

  private void write() {
    String text = focused || whole ? Text.NUMBERS.full(value) : Text.NUMBERS.significant(value);
    if (!text.equals(input.getValue())) {
      input.setValue(text);
    }
    Dom.setTitle(input, Text.NUMBERS.full(value));
  }

  private void focus() {
    focused = true;
    if (!edited) {
      write();
      input.select();
    }
  }

  private void leave() {
    focused = false;
    if (!edited) {
      write();
    }
  }

  private void key(KeyboardEvent event) {
    if (event.getKey().equals("Enter")) {
      commit();
    } else if (event.getKey().equals("Escape") && edited) {
      forget();
    }
  }

  private void commit() {
    if (!edited) {
      return;
    }
    String text = input.getValue();
    NumberReading reading = Text.READER.read(text);
    if (!reading.isNumber() || !accepts.test(reading.value())) {
      complain(text, reading);
      return;
    }
    settle();
    value = reading.value();
    write();
    changed.accept(value);
  }

  private void complain(String text, NumberReading reading) {
    input.setAttribute("aria-invalid", "true");
    boolean nothing = reading.problem() == NumberReading.Problem.EMPTY;
    String came = nothing ? "nothing" : "“" + Excerpt.of(text) + "”";
    Dom.setText(
        message,
        "Expected " + expected + ", got " + came + ". Still " + Text.NUMBERS.full(value) + ".");
  }

  private void settle() {
    edited = false;
    input.removeAttribute("aria-invalid");
    Dom.setText(message, "");
  }
}
