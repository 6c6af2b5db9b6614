package io.github.unrolled.ui.kit;

import io.github.unrolled.plot.TipPlace;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * Explains the words of a playground that have the attribute {@code data-term}: those of the
 * playground itself, and those in the text between the tags of the custom element. The explanation
 * opens when a word is pointed at, tapped, or focused by a key, and stays while the pointer is on
 * either; Escape closes it. There is one for all words, above everything else, and it moves
 * nothing.
 */
public final class Tip {
  /** Time after which a word pointed at is explained, so that a passing pointer opens nothing. */
  private static final double OPENING_MS = 250;

  /** Time after which an explanation closes: enough for the pointer to get to it. */
  private static final double CLOSING_MS = 250;

  private final HTMLElement host;
  private final HTMLElement views;
  private final Explanations explanations;
  private final HTMLElement root = Dom.element("div", "tip");
  private final EventListener<Event> keyPressed = event -> onKey((KeyboardEvent) event);
  private final EventListener<Event> pressed = event -> onPress(event);
  private final EventListener<Event> moved = event -> follow();
  private final Set<String> warned = new HashSet<>();
  private Browser.@Nullable Observer observer;

  /** The word that is explained, or null. */
  private @Nullable HTMLElement term;

  /** The word that the pointer is on, be it on the word itself or on its explanation. */
  private @Nullable HTMLElement hovered;

  /** The word that a key gave the focus. */
  private @Nullable HTMLElement focused;

  /** Whether a click or tap keeps the explanation open. */
  private boolean pinned;

  /** Counts what was intended; only the latest intention is carried out. */
  private int intention;

  /** The texts of all explanations. */
  public interface Explanations {
    /** The explanation with a key, or null. */
    @Nullable String of(String key);
  }

  /**
   * Makes a closed tip.
   *
   * @param host the custom element
   * @param views the element of all views inside it, which also hears of what stands in a slot
   */
  public Tip(HTMLElement host, HTMLElement views, Explanations explanations) {
    this.host = host;
    this.views = views;
    this.explanations = explanations;
    root.setAttribute("role", "tooltip");
    root.setAttribute("id", "tip");
    root.setAttribute("popover", "manual");
    root.setHidden(true);
    Dom.on(views, "pointerover", this::onPointer);
    // Not when it appears under a pointer that rests.
    Dom.on(root, "pointermove", event -> point(term));
    Dom.on(views, "pointerleave", event -> point(null));
    Dom.on(views, "click", event -> onClick(event));
    Dom.on(views, "focusin", event -> focus(isFocusVisible(event) ? termOf(event) : null));
    Dom.on(views, "focusout", event -> focus(null));
    Dom.on(views, "keydown", event -> onActivation((KeyboardEvent) event));
  }

  /** The tip's element. */
  public HTMLElement root() {
    return root;
  }

  /** Prepares the words between the host's tags, now and whenever they change. */
  public void connect() {
    prepare();
    observer = observeContent(host, this::prepare);
  }

  /** Closes the tip and stops watching the host. */
  public void disconnect() {
    close();
    if (observer != null) {
      observer.disconnect();
    }
    observer = null;
  }

  /** Makes words of the host page reachable by keys, and tells assistive technology about them. */
  private void prepare() {
    NodeList<? extends HTMLElement> words =
        host.querySelectorAll("[" + Term.ATTRIBUTE + "]:not([aria-description])");
    for (int i = 0; i < words.getLength(); i++) {
      HTMLElement word = words.item(i);
      String key = word.getAttribute(Term.ATTRIBUTE);
      String text = explanations.of(key);
      if (text == null && warned.add(key)) {
        Browser.warn("rnn-playground: data-term=\"" + key + "\" is unknown");
      } else if (text != null && isOf(host, word)) {
        word.setAttribute("aria-description", text);
        makeReachable(word);
        dress(host);
      }
    }
  }

  // What opens and closes it.

  private void onPointer(Event event) {
    if (!isTouch(event) && !isIn(root, event)) {
      point(termOf(event));
    }
  }

  private void point(@Nullable HTMLElement word) {
    if (word != hovered) {
      hovered = word;
      intend(word);
    }
  }

