package io.github.unrolled.ui.takealong;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.Excerpt;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.share.ExperimentFile;
import io.github.unrolled.share.Link;
import io.github.unrolled.share.NamedTexts;
import io.github.unrolled.share.Shared;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Notice;
import io.github.unrolled.ui.kit.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The experiment of a playground as a text, and back. */
public final class Sharing {
  /** Most letters for the names of what could not be read. */
  private static final int MOST_NAMED = 200;

  private static final String FRAME_PAGE = "embed.html";

  private final Store store;
  private final HTMLElement host;
  private final Notice notice;
  private final Link link = new Link(Text.DECIMALS);
  private final ExperimentFile files = new ExperimentFile(Text.DECIMALS);
  private final Attributes attributes = new Attributes(Text.DECIMALS);

  /** The last {@code state} of the host page, as a fragment; null if there is none. */
  private @Nullable String prepared;

  /** The last link to this playground in a frame, as a fragment; null if there is none. */
  private @Nullable String framed;

  /**
   * Makes the sharing of a store's experiment.
   *
   * @param notice shows what cannot be read
   */
  public Sharing(Store store, HTMLElement host, Notice notice) {
    this.store = store;
    this.host = host;
    this.notice = notice;
  }

  /** The current state. */
  public State state() {
    return store.state();
  }

  /**
   * Everything that is taken along.
   *
   * @param shown whether to take the network shown, be it an earlier one or the best of random
   *     search, instead of the trained one
   */
  private Shared shared(Parts parts, boolean shown) {
    State state = store.state();
    Experiment experiment = state.experiment();
    Numbers weights = store.trained();
    double epochs = state.run().presentEpoch();
    if (shown && !weights.equals(state.snapshot().parameters())) {
      weights = state.snapshot().parameters();
      epochs = state.snapshot().epochs();
      // A network without an epoch is where training starts.
      experiment = epochs == 0 ? experiment.withStartParameters(weights) : experiment;
    }
    String theme = host.getAttribute("theme");
    return new Shared(
        experiment,
        epochs,
        weights,
        state.look().instruments(),
        parts,
        "light".equals(theme) || "dark".equals(theme) ? theme : "auto",
        List.of());
  }

  /** The experiment with the trained network, as a fragment without the hash sign. */
  public String fragment() {
    return fragment(store.state().look().parts());
  }

  /** The experiment with the trained network and other parts, as a fragment. */
  public String fragment(Parts parts) {
    return link.write(shared(parts, false));
  }

  /** The experiment with the network shown, as a fragment without the hash sign. */
  public String shown(Parts parts) {
    return link.write(shared(parts, true));
  }

  /** Gives another playground the current theme of this one. */
  public void giveTheme(HTMLElement other) {
    String theme = host.getAttribute("theme");
    if (theme != null) {
      other.setAttribute("theme", theme);
    }
  }

  /** Whether this is the page for frames, where the playground is alone. */
  boolean isAlone() {
    return Browser.address().startsWith(Browser.home() + FRAME_PAGE);
  }

  /**
   * The address that opens the current experiment.
   *
   * @param alone whether to open the playground alone instead of the whole page
   */
  String address(Parts parts, boolean alone) {
    boolean own = host.hasAttribute("address") || Browser.home().isEmpty();
    String page =
        own && alone == isAlone()
            ? Browser.address()
            : Browser.home() + (alone ? FRAME_PAGE : "index.html");
    return page + "#" + shown(parts);
  }

  /** The current experiment as the text of a file. */
  public String file() {
    return files.write(shared(store.state().look().parts(), true));
  }

  /**
   * Opens the experiment of a fragment that the host page prepares, and ignores what cannot be
   * read.
   *
   * @return the names of what could not be read, as a list in words; empty if there is none
   */
  public String open(String fragment) {
    prepared = fragment;
    framed = null;
    return open(link.read(fragment), !host.hasAttribute("theme"));
  }

  /** Opens the experiment of a link's fragment. */
  public void follow(String fragment) {
    if (!host.hasAttribute("remember")) {
      // A frame gets its experiment by a link; a page of its own is only visited by links.
      framed = fragment;
    }
    tell(open(link.read(fragment), true), "this link");
  }

  /** Opens the experiment of a fragment that the reader left here earlier. */
  public void restore(String fragment) {
    tell(open(link.read(fragment), true), "what was kept here");
  }

  /** Opens the experiment that was left here at the last visit, and offers to start over. */
  public void revisit(String fragment) {
    String ignored = open(link.read(fragment), true);
    if (ignored.isEmpty()) {
      notice.show("As you left it at your last visit.", "Start over", this::startOver);
    } else {
      tell(ignored, "what was kept here");
    }
  }

  /**
   * Starts over, as one change: with what the host page prepares by its link to a frame, by
   * attributes or by the property {@code state}; else with what the playground opens with.
   */
  void startOver() {
    store.beginGesture();
    store.dispatch(new Command.StartedOver());
    String state = prepared;
    if (state != null) {
      place(link.read(state));
    }
    for (String name : Attributes.names()) {
      String value = host.getAttribute(name);
      Event event = value == null ? null : attributes.parse(name, value);
      if (event != null) {
        store.dispatch(event);
      }
    }
    String last = framed;
    if (last != null) {
      place(link.read(last));
    }
    store.flush();
  }

  /** Opens a file that the reader chose, if it holds an experiment. */
  public void open(Browser.LocalFile file) {
    String name = "“" + Excerpt.of(file.name()) + "”";
    if (file.size() > ExperimentFile.MOST_LETTERS) {
      notice.show(name + ": expected at most 500 kB, got more. Nothing was changed.");
      return;
    }
    Browser.readText(
        file,
        text -> {
          String[] read = text == null ? null : Browser.jsonFields(text);
          boolean isOne = false;
          NamedTexts fields = new NamedTexts();
          for (int i = 0; read != null && i < read.length; i += 2) {
            isOne |= read[i].equals("unrolled");
            fields.add(read[i], read[i + 1]);
          }
          if (!isOne) {
            notice.show(
                name
                    + ": expected an experiment as a JSON object with the field “unrolled”, got "
                    + (read == null ? "other text" : "none")
                    + ". Nothing was changed.");
          } else {
            tell(open(files.read(fields), true), name);
          }
        });
  }

  /** Says which parts of a source could not be read. */
  private void tell(String ignored, String source) {
    notice.show(
        ignored.isEmpty()
            ? ""
            : "Not all of " + source + " can be read. Ignored: " + ignored + ".");
  }

  /** Opens an experiment, at rest, as one change. */
  private String open(Shared shared, boolean themed) {
    store.beginGesture();
    place(shared);
    if (!shared.theme().equals("auto") && themed) {
      Dom.setAttribute(host, "theme", shared.theme());
    }
    store.flush();
    StringBuilder ignored = new StringBuilder();
    for (String name : shared.ignored()) {
      ignored.append(ignored.length() == 0 ? "" : ", ").append(name);
    }
    return Excerpt.of(ignored.toString(), MOST_NAMED);
  }

  private void place(Shared shared) {
    Parts parts = shared.parts();
    Parts before = store.state().look().parts();
    // The choices of the page's author stay.
    if (host.hasAttribute("controls")) {
      parts = before.withOthersOf(parts, true);
    }
    if (host.hasAttribute("panels")) {
      parts = before.withOthersOf(parts, false);
    }
    store.dispatch(
        new Command.Opened(
            shared.experiment(), shared.epochs(), shared.weights(), shared.instruments(), parts));
  }
}
