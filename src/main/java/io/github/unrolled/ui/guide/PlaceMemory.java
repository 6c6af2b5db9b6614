package io.github.unrolled.ui.guide;

import io.github.unrolled.math.NumberReading;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Text;
import java.util.function.Supplier;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The reader's place as the browser keeps it for the next visit, if the element has the attribute
 * {@code remember}.
 */
final class PlaceMemory {
  private static final double PERIOD_MS = 400;
  private static final int MOST_SECTIONS = 1000;

  private final HTMLElement host;
  private final Supplier<GuidePlace> place;
  private final EventListener<Event> left = event -> leave();
  private boolean keeping;

  /** Makes the memory of a place, which it reads when it keeps it. */
  PlaceMemory(HTMLElement host, Supplier<GuidePlace> place) {
    this.host = host;
    this.place = place;
    Browser.window().addEventListener("pagehide", left);
  }

  /** No key of an experiment can be the same: in those a hyphen follows the first word. */
  private String key() {
    String name = host.getAttribute("remember");
    return "unrolled guide" + (name == null || name.isEmpty() ? "" : "-" + name);
  }

  private boolean isOn() {
    return host.hasAttribute("remember");
  }

  /** Whether the page was reloaded, so that the reader's place counts more than its address. */
  boolean isReload() {
    return isOn() && Browser.leftForReload(key()) != null;
  }

  /** The place kept, or the beginning. */
  GuidePlace recall() {
    String kept = isOn() ? Browser.recall(key()) : null;
    int space = kept == null ? -1 : kept.indexOf(' ');
    if (kept != null && space > 0) {
      NumberReading section = Text.READER.read(kept.substring(0, space));
      NumberReading share = Text.READER.read(kept.substring(space + 1));
      if (isBetween(section, -1, MOST_SECTIONS) && isBetween(share, 0, 1)) {
        return new GuidePlace((int) section.value(), share.value());
      }
    }
    return GuidePlace.START;
  }

  private static boolean isBetween(NumberReading number, double least, double most) {
    return number.isNumber() && number.value() >= least && number.value() <= most;
  }

  /** Keeps the place before long, but not at each of many moves. */
  void keepSoon() {
    if (!keeping && isOn()) {
      keeping = true;
      Browser.later(
          PERIOD_MS,
          () -> {
            keeping = false;
            keep();
          });
    }
  }

  private String keep() {
    GuidePlace now = place.get();
    String text = now.section() + " " + Text.plain(now.share());
    Browser.remember(key(), text);
    return text;
  }

  private void leave() {
    if (isOn()) {
      Browser.leaveForReload(key(), keep());
    }
  }

  /** Keeps nothing more. */
  void close() {
    Browser.window().removeEventListener("pagehide", left);
  }
}