  private void focus(@Nullable HTMLElement word) {
    focused = word;
    if (word != null) {
      open(word);
    } else if (hovered == null) {
      // What has the focus next must not be covered.
      close();
    } else {
      pinned = false;
      intend(null);
    }
  }

  /** Opens the explanation of a word before long; null closes it, if nothing else keeps it. */
  private void intend(@Nullable HTMLElement word) {
    int mine = ++intention;
    Browser.later(
        word == null ? CLOSING_MS : OPENING_MS,
        () -> {
          if (mine != intention) {
            return;
          }
          if (word != null) {
            open(word);
          } else if (hovered == null && focused == null && !pinned) {
            close();
          }
        });
  }

  private void onClick(Event event) {
    HTMLElement word = termOf(event);
    if (word != null) {
      press(word);
    }
  }

  /** Acts on the keys of a button, which only a real one turns into clicks itself. */
  private void onActivation(KeyboardEvent event) {
    HTMLElement word = termOf(event);
    boolean acts = event.getKey().equals("Enter") || event.getKey().equals(" ");
    if (word != null && acts && !event.isRepeat() && !isNative(word)) {
      event.preventDefault();
      press(word);
    }
  }

  private void press(HTMLElement word) {
    if (pinned && term == word) {
      close();
    } else {
      open(word);
      pinned = term == word;
    }
  }

