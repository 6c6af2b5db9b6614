package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Data;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.task.NumberList;
import io.github.unrolled.task.NumberTable;
import io.github.unrolled.task.Task;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Choice;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Text;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;

/**
 * A field for own numbers: typed, or read from a column of a chosen or dropped file. Anything
 * unreadable leads to a message and changes nothing.
 */
final class OwnNumbersField {
  private static final double MAX_BYTES = 1e6;
  private static final String KEPT = " The last good sequence stays.";

  private final Consumer<Event> dispatch;
  private final Consumer<Browser.LocalFile> experiments;
  private final NumberList list = new NumberList(Text.READER);
  private final HTMLElement root;
  private final HTMLElement entry;
  private final HTMLTextAreaElement typed;
  private final HTMLInputElement opened;
  private final HTMLElement columnBox = Dom.element("div", "file-column");
  private final HTMLElement note = Dom.element("p", "hint file-note");
  private final HTMLElement message = Dom.element("p", "field-error");
  private Numbers shown = Numbers.of();
  private boolean chosen;
  private Browser.@Nullable LocalFile file;

  /**
   * Makes the field.
   *
   * @param experiments takes files that contain an experiment
   */
  OwnNumbersField(Consumer<Event> dispatch, Consumer<Browser.LocalFile> experiments) {
    this.dispatch = dispatch;
    this.experiments = experiments;
    typed = (HTMLTextAreaElement) Dom.element("textarea", "numbers");
    typed.setAttribute("rows", "3");
    typed.setAttribute("spellcheck", "false");
    typed.setAttribute("aria-describedby", "message-own-numbers");
    Dom.on(typed, "input", event -> readTyped());
    opened = (HTMLInputElement) Dom.element("input", "");
    opened.setType("file");
    // Without a title the browser's tooltip says that no file is chosen, even after one was.
    opened.setTitle("");
    opened.setAttribute("accept", ".csv,.tsv,.txt,text/csv,text/plain");
    opened.setAttribute("aria-describedby", "message-own-numbers");
    Dom.on(opened, "change", event -> openChosen());
    note.setAttribute("role", "status");
    message.setAttribute("role", "alert");
    message.setAttribute("id", "message-own-numbers");
    entry =
        Dom.element(
            "div",
            "",
            Dom.element("label", "labelled", Dom.text("span", "label", "Your numbers"), typed),
            Dom.text(
                "p",
                "hint",
                "3 to 500, with decimal points; between them commas, spaces, semicolons or line breaks."),
            Dom.element(
                "div",
                "file-row",
                Dom.element(
                    "label",
                    "button small file",
                    Dom.text("span", "", "Open a CSV or text file"),
                    opened),
                Dom.text("span", "hint", "or drop it on the playground")),
            columnBox,
            note);
    root = Dom.element("div", "own", entry, message);
  }

  /** The field with its message. */
  HTMLElement root() {
    return root;
  }

  /** Accepts files dropped on an element, whichever task is chosen. */
  void takeDropsOn(HTMLElement target) {
    Dom.on(target, "dragover", event -> dragOver(target, event));
    Dom.on(
        target,
        "dragleave",
        event -> Dom.toggleClass(target, "dropping", Browser.isInside(event, target)));
    Dom.on(
        target,
        "drop",
        event -> {
          Browser.LocalFile dropped = Browser.droppedFile(event);
          if (dropped != null) {
            event.preventDefault();
            open(dropped);
          }
          Dom.toggleClass(target, "dropping", false);
        });
  }

  private static void dragOver(HTMLElement target, org.teavm.jso.dom.events.Event event) {
    if (Browser.dragsFile(event)) {
      event.preventDefault();
      Dom.toggleClass(target, "dropping", true);
    }
  }

  /** Shows the experiment's own numbers; hides the field while they are not the task. */
  void show(Data data) {
    chosen = data.task() == Task.CUSTOM;
    Dom.setHidden(entry, !chosen);
    Dom.setHidden(message, !chosen);
    if (!data.own().equals(shown)) {
      // The numbers came from elsewhere, not from the field itself.
      forgetFile();
      fill(data.own());
    }
  }

  private void fill(Numbers numbers) {
    shown = numbers;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(Text.plain(numbers.get(i)));
    }
    typed.setValue(text.toString());
    accept();
  }

  private void accept() {
    typed.removeAttribute("aria-invalid");
    opened.removeAttribute("aria-invalid");
    Dom.setText(message, "");
  }

  private void refuse(HTMLElement input, @Nullable String complaint) {
    input.setAttribute("aria-invalid", "true");
    Dom.setHidden(message, false);
    Dom.setText(message, complaint + KEPT);
  }

  private void readTyped() {
    forgetFile();
    opened.removeAttribute("aria-invalid");
    NumberList.Reading reading = list.read(typed.getValue());
    Numbers numbers = reading.numbers();
    if (numbers == null) {
      refuse(typed, reading.message());
    } else {
      shown = numbers;
      accept();
      dispatch.accept(new Change.OwnNumbersEntered(numbers));
    }
  }

  private void openChosen() {
    Browser.LocalFile picked = Browser.chosenFile(opened);
    if (picked != null) {
      open(picked);
      // Lets the reader choose the same file again after correcting it.
      opened.setValue("");
    }
  }

  private void open(Browser.LocalFile picked) {
    if (picked.name().endsWith(".json") || picked.name().endsWith(".JSON")) {
      experiments.accept(picked);
      return;
    }
    forgetFile();
    file = picked;
    if (picked.size() > MAX_BYTES) {
      refuse(opened, named(picked) + ": expected at most 1 MB, got more.");
      return;
    }
    Browser.readText(
        picked,
        text -> {
          if (picked != file) {
            // Another file was opened, or numbers were typed, before this file was read.
            return;
          }
          if (text == null) {
            refuse(opened, named(picked) + " could not be read.");
          } else {
            readTable(picked, NumberTable.of(text, Text.READER));
          }
        });
  }

  private void readTable(Browser.LocalFile picked, NumberTable table) {
    List<NumberTable.Column> columns = table.numericColumns();
    if (columns.size() > 1) {
      Choice<NumberTable.Column> choice =
          new Choice<>(
              "Column",
              columns,
              NumberTable.Column::label,
              column -> readColumn(picked, table, column));
      columnBox.appendChild(choice.root());
    }
    readColumn(picked, table, table.preferredColumn());
  }

  private void readColumn(Browser.LocalFile picked, NumberTable table, NumberTable.Column column) {
    NumberList.Reading reading = table.read(column);
    Numbers numbers = reading.numbers();
    String source = picked.name();
    if (column.heading() != null) {
      source += ", column “" + column.heading() + "”";
    } else if (table.columns().size() > 1) {
      source += ", column " + (column.index() + 1);
    }
    if (numbers == null) {
      Dom.setText(note, "");
      refuse(opened, source + ": " + reading.message());
      return;
    }
    fill(numbers);
    Dom.setText(note, source + ": " + numbers.size() + " values");
    dispatch.accept(new Change.OwnNumbersEntered(numbers));
    if (!chosen) {
      dispatch.accept(new Change.TaskChosen(Task.CUSTOM));
    }
  }

  private void forgetFile() {
    file = null;
    columnBox.clear();
    Dom.setText(note, "");
  }

  private static String named(Browser.LocalFile file) {
    return "“" + file.name() + "”";
  }
}
