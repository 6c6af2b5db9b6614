package io.github.unrolled.ui;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.share.Link;
import io.github.unrolled.share.Shared;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** The experiment of a playground as a text, and back. */
final class Sharing {
  private final Store store;
  private final HTMLElement host;
  private final Link link = new Link(Text.DECIMALS);

  Sharing(Store store, HTMLElement host) {
    this.store = store;
    this.host = host;
  }

  /** All that is taken along of the experiment now. */
  Shared now() {
    return with(store.state().parts());
  }

  private Shared with(Parts parts) {
    State state = store.state();
    String theme = host.getAttribute("theme");
    return new Shared(
        state.experiment(),
        state.presentEpoch(),
        store.trained(),
        state.instruments(),
        parts,
        theme == null ? "auto" : theme,
        List.of());
  }

  /** The experiment now as a fragment, without the hash sign. */
  String fragment() {
    return link.write(now());
  }

  /** The same, with other parts. */
  String fragment(Parts parts) {
    return link.write(with(parts));
  }

  /** Gives another playground the theme that this one has at present. */
  void giveTheme(HTMLElement other) {
    String theme = host.getAttribute("theme");
    if (theme != null) {
      other.setAttribute("theme", theme);
    }
  }

  /** The address that opens the experiment now, in the whole page. */
  String address() {
    boolean own = host.hasAttribute("address") || Browser.home().isEmpty();
    return (own ? Browser.address() : Browser.home() + "index.html") + "#" + fragment();
  }

  /**
   * Opens the experiment of a fragment; what cannot be read of it is as if it were not there.
   *
   * @return the names of what could not be read
   */
  List<String> open(String fragment) {
    return open(link.read(fragment));
  }

  /** Opens an experiment, at rest, as one change. */
  List<String> open(Shared shared) {
    store.beginGesture();
    Experiment experiment = shared.experiment();
    Numbers weights = shared.weights();
    store.dispatch(new Command.Opened(experiment, shared.epochs(), weights));
    store.dispatch(new Command.InstrumentsChosen(shared.instruments()));
    // What the author of the page has chosen stays.
    if (!host.hasAttribute("controls")) {
      store.dispatch(new Command.ControlsChosen(shared.parts()));
    }
    if (!host.hasAttribute("panels")) {
      store.dispatch(new Command.PanelsChosen(shared.parts()));
    }
    if (!shared.theme().equals("auto")) {
      Dom.setAttribute(host, "theme", shared.theme());
    }
    store.settle();
    return shared.ignored();
  }
}