  private void onKey(KeyboardEvent event) {
    if (event.getKey().equals("Escape")) {
      // It was meant for the explanation, not for what is behind it.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  private void onPress(Event event) {
    HTMLElement shown = term;
    if (shown != null && !isIn(root, event) && !isIn(shown, event)) {
      close();
    }
  }

  // The explanation itself.

  private void open(HTMLElement word) {
    String text = explanations.of(word.getAttribute(Term.ATTRIBUTE));
    intention++;
    if (text == null || word == term) {
      return;
    }
    close();
    term = word;
    Dom.setText(root, text);
    if (!word.hasAttribute("aria-description")) {
      word.setAttribute("aria-describedby", "tip");
    }
    show(root);
    place(word);
    Browser.window().addEventListener("keydown", keyPressed, true);
    Browser.window().addEventListener("pointerdown", pressed, true);
    Browser.window().addEventListener("scroll", moved, true);
    // What scrolls inside the playground is not heard outside.
    views.addEventListener("scroll", moved, true);
    Browser.window().addEventListener("resize", moved);
  }

  private void close() {
    intention++;
    pinned = false;
    HTMLElement shown = term;
    if (shown == null) {
      return;
    }
    term = null;
    shown.removeAttribute("aria-describedby");
    hide(root);
    Browser.window().removeEventListener("keydown", keyPressed, true);
    Browser.window().removeEventListener("pointerdown", pressed, true);
    Browser.window().removeEventListener("scroll", moved, true);
    views.removeEventListener("scroll", moved, true);
    Browser.window().removeEventListener("resize", moved);
  }

  /** Stays beside the word after something has moved; closes if the word is out of sight. */
  private void follow() {
    HTMLElement shown = term;
    if (shown != null) {
      place(shown);
      if (!isInSight(shown)) {
        close();
      }
    }
  }

  private void place(HTMLElement shown) {
    double[] word = box(shown);
    TipPlace beside =
        TipPlace.of(
            word[0],
            word[1],
            word[2],
            root.getOffsetWidth(),
            root.getOffsetHeight(),
            word[3],
            word[4]);
    moveTo(root, beside.left(), beside.top());
  }

  private @Nullable HTMLElement termOf(Event event) {
    return find(host, event);
  }

  /** The word under an event that belongs to this playground, not to one inside it. */
  @JSBody(
      params = {"host", "event"},
      script =
          "var path = event.composedPath();"
              + "for (var i = 0; i < path.length && path[i] !== host; i++) {"
              + "  var word = path[i];"
              + "  if (word.dataset && word.dataset.term !== undefined) {"
              + "    return word.getRootNode() === host.shadowRoot"
              + "        || word.closest('rnn-playground') === host ? word : null;"
              + "  }"
              + "}"
              + "return null;")
  private static native @Nullable HTMLElement find(HTMLElement host, Event event);

  @JSBody(
      params = {"host", "word"},
      script = "return word.closest('rnn-playground') === host;")
  private static native boolean isOf(HTMLElement host, HTMLElement word);

  @JSBody(
      params = {"element", "event"},
      script = "return event.composedPath().indexOf(element) >= 0;")
  private static native boolean isIn(HTMLElement element, Event event);

  @JSBody(params = "event", script = "return event.pointerType === 'touch';")
  private static native boolean isTouch(Event event);

  @JSBody(params = "event", script = "return event.composedPath()[0].matches(':focus-visible');")
  private static native boolean isFocusVisible(Event event);

  @JSBody(params = "word", script = "return word.matches('button, a[href], summary');")
  private static native boolean isNative(HTMLElement word);

  /** Gives a word of the host page a place in the tab order and a role, if it lacks them. */
  @JSBody(
      params = "word",
      script =
          "if (word.tabIndex < 0) { word.tabIndex = 0; }"
              + "if (!word.matches('button, a[href], [role]')) {"
              + "  word.setAttribute('role', 'button');"
              + "}")
  private static native void makeReachable(HTMLElement word);

  /** Gives the words of the host page a look, which any rule of the page's own goes before. */
  @JSBody(
      params = "host",
      script =
          "var page = host.getRootNode();"
              + "var sheets = page.adoptedStyleSheets;"
              + "if (!sheets || sheets.some(function(sheet) { return sheet.unrolled; })) { return; }"
              + "var sheet = new CSSStyleSheet();"
              + "sheet.unrolled = true;"
              + "sheet.replaceSync(':where(rnn-playground [data-term]) {cursor: help;'"
              + "  + 'text-decoration: underline dotted; text-underline-offset: 0.2em}'"
              + "  + ':where(rnn-playground button[data-term]) {border: 0; padding: 0;'"
              + "  + 'font: inherit; color: inherit; background: none}');"
              + "page.adoptedStyleSheets = sheets.concat(sheet);")
  private static native void dress(HTMLElement host);

  @JSBody(
      params = {"host", "callback"},
      script =
          "var observer = new MutationObserver(function() { callback(); });"
              + "observer.observe(host, {childList: true, subtree: true}); return observer;")
  private static native Browser.Observer observeContent(
      HTMLElement host, Browser.Callback callback);

  /** Shows the tip above everything, even above a dialog where the browser can. */
  @JSBody(
      params = "tip",
      script = "tip.hidden = false; if (tip.showPopover) { tip.showPopover(); }")
  private static native void show(HTMLElement tip);

  @JSBody(
      params = "tip",
      script = "if (tip.hidePopover && tip.isConnected) { tip.hidePopover(); } tip.hidden = true;")
  private static native void hide(HTMLElement tip);

  /** Whether the middle of a word is in the window, and nothing covers it or cuts it off. */
  @JSBody(
      params = "word",
      script =
          "var box = word.getClientRects()[0];"
              + "var top = box && word.getRootNode().elementFromPoint("
              + "  (box.left + box.right) / 2, (box.top + box.bottom) / 2);"
              + "return !!top && word.contains(top);")
  private static native boolean isInSight(HTMLElement word);

  /**
   * Left, upper and lower edge of a word's first line, or of a read-out with its number; width and
   * height of the window.
   */
  @JSBody(
      params = "word",
      script =
          "var whole = word.closest('.readout') || word;"
              + "var box = whole.getClientRects()[0] || {left: 0, top: 0, bottom: 0};"
              + "var page = document.documentElement;"
              + "return [box.left, box.top, box.bottom, page.clientWidth, page.clientHeight];")
  private static native double[] box(HTMLElement word);

  /** Moves the tip to a place in the window, whatever its coordinates count from. */
  @JSBody(
      params = {"tip", "left", "top"},
      script =
          "tip.style.left = '0px';"
              + "tip.style.top = '0px';"
              + "var origin = tip.getBoundingClientRect();"
              + "tip.style.left = left - origin.left + 'px';"
              + "tip.style.top = top - origin.top + 'px';")
  private static native void moveTo(HTMLElement tip, double left, double top);
}
