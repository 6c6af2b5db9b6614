package io.github.unrolled.ui;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.OpenInstruments;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The whole app inside one element: its store, its views, and the order in which they stand.
 * Several on one page know nothing of each other.
 */
final class Playground {
  /** Where the browser keeps which instruments are open. */
  private static final String MEMORY = "unrolled-instruments";

  private final HTMLElement host;
  private final HTMLElement root = Dom.element("div", "playground");
  private final Store store;
  private final Attributes attributes = new Attributes(Text.DECIMALS);
  private final Browser.MediaQuery dark = Browser.media("(prefers-color-scheme: dark)");
  private final EventListener<org.teavm.jso.dom.events.Event> themeListener = event -> applyTheme();
  private List<View> views = List.of();
  private @Nullable Palette palette;
  private @Nullable Instruments instruments;
  private OpenInstruments remembered = OpenInstruments.NONE;

  /** Makes the app for a host element and obeys the attributes that it has. */
  Playground(HTMLElement host) {
    this.host = host;
    Browser.styledShadowRoot(host).appendChild(root);
    store =
        new Store(
            Experiment.initial(),
            Browser::now,
            callback -> Browser.requestFrame(callback::run),
            this::render);
    for (String name : Attributes.names()) {
      attributeChanged(name, host.getAttribute(name));
    }
    attributeChanged("theme", host.getAttribute("theme"));
    recall();
  }

  /** Takes part in the page: builds the views. */
  void connect() {
    if (!views.isEmpty()) {
      return;
    }
    build(this::dispatch);
    dark.addEventListener("change", themeListener);
    applyTheme();
    store.resume();
  }

  /** Leaves the page: stops all work and lets go of everything but the experiment. */
  void disconnect() {
    store.suspend();
    dark.removeEventListener("change", themeListener);
    for (View view : views) {
      view.close();
    }
    views = List.of();
    instruments = null;
    root.clear();
  }

  /** Obeys one attribute; a value that it cannot have is reported and changes nothing. */
  void attributeChanged(String name, @Nullable String value) {
    boolean theme = name.equals("theme");
    if (theme) {
      applyTheme();
    }
    if (value == null) {
      return;
    }
    Event event = theme ? null : attributes.parse(name, value);
    if (event != null) {
      dispatch(event);
    } else if (!(theme && (value.equals("auto") || isTheme(value)))) {
      Browser.warn("rnn-playground: " + name + "=\"" + Text.shortened(value) + "\" is ignored");
    }
  }

  /**
   * Obeys a method call of the host page.
   *
   * @param text the argument of "show", the name of an instrument or "timeline"
   * @param count the argument of "train", which does exactly so many epochs
   * @param given whether there was an argument
   */
  void call(String method, String text, double count, boolean given) {
    switch (method) {
      case "train" -> train(count, given);
      case "search" -> dispatch(new Command.SearchSwitched(true));
      case "pause" -> {
        dispatch(new Command.TrainingSwitched(false));
        dispatch(new Command.SearchSwitched(false));
      }
      case "reset" -> dispatch(new Command.ResetRequested());
      case "exactSolution" -> dispatch(new Command.ExactSolutionRequested());
      case "step" -> dispatch(new Change.SteppedForward());
      case "stepBack" -> dispatch(new Change.SteppedBack());
      case "show" -> showInstrument(text);
      default -> throw new IllegalArgumentException("method: unknown: " + method);
    }
  }

  private void train(double count, boolean given) {
    if (!given) {
      dispatch(new Command.TrainingSwitched(true));
    } else if (count >= 1 && count <= Command.EpochsRequested.MAX && count == Math.floor(count)) {
      dispatch(new Command.EpochsRequested((int) count));
    } else {
      Browser.warn("rnn-playground: train expects no argument or 1 to 10000 whole epochs");
    }
  }

  private void showInstrument(String name) {
    Instrument instrument = Attributes.instrument(name);
    if (instrument != null) {
      dispatch(new Command.InstrumentSwitched(instrument, true));
    } else if (!name.equals("timeline")) {
      Browser.warn("rnn-playground: show(\"" + Text.shortened(name) + "\") is no instrument");
      return;
    }
    Instruments made = instruments;
    if (made != null) {
      made.render(store.state(), palette == null ? Palette.of(root) : palette);
      made.scrollTo(instrument);
    }
  }

  /** Pointing comes in a stream that a frame gathers; what anything else does is seen at once. */
  private void dispatch(Event event) {
    store.dispatch(event);
    if (!(event instanceof Command.StepPointedAt
        || event instanceof Command.UnitPointedAt
        || event instanceof Command.ParameterPointedAt)) {
      store.settle();
    }
  }

  /** Opens the instruments that were open when the reader was last here, if that is known. */
  private void recall() {
    String open = host.hasAttribute("remember") ? Browser.recall(MEMORY) : null;
    Event event = open == null ? null : attributes.parse("instruments", open);
    if (event != null) {
      dispatch(event);
    }
    remembered = store.state().instruments();
  }

  private void remember(OpenInstruments open) {
    if (!open.equals(remembered)) {
      remembered = open;
      if (host.hasAttribute("remember")) {
        Browser.remember(MEMORY, Attributes.valueOf(open));
      }
    }
  }

  private void build(Consumer<Event> dispatch) {
    Toolbar toolbar = new Toolbar(dispatch);
    View report = new ReportView(dispatch, toolbar::takeFocus);
    DataPanel data = new DataPanel(dispatch);
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
    Instruments opened = new Instruments(dispatch, store::requestRender, loss.root());
    instruments = opened;
    // What draws texts comes first: after a change of the page that has the browser lay it out.
    views =
        List.of(
            opened,
            unrolled,
            prediction,
            loss,
            toolbar,
            report,
            data,
            network,
            weights,
            training,
            status,
            equation,
            history,
            diagnosis,
            announcer);
    HTMLElement columns =
        Dom.element(
            "div",
            "columns",
            Dom.element(
                "div",
                "column settings",
                data.root(),
                network.root(),
                weights.root(),
                training.root()),
            Dom.element(
                "div",
                "column middle",
                Panel.of(
                    "unrolled-panel",
                    "The network, unrolled through time",
                    status.root(),
                    unrolled.root(),
                    equation.root()),
                opened.root(),
                history.root()),
            Dom.element(
                "div",
                "column results",
                Panel.of("", "Prediction", prediction.root()),
                Panel.of("", "Loss", loss.root(), diagnosis.root())));
    data.takeDropsOn(columns);
    Dom.append(root, toolbar.root(), report.root(), columns, announcer.root());
  }

  private static boolean isTheme(@Nullable String name) {
    return "light".equals(name) || "dark".equals(name);
  }

  private void applyTheme() {
    String wanted = host.getAttribute("theme");
    String theme = isTheme(wanted) ? wanted : dark.matches() ? "dark" : "light";
    Dom.setAttribute(root, "data-theme", theme);
    palette = null;
    store.requestRender();
  }

  private void render(State state) {
    if (views.isEmpty()) {
      return;
    }
    Palette current = palette;
    if (current == null) {
      current = Palette.of(root);
      palette = current;
    }
    for (View view : views) {
      view.render(state, current);
    }
    remember(state.instruments());
  }
}
