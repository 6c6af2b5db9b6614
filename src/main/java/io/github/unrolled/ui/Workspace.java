package io.github.unrolled.ui;

import io.github.unrolled.plot.Arrangement;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Splitter;
import io.github.unrolled.ui.kit.Tabs;
import io.github.unrolled.ui.kit.Text;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The places of all parts: a pane of tabs, the network with its equation and weights, the results,
 * and the instruments. Which part stands where depends on the {@link Arrangement}; parts are moved,
 * never made anew, and a moved part keeps the focus if the browser supports that.
 */
final class Workspace {
  /** Height, in CSS pixels, from which the instruments have a row of their own. */
  private static final double TALL = 820;

  /** Share of the height that a sheet of tabs takes at first. */
  private static final double SHEET = 0.47;

  /** The network's share of the height above the sheet. */
  private static final double NETWORK = 0.58;

  final Tabs tabs;
  private final HTMLElement pane;
  private final HTMLElement middle;
  private final HTMLElement results;
  private final HTMLElement why = Dom.element("div", "why");
  private final HTMLElement dock = Dom.element("div", "dock");
  private final HTMLElement root;
  private final Parts parts;
  private Arrangement arrangement = Arrangement.FLOW;
  private boolean tall;
  private boolean filled;
  private boolean roomForLoss = true;
  private Guest guest = Guest.NONE;

  /** What the guide can show in place of the results, so that the text stays in sight. */
  enum Guest {
    NONE,
    INSTRUMENTS,
    LOSS
  }

  /**
   * The elements to place.
   *
   * @param network the drawing with its panel
   * @param equation the equation of the step
   * @param weights the controls of the weights
   * @param prediction the prediction with its panel
   * @param loss the loss with its panel
   * @param buttons the buttons that open instruments
   * @param instruments the open instruments
   * @param history the table of steps
   */
  record Parts(
      HTMLElement network,
      HTMLElement equation,
      HTMLElement weights,
      HTMLElement prediction,
      HTMLElement loss,
      HTMLElement buttons,
      HTMLElement instruments,
      HTMLElement history) {}

  /**
   * Makes a workspace without an arrangement.
   *
   * @param chosen called with the place of a tab that the reader has chosen
   */
  Workspace(Parts parts, IntConsumer chosen) {
    this.parts = parts;
    tabs = new Tabs("Settings and guide", Tab.labels(), chosen);
    middle = Dom.element("div", "middle", parts.network, parts.equation, parts.weights);
    results = Dom.element("div", "results", parts.prediction, parts.loss);
    Dom.append(why, parts.instruments, parts.history);
    Dom.append(dock, parts.buttons);
    root = Dom.element("div", "workspace");
    Splitter grip = new Splitter("Height of the sheet", SHEET, root, this::setSheet);
    pane = Dom.element("div", "pane", grip.root(), tabs.root());
    Dom.append(root, pane, middle, results, why, dock);
  }

  private void setSheet(double share) {
    // Pulled up to read, the sheet may cover the pictures; else the network keeps its height.
    Browser.setStyle(root, "--least", share > SHEET ? "0px" : "190px");
    double stage = 100 - 100 * share;
    setShare("--sheet", 100 * share);
    setShare("--network", stage * NETWORK);
    setShare("--results", stage - stage * NETWORK);
  }

  private void setShare(String name, double share) {
    Browser.setStyle(root, name, Text.fixed(share, 2) + "fr");
  }

  /** The workspace's element. */
  HTMLElement root() {
    return root;
  }

  /** The present arrangement. */
  Arrangement arrangement() {
    return arrangement;
  }

  /** Whether the instruments have a row of their own. */
  boolean isTall() {
    return tall;
  }

  /** Whether the loss has room beside the prediction; otherwise it stands with training. */
  boolean hasRoomForLoss() {
    return roomForLoss;
  }

  /** The guest in place of the results. */
  Guest guest() {
    return guest;
  }

  /** The tab whose panel contains an element; null for none. */
  @Nullable Tab tabOf(HTMLElement element) {
    for (Tab tab : Tab.values()) {
      if (contains(tabs.panel(tab.place()), element)) {
        return tab;
      }
    }
    return null;
  }

