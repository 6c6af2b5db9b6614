package io.github.unrolled.ui.guide;

import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import java.util.function.UnaryOperator;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/**
 * The text between the element's tags, with a list of its sections. Its handles, elements with the
 * attribute {@code data-run}, act on the playground beside it while the text stays where it is. The
 * reader's place is kept while the text is hidden, at another width, and for the next visit.
 */
public final class GuideView implements View {
  /** Space above a heading that is jumped to, in CSS pixels. */
  private static final double ABOVE = 8;

  /** Frames in which a place is sought again: sections get their true heights only when near. */
  private static final int TRIES = 4;

  private static final double KEEPING_MS = 400;

  private final HTMLElement host;
  private final UnaryOperator<String> run;
  private final Runnable open;
  private final HTMLElement slot = Dom.element("slot", "");
  private final HTMLElement scroller = Dom.element("div", "guide-text", slot);
  private final HTMLElement count = Dom.element("span", "guide-count");
  private final HTMLSelectElement contents =
      (HTMLSelectElement) Dom.element("select", "guide-contents");
  private final HTMLElement head = Dom.element("div", "guide-head", count, contents);
  private final HTMLElement back;
  private final HTMLElement next;
  private final HTMLElement said = Dom.element("p", "guide-said");
  private final HTMLElement foot;
  private final HTMLElement root;
  private final EventListener<Event> clicked = this::onClick;
  private final EventListener<Event> addressed = event -> followAddress();
  private final Browser.Observer sizeObserver;
  private HTMLElement[] headings = new HTMLElement[0];
  private GuidePlace place = GuidePlace.START;
  private int width;
  private boolean seeking;
  private boolean keeping;

  /**
   * Makes the view and begins to listen to the text's handles.
   *
   * @param run carries out the instructions of a handle and describes what was done
   * @param open brings the view into sight
   */
  public GuideView(HTMLElement host, UnaryOperator<String> run, Runnable open) {
    this.host = host;
    this.run = run;
    this.open = open;
    contents.setAttribute("aria-label", "Contents");
    Dom.on(contents, "change", event -> goTo(contents.getSelectedIndex()));
    scroller.setAttribute("role", "region");
    scroller.setAttribute("aria-label", "Guide");
    scroller.setTabIndex(0);
    Dom.on(scroller, "scroll", event -> onScroll());
    Dom.on(slot, "slotchange", event -> read());
    said.setAttribute("role", "status");
    back = Dom.button("guide-step", "◂ Back", () -> goTo(place.section() - 1));
    back.setAttribute("aria-label", "Back");
    next = Dom.button("guide-step next", "", () -> goTo(Math.max(0, place.section()) + 1));
    foot = Dom.element("div", "guide-foot", back, next);
    root = Dom.element("div", "guide", head, scroller, said, foot);
    host.addEventListener("click", clicked);
    Browser.window().addEventListener("hashchange", addressed);
    sizeObserver = Browser.observeSize(scroller, this::onResize);
    recall();
    read();
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    // The text is the author's.
  }

  @Override
  public void close() {
    sizeObserver.disconnect();
    host.removeEventListener("click", clicked);
    Browser.window().removeEventListener("hashchange", addressed);
  }

  /** Whether there is a text. */
  public boolean hasContent() {
    return AuthorText.isThere(host);
  }

  /** Opens the section that the page's address names, if it names one. */
  public void followAddress() {
    String id = Browser.fragmentId();
    HTMLElement target = id.isEmpty() ? null : AuthorText.find(host, id);
    if (target == null) {
      return;
    }
    open.run();
    show(target, TRIES);
  }

  /** Brings an element of the text into sight, again while heights above it settle. */
  private void show(HTMLElement target, int times) {
    scrollBy(AuthorText.topBelow(target, scroller) - ABOVE);
    takePlace();
    if (times > 1) {
      Browser.requestFrame(() -> show(target, times - 1));
    }
  }

