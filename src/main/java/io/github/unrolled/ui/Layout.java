package io.github.unrolled.ui;

import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.OpenInstruments;
import io.github.unrolled.experiment.Part;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.experiment.State;
import io.github.unrolled.plot.Arrangement;
import io.github.unrolled.ui.controls.DataPanel;
import io.github.unrolled.ui.controls.NetworkPanel;
import io.github.unrolled.ui.controls.SetupLine;
import io.github.unrolled.ui.controls.Toolbar;
import io.github.unrolled.ui.controls.TrainingPanel;
import io.github.unrolled.ui.controls.WeightsPanel;
import io.github.unrolled.ui.guide.GuideView;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Panel;
import io.github.unrolled.ui.network.EquationView;
import io.github.unrolled.ui.network.StatusLine;
import io.github.unrolled.ui.network.UnrolledView;
import io.github.unrolled.ui.results.DiagnosisView;
import io.github.unrolled.ui.results.HistoryView;
import io.github.unrolled.ui.results.LossView;
import io.github.unrolled.ui.results.PredictionView;
import io.github.unrolled.ui.results.ReportView;
import io.github.unrolled.ui.takealong.EmbedDialog;
import io.github.unrolled.ui.takealong.ExportDialog;
import io.github.unrolled.ui.takealong.Picture;
import io.github.unrolled.ui.takealong.ShareDialog;
import io.github.unrolled.ui.takealong.Sharing;
import io.github.unrolled.ui.takealong.StartOverDialog;
import io.github.unrolled.ui.takealong.TakeAlong;
import io.github.unrolled.ui.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** All views, and which of them are visible. A tab's view is made when the tab is first opened. */
final class Layout implements ExportDialog.Pictures {
  /** Height, in CSS pixels, from which the legend of the drawing has room. */
  private static final double ROOMY = 1000;

  private final Consumer<Event> dispatch;
  private final Runnable requestFrame;
  private final List<Placed> placed = new ArrayList<>();
  private final HTMLElement host;
  private final HTMLElement root;
  private final HTMLElement content = Dom.element("div", "content");
  private final Sharing sharing;
  private final Toolbar toolbar;
  private final Instruments instruments;
  private final UnrolledView unrolled;
  private final GuideView guide;
  private final Workspace workspace;
  private final HTMLElement networkPanel;
  private final HTMLElement predictionPanel;
  private final HTMLElement lossPanel;
  private final Browser.Observer sizeObserver;
  private final @Nullable View[] tabbed = new View[Tab.values().length];
  private @Nullable Parts shown;

  /** A view in its place. */
  private static final class Placed {
    final View view;

    /** The part that shows and hides the view; null if the view is always visible. */
    final @Nullable Part part;

    /** The element that is hidden with the part. */
    final HTMLElement element;

    Placed(View view, @Nullable Part part, HTMLElement element) {
      this.view = view;
      this.part = part;
      this.element = element;
    }
  }

  /**
   * Builds the views in an element.
   *
   * @param host the custom element
   * @param root the element of all views, inside the host
   * @param requestFrame requests a call of {@link #render} in the next frame
   * @param run carries out instructions of the guide and describes what was done
   */
  Layout(
      HTMLElement host,
      HTMLElement root,
      Consumer<Event> dispatch,
      Runnable requestFrame,
      UnaryOperator<String> run,
      Sharing sharing) {
    this.host = host;
    this.root = root;
    this.dispatch = dispatch;
    this.requestFrame = requestFrame;
    this.sharing = sharing;
    root.appendChild(content);
    View take =
        new TakeAlong(
            dispatch,
            () -> new StartOverDialog(content, sharing).open(),
            () -> new ShareDialog(content, sharing).open(),
            () -> new EmbedDialog(content, sharing).open(),
            () -> new ExportDialog(content, dispatch, sharing, this).open());
    toolbar = new Toolbar(dispatch);
    View report = new ReportView(dispatch, () -> toolbar.takeFocus());
    View weights = new WeightsPanel(dispatch);
    View setup =
        new SetupLine(() -> open(Tab.TASK), () -> open(Tab.NETWORK), () -> open(Tab.TRAINING));
    View status = new StatusLine(dispatch);
    unrolled = new UnrolledView(dispatch);
    View equation = new EquationView(dispatch);
    View history = new HistoryView(dispatch);
    View prediction = new PredictionView(dispatch);
    LossView loss = new LossView(dispatch);
    View diagnosis = new DiagnosisView();
    View announcer = new Announcer();
    instruments = new Instruments(dispatch, requestFrame, loss.root(), this::openLoss);
    predictionPanel = Panel.of("prediction", "Prediction", prediction.root());
    lossPanel = Panel.of("loss", "Loss", loss.root(), diagnosis.root());
    networkPanel =
        Panel.of(
            "network-panel",
            "The network, unrolled through time",
            setup.root(),
            status.root(),
            unrolled.root());
    // Views that draw texts come first: after a change of the page, these force a layout.
    place(instruments, Part.INSTRUMENTS);
    placed.add(new Placed(unrolled, Part.UNROLLED, networkPanel));
    placed.add(new Placed(prediction, Part.PREDICTION, predictionPanel));
    placed.add(new Placed(loss, Part.LOSS, lossPanel));
    place(take, Part.SHARE);
    place(toolbar, null);
    place(report, null);
    place(weights, Part.WEIGHTS);
    place(setup, Part.UNROLLED);
    place(status, Part.UNROLLED);
    place(equation, Part.EQUATION);
    place(history, Part.HISTORY);
    place(diagnosis, Part.LOSS);
    place(announcer, null);
    workspace =
        new Workspace(
            new Workspace.Parts(
                networkPanel,
                equation.root(),
                weights.root(),
                predictionPanel,
                lossPanel,
                instruments.buttons(),
                instruments.root(),
                history.root()),
            at -> open(Tab.at(at)));
    guide = new GuideView(host, run, () -> open(Tab.GUIDE), this::showTabs);
    workspace.tabs.panel(Tab.GUIDE.place()).appendChild(guide.root());
    takeDrops();
    HTMLElement header =
        Dom.element(
            "div",
            "header",
            Dom.element("div", "brand", slot("brand")),
            toolbar.root(),
            More.of(content, take.root(), slot("tools")));
    header.setAttribute("part", "toolbar");
    HTMLElement skip = Dom.button("skip", "Skip to the network", unrolled::takeFocus);
    Dom.append(content, skip, header, report.root(), workspace.root(), announcer.root());
    arrange();
    sizeObserver = Browser.observeSize(host, this::arrange);
    guide.openAddressed();
  }

