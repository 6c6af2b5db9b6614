package io.github.unrolled.ui.guide;

import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.view.View;
import java.util.function.UnaryOperator;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/**
 * The text between the element's tags, with a list of its sections. Its handles, elements with the
 * attribute {@code data-run}, act on the playground beside it while the text stays where it is.
 */
public final class GuideView implements View {
  private final HTMLElement host;
  private final UnaryOperator<String> run;
  private final Runnable open;
  private final Runnable changed;
  private final PlaceMemory memory;
  private final GuideText text;
  private final HTMLElement count = Dom.element("span", "guide-count");
  private final HTMLSelectElement contents =
      (HTMLSelectElement) Dom.element("select", "guide-contents");
  private final HTMLElement head = Dom.element("div", "guide-head", count, contents);
  private final HTMLElement back;
  private final HTMLElement nextTitle = Dom.element("span", "guide-title");
  private final HTMLElement next;
  private final HTMLElement said = Dom.element("p", "guide-said");
  private final HTMLElement foot;
  private final HTMLElement root;
  private boolean hadContent;
  private final EventListener<Event> acted = this::onAct;
  private final EventListener<Event> addressed = event -> followAddress();

  /**
   * Makes the view and begins to listen to the text's handles.
   *
   * @param run carries out the instructions of a handle and describes what was done
   * @param open brings the view into sight
   * @param changed called when there is a text where there was none, or the other way round
   */
  public GuideView(HTMLElement host, UnaryOperator<String> run, Runnable open, Runnable changed) {
    this.host = host;
    this.run = run;
    this.open = open;
    this.changed = changed;
    memory = new PlaceMemory(host, this::place);
    text = new GuideText(host, memory.recall(), this::onMove, this::onChange);
    contents.setAttribute("aria-label", "Contents");
    Dom.on(contents, "change", event -> text.goTo(contents.getSelectedIndex()));
    said.setAttribute("role", "status");
    back = Dom.button("guide-step", "", () -> goTo(section() - 1));
    Dom.append(back, mark("◂"), Dom.text("span", "guide-title", "Back"));
    back.setAttribute("aria-label", "Back");
    next = Dom.button("guide-step next", "", () -> goTo(section() + 1));
    Dom.append(next, nextTitle, mark("▸"));
    foot = Dom.element("div", "guide-foot", back, next);
    root = Dom.element("div", "guide", head, text.root(), said, foot);
    host.addEventListener("click", acted);
    host.addEventListener("keydown", acted);
    Browser.window().addEventListener("hashchange", addressed);
    hadContent = hasContent();
    read();
  }

  private static HTMLElement mark(String sign) {
    return Dom.text("span", "guide-mark", sign);
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
    text.close();
    memory.close();
    host.removeEventListener("click", acted);
    host.removeEventListener("keydown", acted);
    Browser.window().removeEventListener("hashchange", addressed);
  }

  /** Whether there is a text. */
  public boolean hasContent() {
    return AuthorText.isThere(host);
  }

  /** Finds the reader's place again; called after the view was moved or shown. */
  public void shown() {
    text.seek();
  }

  /**
   * Opens the section that the page's address names when the page opens. After a reload the
   * reader's place counts more.
   */
  public void openAddressed() {
    if (!memory.isReload()) {
      followAddress();
    }
  }

  /** Opens the section that the page's address names, if it names one. */
  private void followAddress() {
    String id = Browser.fragmentId();
    HTMLElement target = id.isEmpty() ? null : AuthorText.find(host, id);
    if (target != null) {
      open.run();
      text.show(target);
    }
  }

  private void onAct(Event event) {
    HTMLElement handle = AuthorText.handle(event, host);
    if (handle == null) {
      return;
    }
    event.preventDefault();
    // What is said must not cover the handle that is in use.
    text.hold(handle, () -> Dom.setText(said, run.apply(handle.getAttribute("data-run"))));
  }

  private void onChange() {
    read();
    // Moving the text within the page also counts as a change of the slot, but changes nothing.
    if (hadContent != hasContent()) {
      hadContent = !hadContent;
      changed.run();
    }
  }

  /** Reads the sections anew. */
  private void read() {
    text.read();
    contents.clear();
    for (int i = 0; i < text.sectionCount(); i++) {
      contents.appendChild(Dom.text("option", "", text.title(i)));
    }
    boolean few = text.sectionCount() < 2;
    Dom.setHidden(head, few);
    Dom.setHidden(foot, few);
    showPlace();
  }

  private GuidePlace place() {
    return text.place();
  }

  /** The section that the reader is in; the first also before its heading. */
  private int section() {
    return Math.max(0, Math.min(place().section(), text.sectionCount() - 1));
  }

  /** Goes to a section that exists. */
  private void goTo(int section) {
    if (section < text.sectionCount()) {
      text.goTo(section);
    }
  }

  private void onMove() {
    showPlace();
    memory.keepSoon();
  }

  private void showPlace() {
    int count = text.sectionCount();
    if (count < 2) {
      return;
    }
    int section = section();
    Dom.setText(this.count, "Guide · " + (section + 1) + " of " + count);
    if (contents.getSelectedIndex() != section) {
      contents.setSelectedIndex(section);
    }
    boolean last = section + 1 == count;
    Dom.setAttribute(back, "aria-disabled", section == 0 ? "true" : "false");
    Dom.setAttribute(next, "aria-disabled", last ? "true" : "false");
    String title = last ? "" : text.title(section + 1);
    Dom.setText(nextTitle, title);
    Dom.setAttribute(next, "aria-label", last ? "Next" : "Next: " + title);
  }
}
