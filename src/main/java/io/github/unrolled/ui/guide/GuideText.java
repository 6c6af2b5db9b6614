package io.github.unrolled.ui.guide;

import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The author's text in its box. It knows at which place the reader is, and finds that place again
 * after the box was hidden, moved or made wider. Where the box is as high as the text, the page
 * scrolls instead, and only when the reader asks for a section.
 */
final class GuideText {
  /** Distance from the top of the box to the line at which the reader's place is, in CSS pixels. */
  private static final double ABOVE = 8;

  /** Share of the window's height above that line, if the page scrolls. */
  private static final double SHARE_ABOVE = 0.25;

  /** Frames in which a place is sought again: sections get their true heights only when near. */
  private static final int TRIES = 4;

  private final HTMLElement host;
  private final Runnable moved;
  private final HTMLElement slot = Dom.element("slot", "");
  private final HTMLElement root = Dom.element("div", "guide-text", slot);
  private final EventListener<Event> pageScrolled = event -> onPageScroll();
  private final Browser.Observer sizeObserver;
  private HTMLElement[] sections = new HTMLElement[0];
  private GuidePlace place;

  /** The element to bring to its line; null to bring the place there. */
  private @Nullable HTMLElement target;

  /** How far below the line the target belongs, in CSS pixels. */
  private double targetBelow;

  /** Frames in which the place or the target is still sought. */
  private int tries;

  private int width;

  /**
   * Makes the box.
   *
   * @param place where the reader was last
   * @param moved called when the reader has moved to another place
   * @param changed called when the author's text is another
   */
  GuideText(HTMLElement host, GuidePlace place, Runnable moved, Runnable changed) {
    this.host = host;
    this.place = place;
    this.moved = moved;
    root.setAttribute("role", "region");
    root.setAttribute("aria-label", "Guide");
    Dom.on(root, "scroll", event -> onScroll());
    Dom.on(slot, "slotchange", event -> changed.run());
    Browser.window().addEventListener("scroll", pageScrolled, true);
    sizeObserver = Browser.observeSize(root, this::onResize);
  }

  /** The box. */
  HTMLElement root() {
    return root;
  }

  /** The reader's place. */
  GuidePlace place() {
    return place;
  }

  /** The number of sections. */
  int sectionCount() {
    return sections.length;
  }

  /** The title of a section. */
  String title(int section) {
    return AuthorText.title(sections[section]);
  }

  /** Reads the author's text anew. */
  void read() {
    sections = AuthorText.sections(host);
    seek();
  }

  /** Goes to the beginning of a section; before the first, to that of the text. */
  void goTo(int section) {
    place = section < 0 ? GuidePlace.START : new GuidePlace(section, 0);
    if (scrolls()) {
      seek(null, 0);
    } else {
      scrollPage(section < 0 ? root : sections[section]);
    }
    moved.run();
  }

  /** Brings an element of the text to the top. */
  void show(HTMLElement element) {
    if (scrolls()) {
      seek(element, 0);
    } else {
      scrollPage(element);
    }
  }

  /**
   * Keeps an element of the text where it is, or as far up or down as its whole height needs,
   * whatever becomes of the heights above it and of the box.
   *
   * @param change what may move it
   */
  void hold(HTMLElement element, Runnable change) {
    double below = top(element) - top(root);
    change.run();
    if (scrolls()) {
      double most = bottom(root) - top(root) - (bottom(element) - top(element));
      seek(element, Math.max(0, Math.min(below, most)) - ABOVE);
    }
  }

  /** Brings the reader's place to the top, or the element that is just sought to its line. */
  void seek() {
    seek(target, targetBelow);
  }

  private void seek(@Nullable HTMLElement element, double below) {
    boolean resting = tries == 0;
    target = element;
    targetBelow = below;
    tries = TRIES;
    if (resting) {
      attempt();
    }
  }

  private void attempt() {
    if (tries == 0) {
      return;
    }
    HTMLElement sought = target;
    if (root.getClientHeight() > 0 && scrolls()) {
      scrollBy(
          sought == null
              ? place.below(tops(), start(), end())
              : top(sought) - line() - targetBelow);
      if (sought != null) {
        takePlace();
      }
    }
    tries--;
    if (tries > 0) {
      Browser.requestFrame(this::attempt);
    } else {
      target = null;
    }
  }

  private void scrollBy(double distance) {
    if (distance != 0) {
      root.setScrollTop((int) Math.round(distance + root.getScrollTop()));
    }
  }

  private void onScroll() {
    if (tries == 0 && scrolls()) {
      takePlace();
    }
  }

  private void onPageScroll() {
    if (!scrolls()) {
      takePlace();
    }
  }

  /** Finds the place again at another width; at another height the text stays where it is. */
  private void onResize() {
    AuthorText.takeType(host, slot);
    if (scrolls()) {
      Dom.setAttribute(root, "tabindex", "0");
    } else {
      root.removeAttribute("tabindex");
    }
    int now = root.getClientHeight() == 0 ? 0 : root.getClientWidth();
    if (now != width) {
      width = now;
      seek();
    }
  }

  private void takePlace() {
    if (root.getClientHeight() == 0) {
      return;
    }
    GuidePlace now = GuidePlace.of(tops(), start(), end());
    int last = sections.length - 1;
    // A short last section never comes to the top.
    place = isAtEnd() && now.section() < last ? new GuidePlace(last, 0) : now;
    moved.run();
  }

  private boolean isAtEnd() {
    int above = root.getScrollTop();
    return scrolls() && above > 0 && above + root.getClientHeight() >= root.getScrollHeight() - 1;
  }

  /** Where the reader's place is, in CSS pixels from the top of the window. */
  private double line() {
    return scrolls() ? top(root) + ABOVE : SHARE_ABOVE * windowHeight();
  }

  private double[] tops() {
    double line = line();
    double[] tops = new double[sections.length];
    for (int i = 0; i < tops.length; i++) {
      tops[i] = top(sections[i]) - line;
    }
    return tops;
  }

  private double start() {
    return top(root) - root.getScrollTop() - line();
  }

  private double end() {
    return start() + root.getScrollHeight();
  }

  /** Stops all work. */
  void close() {
    tries = 0;
    sizeObserver.disconnect();
    Browser.window().removeEventListener("scroll", pageScrolled, true);
  }

  /** Whether the box scrolls, rather than the page around it. */
  private boolean scrolls() {
    return scrolls(root);
  }

  @JSBody(params = "box", script = "return getComputedStyle(box).overflowY != 'visible';")
  private static native boolean scrolls(HTMLElement box);

  @JSBody(params = "element", script = "return element.getBoundingClientRect().top;")
  private static native double top(HTMLElement element);

  @JSBody(params = "element", script = "return element.getBoundingClientRect().bottom;")
  private static native double bottom(HTMLElement element);

  @JSBody(script = "return innerHeight;")
  private static native double windowHeight();

  @JSBody(params = "element", script = "element.scrollIntoView();")
  private static native void scrollPage(HTMLElement element);
}
