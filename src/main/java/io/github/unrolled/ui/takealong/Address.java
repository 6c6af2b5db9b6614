package io.github.unrolled.ui.takealong;

import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.OpenInstruments;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.experiment.State;
import io.github.unrolled.train.Snapshot;
import io.github.unrolled.ui.kit.Browser;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Keeps the experiment where the reader will look for it again: in the page's address, if the host
 * element has the attribute {@code address}, and in the browser, if it has {@code remember}.
 */
public final class Address {
  private static final double PERIOD_AT_REST_MS = 400;
  private static final double PERIOD_RUNNING_MS = 2000;

  private final HTMLElement host;
  private final Supplier<String> write;
  private final Supplier<String> writeWhole;
  private final Consumer<String> follow;
  private final Consumer<String> restore;
  private final Consumer<String> revisit;
  private final EventListener<Event> moved = event -> openAddress();
  private final EventListener<Event> left = event -> leave();
  private String inAddress = "";
  private String inBrowser = "";
  private boolean writes;

  /** Whether the experiment is still the one that the page opened with, which need not be kept. */
  private boolean untouched;

  /** Whether the first experiment was drawn. */
  private boolean drawn;

  private boolean listens;
  private @Nullable Experiment experiment;
  private @Nullable Snapshot snapshot;
  private OpenInstruments instruments = OpenInstruments.NONE;
  private Parts parts = Parts.ALL;

  /**
   * Makes a keeper that keeps nothing yet.
   *
   * @param write writes the experiment as a fragment
   * @param writeWhole writes it with all parts of the playground
   * @param follow shows the experiment of a link's fragment
   * @param restore shows the experiment of a fragment that was kept here for a reload
   * @param revisit shows the experiment of a fragment that was kept here at the last visit
   */
  public Address(
      HTMLElement host,
      Supplier<String> write,
      Supplier<String> writeWhole,
      Consumer<String> follow,
      Consumer<String> restore,
      Consumer<String> revisit) {
    this.host = host;
    this.write = write;
    this.writeWhole = writeWhole;
    this.follow = follow;
    this.restore = restore;
    this.revisit = revisit;
  }

  /** Restores what the address says, or else what the browser has kept. */
  public void recall() {
    String remembered = host.hasAttribute("remember") ? Browser.recall(key()) : null;
    String left = host.hasAttribute("address") ? Browser.leftForReload(key()) : null;
    untouched = remembered == null && left == null && !carries(addressed());
    if (!untouched) {
      takeNote();
      inBrowser = remembered == null ? inBrowser : remembered;
    }
    if (left != null) {
      if (!host.hasAttribute("remember")) {
        // What the link prepares is what to start over with.
        openAddress();
      }
      open(left, restore);
    } else if (!openAddress() && remembered != null) {
      open(remembered, revisit);
    }
  }

  private String key() {
    String name = host.getAttribute("remember");
    return name == null || name.isEmpty() ? "unrolled" : "unrolled-" + name;
  }

  /** Listens to the page until {@link #disconnect}. */
  public void connect() {
    listens = true;
    Browser.window().addEventListener("hashchange", moved);
    Browser.window().addEventListener("pagehide", left);
  }

  /** Keeps the experiment and stops listening to the page. */
  public void disconnect() {
    keep();
    listens = false;
    Browser.window().removeEventListener("hashchange", moved);
    Browser.window().removeEventListener("pagehide", left);
  }

  /** Opens the address's fragment; one without fields is only a place in the page. */
  private boolean openAddress() {
    String fragment = addressed();
    if (carries(fragment)) {
      inAddress = fragment.substring(1);
      open(inAddress, follow);
    }
    return carries(fragment);
  }

  private String addressed() {
    return host.hasAttribute("address") ? Browser.fragment() : "";
  }

  private static boolean carries(String fragment) {
    return fragment.indexOf('=') >= 0;
  }

  private void open(String fragment, Consumer<String> way) {
    if (!fragment.equals(write.get())) {
      way.accept(fragment);
    }
  }

  /** Follows the state; called in every frame. */
  public void frame(State state) {
    boolean same =
        state.experiment() == experiment
            && state.snapshot() == snapshot
            && state.look().instruments().equals(instruments)
            && state.look().parts().equals(parts);
    if (same || writes) {
      return;
    }
    experiment = state.experiment();
    snapshot = state.snapshot();
    instruments = state.look().instruments();
    parts = state.look().parts();
    if (untouched && !drawn) {
      drawn = true;
      // Writing takes time and must not delay opening.
      Browser.later(
          PERIOD_AT_REST_MS,
          () -> {
            if (untouched) {
              takeNote();
            }
          });
    } else {
      untouched = false;
      keepSoon(state.isRunning());
    }
  }

  /** Counts the current experiment as kept already. */
  private void takeNote() {
    inAddress = write.get();
    inBrowser = writeWhole.get();
  }

  /** Keeps what is new before long, but not each of many changes. */
  public void keepSoon(boolean running) {
    if (!writes) {
      writes = true;
      Browser.later(
          running ? PERIOD_RUNNING_MS : PERIOD_AT_REST_MS,
          () -> {
            writes = false;
            if (listens) {
              keep();
            }
          });
    }
  }

  /** Keeps the last changes for a reload, which may bring back an older address. */
  private void leave() {
    keep();
    Browser.leaveForReload(key(), write.get());
  }

  private void keep() {
    if (untouched) {
      return;
    }
    String now = write.get();
    if (!now.equals(inAddress) && host.hasAttribute("address")) {
      inAddress = now;
      Browser.replaceFragment(now);
    }
    // With all parts: a reader who comes back must not miss one because of some link.
    String kept = writeWhole.get();
    if (!kept.equals(inBrowser) && host.hasAttribute("remember")) {
      inBrowser = kept;
      Browser.remember(key(), kept);
    }
  }
}