  private void onClick(Event event) {
    HTMLElement handle = AuthorText.handle(event, host);
    if (handle != null) {
      event.preventDefault();
      String text = handle.getAttribute("data-run");
      Dom.setText(said, run.apply(text));
    }
  }

  /** Reads the sections anew. */
  private void read() {
    headings = AuthorText.headings(host);
    contents.clear();
    for (HTMLElement heading : headings) {
      contents.appendChild(Dom.text("option", "", title(heading)));
    }
    boolean few = headings.length < 2;
    Dom.setHidden(head, few);
    Dom.setHidden(foot, few);
    seek();
    showPlace();
  }

  private void goTo(int section) {
    if (section < 0) {
      place = GuidePlace.START;
    } else if (section < headings.length) {
      place = new GuidePlace(section, 0);
    }
    seek();
    showPlace();
    keepSoon();
  }

  /** Finds the place again at another width; at another height the text stays where it is. */
  private void onResize() {
    int now = scroller.getClientHeight() == 0 ? 0 : scroller.getClientWidth();
    if (now != width) {
      width = now;
      seek();
    }
  }

  /** Scrolls to the kept place. */
  private void seek() {
    seeking = true;
    seek(TRIES);
  }

  private void seek(int times) {
    if (scroller.getClientHeight() > 0) {
      double below = place.below(tops(), start(), end());
      scrollBy(place.section() >= 0 ? below : below - ABOVE);
    }
    if (times > 1) {
      Browser.requestFrame(() -> seek(times - 1));
    } else {
      seeking = false;
    }
  }

  private void scrollBy(double distance) {
    scroller.setScrollTop((int) Math.round(distance + scroller.getScrollTop()));
  }

  private void onScroll() {
    if (!seeking) {
      takePlace();
      keepSoon();
    }
  }

  private void takePlace() {
    if (scroller.getClientHeight() > 0) {
      place = GuidePlace.of(tops(), start(), end());
      showPlace();
    }
  }

  private double[] tops() {
    double[] tops = new double[headings.length];
    for (int i = 0; i < tops.length; i++) {
      tops[i] = AuthorText.topBelow(headings[i], scroller) - ABOVE;
    }
    return tops;
  }

  private double start() {
    return -scroller.getScrollTop();
  }

  private double end() {
    return scroller.getScrollHeight() - scroller.getScrollTop();
  }

  private void showPlace() {
    int section = Math.max(0, place.section());
    if (section >= headings.length) {
      return;
    }
    Dom.setText(count, "Guide · " + (section + 1) + " of " + headings.length);
    contents.setSelectedIndex(section);
    Dom.setAttribute(back, "aria-disabled", place.section() < 1 ? "true" : "false");
    boolean last = section + 1 >= headings.length;
    Dom.setAttribute(next, "aria-disabled", last ? "true" : "false");
    String title = last ? "" : title(headings[section + 1]);
    Dom.setText(next, title + " ▸");
    Dom.setAttribute(next, "aria-label", "Next: " + title);
  }

  private static String title(HTMLElement heading) {
    // The rendered text is empty while a section out of sight is not laid out.
    return heading.getTextContent().strip();
  }

  // The next visit ------------------------------------------------------------------------------

  private String key() {
    String name = host.getAttribute("remember");
    return "unrolled-guide" + (name == null || name.isEmpty() ? "" : "-" + name);
  }

  private void recall() {
    String kept = host.hasAttribute("remember") ? Browser.recall(key()) : null;
    int space = kept == null ? -1 : kept.indexOf(' ');
    if (kept != null && space > 0) {
      double section = Text.READER.read(kept.substring(0, space)).value();
      double share = Text.READER.read(kept.substring(space + 1)).value();
      if (section >= -1 && section < 1000 && share >= 0 && share <= 1) {
        place = new GuidePlace((int) section, share);
      }
    }
  }

  private void keepSoon() {
    if (!keeping && host.hasAttribute("remember")) {
      keeping = true;
      Browser.later(
          KEEPING_MS,
          () -> {
            keeping = false;
            Browser.remember(key(), place.section() + " " + Text.plain(place.share()));
          });
    }
  }
}
