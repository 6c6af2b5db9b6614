package io.github.unrolled.ui;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Instruction;
import io.github.unrolled.experiment.Instructions;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.experiment.Sentence;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.Excerpt;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Notice;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.kit.Tip;
import io.github.unrolled.ui.takealong.Address;
import io.github.unrolled.ui.takealong.Sharing;
import io.github.unrolled.ui.words.Glossary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The whole app inside one element: its store, its views, and its handling of requests from the
 * host page. Several playgrounds on one page know nothing of each other.
 */
final class Playground {
  private final HTMLElement host;
  private final HTMLElement root = Dom.element("div", "playground");
  private final Store store;
  private final Attributes attributes = new Attributes(Text.DECIMALS);
  private final Instructions instructions = new Instructions(Text.DECIMALS);
  private final Browser.MediaQuery dark = Browser.media("(prefers-color-scheme: dark)");
  private final EventListener<org.teavm.jso.dom.events.Event> themeListener = event -> applyTheme();
  private @Nullable Palette palette;
  private @Nullable Layout layout;
  private final Notice notice = new Notice(root);
  private final Tip tip;
  private final Sharing sharing;
  private final Address address;
  private final HostEvents events;

  /** Whether requests of the host page belong to the gesture that it began in this frame. */
  private boolean hostActs;

  /** Makes the app for a host element and obeys the element's attributes. */
  Playground(HTMLElement host) {
    this.host = host;
    tip = new Tip(host, root, Glossary::explain);
    Browser.styledShadowRoot(host, Browser.css()).appendChild(root);
    store =
        new Store(
            Experiment.initial(),
            Browser::now,
            callback -> Browser.requestFrame(callback::run),
            this::render);
    Gestures.listen(root, store::beginGesture, this::dispatch);
    sharing = new Sharing(store, host, notice);
    address =
        new Address(
            host,
            sharing::fragment,
            () -> sharing.fragment(Parts.ALL),
            sharing::follow,
            sharing::restore,
            sharing::revisit);
    events = new HostEvents(host, sharing::fragment);
    attributeChanged("state", host.getAttribute("state"));
    for (String name : Attributes.names()) {
      attributeChanged(name, host.getAttribute(name));
    }
    attributeChanged("theme", host.getAttribute("theme"));
    address.recall();
    store.forgetChanges();
  }

  /** Enters the page: builds the views. */
  void connect() {
    if (layout != null) {
      return;
    }
    Layout made = new Layout(host, root, this::dispatch, store::requestRender, this::run, sharing);
    Dom.append(root, tip.root(), notice.root());
    tip.connect();
    notice.connect();
    layout = made;
    address.connect();
    dark.addEventListener("change", themeListener);
    applyTheme();
    store.resume();
  }

  /** Leaves the page: stops all work and releases everything but the experiment. */
  void disconnect() {
    store.suspend();
    tip.disconnect();
    notice.disconnect();
    address.disconnect();
    dark.removeEventListener("change", themeListener);
    if (layout != null) {
      layout.close();
    }
    layout = null;
    root.clear();
  }

  /** Obeys one attribute; an invalid value is reported and changes nothing. */
  void attributeChanged(String name, @Nullable String value) {
    if (name.equals("fill")) {
      if (layout != null) {
        layout.arrange();
      }
      return;
    }
    boolean theme = name.equals("theme");
    if (theme) {
      applyTheme();
      address.keepSoon(false);
    }
    if (value == null) {
      return;
    }
    beginHostGesture();
    if (name.equals("state")) {
      openState(value);
      return;
    }
    Event event = theme ? null : attributes.parse(name, value);
    if (event != null && isPossible(event)) {
      dispatch(event);
    } else if (!(theme && (value.equals("auto") || isTheme(value)))) {
      warnOfIgnored(name + "=\"" + Excerpt.of(value) + "\"");
    }
  }

  /** Whether the network has the parameter that an event sets. */
  private boolean isPossible(Event event) {
    return !(event instanceof Command.ScalarParameterSet)
        || store.state().experiment().shape().isScalar();
  }

  private static void warnOfIgnored(String what) {
    Browser.warn("rnn-playground: " + what + " is ignored");
  }

  /** Begins a gesture: all requests of the host page in one frame are one step of undo. */
  private void beginHostGesture() {
    if (!hostActs) {
      hostActs = true;
      store.beginGesture();
      Browser.requestFrame(() -> hostActs = false);
    }
  }

  /** The experiment as a fragment. */
  String state() {
    return sharing.fragment();
  }

  private void openState(String fragment) {
    // A fragment without any field is not an experiment, not even an unreadable one.
    String ignored = fragment.indexOf('=') < 0 ? "all of it" : sharing.open(fragment);
    if (!ignored.isEmpty()) {
      Browser.warn("rnn-playground: ignored in state: " + ignored);
    }
  }

  /**
   * Obeys a method call of the host page; an invalid argument is reported and changes nothing.
   *
   * @param argument null if there is none
   */
  void call(String method, @Nullable String argument) {
    beginHostGesture();
    Instruction instruction = instructions.call(method, argument);
    if (instruction == null) {
      warnOfIgnored(method + "(" + (argument == null ? "" : Excerpt.of(argument)) + ")");
    } else {
      carryOut(List.of(instruction));
    }
  }

  /**
   * Carries out the {@link Instructions} in a text; impossible ones are reported and change
   * nothing.
   *
   * @return a sentence that states what was done; empty if nothing was
   */
  String run(String text) {
    beginHostGesture();
    return Sentence.of(
        carryOut(instructions.read(text, ignored -> warnOfIgnored(Excerpt.of(ignored)))));
  }

  /** Carries out the possible instructions and returns them. */
  private List<Instruction> carryOut(List<Instruction> wanted) {
    List<Instruction> done = new ArrayList<>();
    for (Instruction instruction : wanted) {
      boolean possible = true;
      for (Event event : instruction.events()) {
        possible &= isPossible(event);
      }
      if (possible) {
        instruction.events().forEach(store::dispatch);
        done.add(instruction);
      } else {
        warnOfIgnored(Excerpt.of(instruction.text()));
      }
    }
    store.flush();
    for (Instruction instruction : done) {
      if (instruction.shows() && layout != null) {
        layout.show(
            instruction.instrument(), store.state(), palette == null ? Palette.of(root) : palette);
      }
    }
    return done;
  }

  /** Dispatches an event: pointing is gathered for a frame, all else takes effect at once. */
  private void dispatch(Event event) {
    store.dispatch(event);
    if (!(event instanceof Command.StepPointedAt
        || event instanceof Command.UnitPointedAt
        || event instanceof Command.ParameterPointedAt)) {
      store.flush();
    }
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
    if (layout == null) {
      return;
    }
    Palette current = palette;
    if (current == null) {
      current = Palette.of(root);
      palette = current;
    }
    layout.render(state, current);
    address.frame(state);
    events.render(state);
  }
}