  /** A place for elements of the host page. */
  private static HTMLElement slot(String name) {
    HTMLElement slot = Dom.element("slot", "");
    slot.setAttribute("name", name);
    return slot;
  }

  /** Makes the tab of the task, which reads files, as soon as one is dragged over the page. */
  private void takeDrops() {
    Dom.onCapture(content, "dragover", event -> make(Tab.TASK));
    Dom.onCapture(content, "drop", event -> open(Tab.TASK));
  }

  /** Arranges the parts for the present size; called whenever it changes. */
  void arrange() {
    boolean fills = host.hasAttribute("fill");
    int width = host.getOffsetWidth();
    int height = host.getOffsetHeight();
    if (width == 0) {
      return;
    }
    Arrangement next = Arrangement.of(width, height, fills);
    boolean filled = fills && next != Arrangement.FLOW;
    HTMLElement focused = Browser.focusedBeside(root);
    boolean isMoved = next != workspace.arrangement();
    workspace.arrange(next, width, height, fills);
    unrolled.setFills(filled, next == Arrangement.WIDE && height >= ROOMY);
    Dom.setAttribute(root, "data-layout", next.attribute());
    Dom.setFlag(root, "data-fill", filled);
    Dom.setFlag(root, "data-low", !workspace.isTall());
    Dom.setFlag(root, "data-slim", width < 480);
    showTabs();
    follow(focused);
    if (isMoved) {
      guide.shown();
    }
    requestFrame.run();
  }

  /** Opens the tab into which the element with the focus was moved. */
  private void follow(@Nullable HTMLElement focused) {
    Tab tab = focused == null ? null : workspace.tabOf(focused);
    if (focused != null && tab != null && workspace.tabs.selected() != tab.place()) {
      open(tab);
    }
    if (focused != null && Browser.focusedBeside(root) != focused) {
      Browser.focusQuietly(focused);
    }
  }

  private void place(View view, @Nullable Part part) {
    placed.add(new Placed(view, part, view.root()));
  }

  /** Opens a tab, and makes it first if it is new. */
  private void open(Tab tab) {
    if (workspace.tabs.isHidden(tab.place())) {
      return;
    }
    make(tab);
    workspace.tabs.select(tab.place());
    if (tab != Tab.GUIDE) {
      workspace.invite(Workspace.Guest.NONE);
    }
    requestFrame.run();
  }

  private void make(Tab tab) {
    int i = tab.place();
    if (tabbed[i] != null) {
      return;
    }
    switch (tab) {
      case TASK -> {
        DataPanel data = new DataPanel(dispatch, file -> sharing.open(file));
        data.takeDropsOn(content);
        tabbed[i] = data;
      }
      case NETWORK -> tabbed[i] = new NetworkPanel(dispatch);
      case TRAINING -> tabbed[i] = new TrainingPanel(dispatch);
      default -> {
        return;
      }
    }
    HTMLElement panel = workspace.tabs.panel(i);
    // Below the settings stands what has no room elsewhere, but the loss stands above them.
    panel.insertBefore(tabbed[i].root(), tab == Tab.TASK ? panel.getFirstChild() : null);
  }

