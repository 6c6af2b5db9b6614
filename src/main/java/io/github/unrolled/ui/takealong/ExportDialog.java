package io.github.unrolled.ui.takealong;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Setting;
import io.github.unrolled.experiment.State;
import io.github.unrolled.export.Program;
import io.github.unrolled.export.SourceCode;
import io.github.unrolled.export.Table;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dialog;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Text;
import java.util.function.Consumer;
import java.util.function.Function;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/**
 * Files to keep: the experiment, its numbers, its pictures, and the network as source code.
 * Training pauses when the dialog opens, so that all of them show the same moment.
 */
public final class ExportDialog {
  private final Consumer<Event> dispatch;
  private final Sharing sharing;
  private final Pictures pictures;
  private final Attributes attributes = new Attributes(Text.DECIMALS);
  private final HTMLElement parts = Dom.element("div", "");
  private final HTMLElement pictureButtons;
  private final HTMLElement said = Dom.element("p", "hint");
  private final Dialog dialog;

  /** Receives panels. */
  public interface Visitor {
    /** Receives one panel. */
    void visit(HTMLElement panel);
  }

  /** The panels that can be saved as pictures. */
  public interface Pictures {
    /** Passes every panel to a visitor. */
    void panels(Visitor visitor);

    /**
     * Saves the picture of one panel.
     *
     * @param failed called if the browser cannot make it
     */
    void save(HTMLElement panel, String fileName, Runnable failed);
  }

  public ExportDialog(
      HTMLElement place, Consumer<Event> dispatch, Sharing sharing, Pictures pictures) {
    this.dispatch = dispatch;
    this.sharing = sharing;
    this.pictures = pictures;
    said.setAttribute("role", "status");
    HTMLInputElement opened = (HTMLInputElement) Dom.element("input", "");
    opened.setType("file");
    opened.setTitle("");
    opened.setAttribute("accept", ".json,application/json");
    HTMLElement experiment =
        part(
            "Experiment",
            "Settings and network, exact to the bit. To open one, choose it here or drop it on the playground.");
    experiment.appendChild(
        text(
            "Save as JSON",
            "application/json",
            state -> prefix() + "experiment.json",
            state -> sharing.file()));
    experiment.appendChild(
        Dom.element(
            "label", "button small file", Dom.text("span", "", "Open a JSON file"), opened));
    HTMLElement numbers = part("Numbers", "As tables (CSV), in full precision.");
    for (Table table : Table.values()) {
      numbers.appendChild(
          text(
              table.label(),
              "text/csv",
              state -> prefix() + table.fileName(),
              state -> table.write(Text.DECIMALS, state)));
    }
    pictureButtons =
        part("Pictures", "As they look now, as PNG with twice the pixels of this screen.");
    HTMLElement code =
        part("Source code", "The network as a program that checks its outputs against those here.");
    for (Program program : Program.values()) {
      SourceCode writer = program.code(Text.DECIMALS);
      code.appendChild(
          text(program.label(), "text/plain", state -> writer.fileName(), writer::write));
    }
    parts.appendChild(said);
    dialog = new Dialog(place, "export", "Export", parts);
    Dom.on(
        opened,
        "change",
        event -> {
          Browser.LocalFile file = Browser.chosenFile(opened);
          if (file != null) {
            dialog.close();
            sharing.open(file);
          }
          // The same file can then be chosen again, once it is mended.
          opened.setValue("");
        });
  }

  /** Adds a part and returns the row for its buttons. */
  private HTMLElement part(String title, String hint) {
    HTMLElement row = Dom.element("div", "file-buttons");
    parts.appendChild(
        Dom.element(
            "section", "file-part", Dom.text("h3", "", title), Dom.text("p", "hint", hint), row));
    return row;
  }

  private HTMLElement text(
      String label, String type, Function<State, String> name, Function<State, String> write) {
    return Dom.button(
        "button small",
        label,
        () -> {
          State state = sharing.state();
          Browser.save(Browser.blob(write.apply(state), type), name.apply(state));
          said(label);
        });
  }

  private String prefix() {
    return "unrolled-" + attributes.valueOf(Setting.TASK, sharing.state().experiment()) + "-";
  }

  private void said(String label) {
    Dom.setText(said, label + ": saved.");
  }

  /** Opens the dialog. */
  public void open() {
    dispatch.accept(new Command.TrainingSwitched(false));
    dispatch.accept(new Command.SearchSwitched(false));
    pictures.panels(panel -> offer(panel));
    dialog.open();
  }

  private void offer(HTMLElement panel) {
    String title = panel.getChildren().item(0).getTextContent();
    pictureButtons.appendChild(
        Dom.button(
            "button small",
            title,
            () -> {
              said(title);
              pictures.save(
                  panel,
                  prefix() + fileName(title),
                  () -> Dom.setText(said, title + ": this browser cannot make the picture."));
            }));
  }

  private static String fileName(String title) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter || c == ' ' || c == '-') {
        name.append(letter ? (char) (c | 0x20) : '-');
      }
    }
    return name.append(".png").toString();
  }
}
