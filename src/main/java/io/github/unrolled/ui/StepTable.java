package io.github.unrolled.ui;

import org.teavm.jso.dom.html.HTMLElement;

/** The numbers of all steps as a table that is filled only while it is open. */
final class StepTable {
  /** Shortest time between two updates while training runs, in milliseconds. */
  private static final double MIN_INTERVAL = 500;

  private static final String[] COLUMNS = {
    "Step", "Input", "Hidden state", "Output", "Expected", "Gradient dL/dh"
  };

  private final StepNumbers numbers;
  private final HTMLElement body = Dom.element("tbody", "");
  private final HTMLElement root;
  private HTMLElement[][] cells = {};
  private boolean stale = true;
  private double filledAt;

  StepTable(StepNumbers numbers) {
    this.numbers = numbers;
    HTMLElement head = Dom.element("tr", "");
    for (String column : COLUMNS) {
      HTMLElement cell = Dom.text("th", "", column);
      cell.setAttribute("scope", "col");
      head.appendChild(cell);
    }
    HTMLElement table =
        Dom.element(
            "table",
            "",
            Dom.text("caption", "visually-hidden", "The unrolled network, step by step"),
            Dom.element("thead", "", head),
            body);
    HTMLElement frame = Dom.element("div", "table-frame", table);
    frame.setAttribute("tabindex", "0");
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", "Numbers of the unrolled network");
    root = Dom.element("details", "step-data", Dom.text("summary", "", "Data table"), frame);
    Dom.on(root, "toggle", event -> update(false));
  }

  HTMLElement root() {
    return root;
  }

  /** The numbers have changed. */
  void outdate() {
    stale = true;
  }

  /**
   * Fills the table if it is open and out of date.
   *
   * @param busy whether the numbers go on changing, so that an update may wait
   */
  void update(boolean busy) {
    boolean waits = busy && Browser.now() - filledAt < MIN_INTERVAL;
    if (!stale || waits || !root.hasAttribute("open")) {
      return;
    }
    if (cells.length != numbers.steps()) {
      rebuild();
    }
    for (int t = 1; t <= cells.length; t++) {
      HTMLElement[] row = cells[t - 1];
      Dom.setText(row[1], numbers.inputText(t));
      Dom.setText(row[2], numbers.stateText(t));
      Dom.setText(row[3], numbers.outputText(t));
      Dom.setText(row[4], numbers.targetText(t));
      Dom.setText(row[5], numbers.gradientText(t));
    }
    stale = false;
    filledAt = Browser.now();
  }

  private void rebuild() {
    body.setTextContent("");
    cells = new HTMLElement[numbers.steps()][COLUMNS.length];
    for (int t = 1; t <= cells.length; t++) {
      HTMLElement row = Dom.element("tr", "");
      for (int column = 0; column < COLUMNS.length; column++) {
        HTMLElement cell = Dom.text(column == 0 ? "th" : "td", "", column == 0 ? t + "" : "");
        cells[t - 1][column] = cell;
        row.appendChild(cell);
      }
      cells[t - 1][0].setAttribute("scope", "row");
      body.appendChild(row);
    }
  }
}