  /** Renders a state in the visible views. */
  void render(State state, Palette palette) {
    Parts parts = state.look().parts();
    if (!parts.equals(shown)) {
      shown = parts;
      showParts(parts);
    }
    if (state.look().instruments().equals(OpenInstruments.NONE)
        && workspace.guest() == Workspace.Guest.INSTRUMENTS) {
      workspace.invite(Workspace.Guest.NONE);
    }
    int open = workspace.tabs.selected();
    for (Placed each : placed) {
      if ((each.part == null || parts.has(each.part)) && isInSight(each.part, open)) {
        each.view.render(state, palette);
      }
    }
    View tab = open < 0 ? null : tabbed[open];
    if (tab != null) {
      tab.render(state, palette);
    }
  }

  /** Whether a part stands outside the tabs, or in the open one. */
  private boolean isInSight(@Nullable Part part, int open) {
    if (part == Part.WEIGHTS && workspace.arrangement().weightsInTab()) {
      return open == Tab.WEIGHTS.place();
    }
    if (part == Part.LOSS && !workspace.hasRoomForLoss()) {
      return open == Tab.TRAINING.place() || workspace.guest() == Workspace.Guest.LOSS;
    }
    if (part == Part.HISTORY && workspace.isHistoryInTab()) {
      return open == Tab.TASK.place();
    }
    if ((part == Part.INSTRUMENTS || part == Part.HISTORY) && workspace.hasInstrumentsInTab()) {
      return open == Tab.WHY.place() || workspace.guest() == Workspace.Guest.INSTRUMENTS;
    }
    return true;
  }

  private void showParts(Parts parts) {
    for (Placed each : placed) {
      if (each.part != null) {
        Dom.setHidden(each.element, !parts.has(each.part));
      }
    }
    toolbar.showButtons(parts.has(Part.RUN));
    Dom.setHidden(instruments.buttons(), !parts.has(Part.INSTRUMENTS));
    workspace.hideEmpty();
    showTabs(parts);
  }

  private void showTabs() {
    showTabs(sharing.state().look().parts());
  }

  /** Shows the tabs that have contents here, and opens the first if the open one is gone. */
  private void showTabs(Parts parts) {
    Arrangement arrangement = workspace.arrangement();
    Tab first = null;
    boolean isOpen = false;
    for (Tab tab : Tab.values()) {
      Part part = tab.part();
      boolean there =
          part == null
              ? guide.hasContent()
              : (parts.has(part)
                      || (tab == Tab.WHY && parts.has(Part.HISTORY))
                      || (tab == Tab.TRAINING
                          && parts.has(Part.LOSS)
                          && !workspace.hasRoomForLoss()))
                  && (tab != Tab.WEIGHTS || arrangement.weightsInTab())
                  && (tab != Tab.WHY || workspace.hasInstrumentsInTab());
      workspace.tabs.setHidden(tab.place(), !there);
      if (there && (first == null || (tab == Tab.WEIGHTS && first != Tab.GUIDE))) {
        first = tab;
      }
      isOpen |= there && workspace.tabs.selected() == tab.place();
    }
    workspace.showPane(first != null);
    if (!isOpen && first != null) {
      open(first);
    }
  }

  /**
   * Opens an instrument and brings it into sight; without one, the loss chart and its timeline.
   * Beside an open guide they take the place of the results, where they have no room of their own.
   */
  void show(@Nullable Instrument instrument, State state, Palette palette) {
    if (instrument == null) {
      openLoss();
    } else if (workspace.hasInstrumentsInTab()) {
      openBeside(Tab.WHY, Workspace.Guest.INSTRUMENTS);
    }
    instruments.show(instrument, state, palette);
  }

  private void openLoss() {
    if (workspace.hasRoomForLoss()) {
      invite(Workspace.Guest.NONE);
    } else {
      openBeside(Tab.TRAINING, Workspace.Guest.LOSS);
    }
  }

  /** Opens a tab, or beside an open guide its contents as a guest. */
  private void openBeside(Tab tab, Workspace.Guest guest) {
    if (workspace.tabs.selected() == Tab.GUIDE.place()) {
      invite(guest);
    } else {
      open(tab);
    }
  }

  private void invite(Workspace.Guest guest) {
    workspace.invite(guest);
    requestFrame.run();
  }

  @Override
  public void panels(ExportDialog.Visitor visitor) {
    visit(visitor, networkPanel);
    visit(visitor, predictionPanel);
    visit(visitor, lossPanel);
    if (!instruments.root().isHidden()) {
      instruments.panels(visitor);
    }
  }

  private static void visit(ExportDialog.Visitor visitor, HTMLElement panel) {
    if (!panel.isHidden()) {
      visitor.visit(panel);
    }
  }

  @Override
  public void save(HTMLElement panel, String fileName, Runnable failed) {
    Picture.save(root, panel, fileName, () -> redraw(panel), failed);
  }

  /** Redraws all views with a new palette, and the instrument of a panel. */
  private void redraw(HTMLElement panel) {
    Palette palette = Palette.of(root);
    State state = sharing.state();
    render(state, palette);
    instruments.render(panel, state, palette);
  }

  /** Releases everything that would outlive the elements. */
  void close() {
    sizeObserver.disconnect();
    guide.close();
    for (Placed each : placed) {
      each.view.close();
    }
    for (View view : tabbed) {
      if (view != null) {
        view.close();
      }
    }
  }
}
