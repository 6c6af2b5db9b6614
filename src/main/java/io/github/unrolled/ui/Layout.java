package io.github.unrolled.ui;

import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.Part;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.controls.DataPanel;
import io.github.unrolled.ui.controls.NetworkPanel;
import io.github.unrolled.ui.controls.Toolbar;
import io.github.unrolled.ui.controls.TrainingPanel;
import io.github.unrolled.ui.controls.WeightsPanel;
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
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** All views, their order, and their visibility. */
final class Layout implements ExportDialog.Pictures {
  /** Width, in CSS pixels, below which there is one column; the same as in the style sheet. */
  private static final int ONE_COLUMN = 880;

  private final List<Placed> placed = new ArrayList<>();
  private final HTMLElement root;
  private final Sharing sharing;
  private final Toolbar toolbar;
  private final Instruments instruments;
  private final HTMLElement settings;
  private final HTMLElement middle;
  private final HTMLElement below;
  private final HTMLElement unrolledPanel;
  private final HTMLElement predictionPanel;
  private final HTMLElement lossPanel;
  private final HTMLElement results;
  private final HTMLElement columns;
  private final Browser.Observer sizeObserver;
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
   * @param requestFrame requests a call of {@link #render} in the next frame
   */
  Layout(HTMLElement root, Consumer<Event> dispatch, Runnable requestFrame, Sharing sharing) {
    this.root = root;
    HTMLElement content = Dom.element("div", "");
    root.appendChild(content);
    this.sharing = sharing;
    View take =
        new TakeAlong(
            dispatch,
            () -> new StartOverDialog(content, sharing).open(),
            () -> new ShareDialog(content, sharing).open(),
            () -> new EmbedDialog(content, sharing).open(),
            () -> new ExportDialog(content, dispatch, sharing, this).open());
    toolbar = new Toolbar(dispatch);
    View report = new ReportView(dispatch, () -> toolbar.takeFocus());
    DataPanel data = new DataPanel(dispatch, file -> sharing.open(file));
    View network = new NetworkPanel(dispatch);
    View weights = new WeightsPanel(dispatch);
    View training = new TrainingPanel(dispatch);
    View status = new StatusLine(dispatch);
    View unrolled = new UnrolledView(dispatch);
    View equation = new EquationView(dispatch);
    View history = new HistoryView(dispatch);
    View prediction = new PredictionView(dispatch);
    View loss = new LossView(dispatch);
    View diagnosis = new DiagnosisView();
    View announcer = new Announcer();
    instruments = new Instruments(dispatch, requestFrame, loss.root());
    predictionPanel = Panel.of("", "Prediction", prediction.root());
    lossPanel = Panel.of("", "Loss", loss.root(), diagnosis.root());
    // Views that draw texts come first: after a change of the page, these force a layout.
    place(instruments, Part.INSTRUMENTS);
    place(unrolled, Part.UNROLLED);
    placed.add(new Placed(prediction, Part.PREDICTION, predictionPanel));
    placed.add(new Placed(loss, Part.LOSS, lossPanel));
    place(take, Part.SHARE);
    place(toolbar, null);
    place(report, null);
    place(data, Part.SEQUENCE);
    place(network, Part.NETWORK);
    place(weights, Part.WEIGHTS);
    place(training, Part.TRAINING);
    place(status, Part.UNROLLED);
    place(equation, Part.EQUATION);
    place(history, Part.HISTORY);
    place(diagnosis, Part.LOSS);
    place(announcer, null);
    settings =
        Dom.element(
            "div", "column settings", data.root(), network.root(), weights.root(), training.root());
    unrolledPanel =
        Panel.of(
            "unrolled-panel",
            "The network, unrolled through time",
            status.root(),
            unrolled.root(),
            equation.root());
    middle = Dom.element("div", "column middle", unrolledPanel);
    results = Dom.element("div", "column results", predictionPanel, lossPanel);
    below = Dom.element("div", "column below", instruments.root(), history.root());
    columns = Dom.element("div", "columns", settings, middle, results, below);
    data.takeDropsOn(content);
    content.appendChild(take.root());
    content.appendChild(toolbar.root());
    content.appendChild(toolbar.pause());
    content.appendChild(report.root());
    content.appendChild(columns);
    content.appendChild(announcer.root());
    sizeObserver = Browser.observeSize(root, this::order);
  }

  /** Puts the settings in their visible order, for the keyboard and for screen readers. */
  private void order() {
    boolean first = root.getClientWidth() >= ONE_COLUMN;
    if (first != (columns.getFirstChild() == settings)) {
      move(settings, first ? middle : below);
    }
  }

  /** Moves an element before another; it keeps the focus if the browser supports that. */
  @JSBody(
      params = {"element", "next"},
      script =
          "var parent = next.parentNode;"
              + "parent.moveBefore ? parent.moveBefore(element, next)"
              + "    : parent.insertBefore(element, next);")
  private static native void move(HTMLElement element, HTMLElement next);

  private void place(View view, @Nullable Part part) {
    placed.add(new Placed(view, part, view.root()));
  }

  /** Renders a state in the visible views. */
  void render(State state, Palette palette) {
    Parts parts = state.look().parts();
    if (!parts.equals(shown)) {
      shown = parts;
      arrange(parts);
    }
    for (Placed each : placed) {
      if (each.part == null || parts.has(each.part)) {
        each.view.render(state, palette);
      }
    }
  }

  private void arrange(Parts parts) {
    for (Placed each : placed) {
      if (each.part != null) {
        Dom.setHidden(each.element, !parts.has(each.part));
      }
    }
    toolbar.showButtons(parts.has(Part.RUN));
    Dom.setHidden(unrolledPanel, !parts.has(Part.UNROLLED) && !parts.has(Part.EQUATION));
    Dom.toggleClass(columns, "no-settings", hideIfEmpty(settings));
    boolean nothing = hideIfEmpty(middle);
    Dom.toggleClass(columns, "no-middle", hideIfEmpty(below) && nothing);
    Dom.toggleClass(columns, "no-results", hideIfEmpty(results));
  }

  private static boolean hideIfEmpty(HTMLElement column) {
    boolean empty = true;
    for (int i = 0; i < column.getChildren().getLength(); i++) {
      empty &= ((HTMLElement) column.getChildren().item(i)).isHidden();
    }
    Dom.setHidden(column, empty);
    return empty;
  }

  /** Opens an instrument and scrolls to it; without one, to the loss chart and its timeline. */
  void show(@Nullable Instrument instrument, State state, Palette palette) {
    instruments.show(instrument, state, palette);
  }

  @Override
  public void panels(ExportDialog.Visitor visitor) {
    visit(visitor, unrolledPanel);
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
    for (Placed each : placed) {
      each.view.close();
    }
  }
}