  @JSBody(
      params = {"parent", "element"},
      script = "return parent.contains(element);")
  private static native boolean contains(HTMLElement parent, HTMLElement element);

  /** Shows or hides the pane of tabs. */
  void showPane(boolean there) {
    Dom.setHidden(pane, !there);
    Dom.toggleClass(root, "no-pane", !there);
  }

  /** Hides the columns that have no visible part. */
  void hideEmpty() {
    Dom.toggleClass(root, "no-middle", hideIfEmpty(middle));
    Dom.toggleClass(root, "no-results", hideIfEmpty(results));
    hideIfEmpty(why);
    hideIfEmpty(dock);
  }

  private static boolean hideIfEmpty(HTMLElement column) {
    boolean empty = true;
    for (int i = 0; i < column.getChildren().getLength(); i++) {
      empty &= ((HTMLElement) column.getChildren().item(i)).isHidden();
    }
    Dom.setHidden(column, empty);
    return empty;
  }

  /** Arranges the parts for a box of a size in CSS pixels. */
  void arrange(Arrangement next, double width, double height, boolean fills) {
    arrangement = next;
    tall = !fills || height >= TALL;
    roomForLoss = next.hasRoomForLoss(width);
    filled = fills && next != Arrangement.FLOW;
    boolean flows = next == Arrangement.FLOW;
    if (next.paneFirst()) {
      move(pane, root, root.getFirstChild() == pane ? middle : (HTMLElement) root.getFirstChild());
    } else {
      move(pane, root, flows && why.getParentNode() == root ? why : null);
    }
    HTMLElement hand = next.weightsInTab() ? tabs.panel(Tab.WEIGHTS.place()) : middle;
    // In a post the weights stand beside the prediction, if there is room for both.
    move(parts.weights, flows ? results : hand, flows ? parts.loss : null);
    move(parts.equation, hand, hand == middle && !flows ? parts.weights : null);
    move(parts.history, isHistoryInTab() ? tabs.panel(Tab.TASK.place()) : why, null);
    placeGuest();
  }

  /** Whether the instruments have a tab of their own; in a post they stand below. */
  boolean hasInstrumentsInTab() {
    return filled && arrangement.instrumentsInTab();
  }

  /** Whether the history stands with the task, for want of a row below the network. */
  boolean isHistoryInTab() {
    return arrangement == Arrangement.WIDE && !tall;
  }

  /** Shows a guest in place of the results from now on, where it has no room of its own. */
  void invite(Guest next) {
    guest = next;
    placeGuest();
  }

  private void placeGuest() {
    boolean loss = guest == Guest.LOSS && !roomForLoss;
    boolean inTab = hasInstrumentsInTab();
    boolean instruments = guest == Guest.INSTRUMENTS && inTab;
    Dom.toggleClass(root, "with-loss", loss);
    Dom.toggleClass(root, "with-instruments", instruments);
    HTMLElement training = tabs.panel(Tab.TRAINING.place());
    if (roomForLoss || loss) {
      move(parts.loss, results, null);
    } else {
      move(parts.loss, training, (HTMLElement) training.getFirstChild());
    }
    HTMLElement tab = tabs.panel(Tab.WHY.place());
    move(why, inTab && !instruments ? tab : root, null);
    // In reading order the buttons come before what they open.
    boolean before = inTab || !filled;
    move(
        dock,
        inTab ? tab : root,
        before && why.getParentNode() == (inTab ? tab : root) ? why : null);
    Dom.toggleClass(why, "shelf", filled && (instruments || !inTab));
  }

  /** Moves an element to the place before another, or to the end, unless it stands there. */
  @JSBody(
      params = {"element", "parent", "next"},
      script =
          "if (element === next) { next = element.nextSibling; }"
              + "if (element.parentNode === parent && element.nextSibling === next) { return; }"
              + "parent.moveBefore && element.isConnected && parent.isConnected"
              + "    ? parent.moveBefore(element, next) : parent.insertBefore(element, next);")
  private static native void move(
      HTMLElement element, HTMLElement parent, @Nullable HTMLElement next);
}
