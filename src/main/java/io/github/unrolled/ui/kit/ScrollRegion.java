package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;

/** A box that scrolls if its contents are larger, and is in the tab order as long as it scrolls. */
public final class ScrollRegion {
  private final HTMLElement root;
  private final Browser.Observer boxObserver;
  private final Browser.Observer contentObserver;

  /**
   * Makes a region around contents.
   *
   * @param name accessible name
   */
  public ScrollRegion(String className, String name, HTMLElement content) {
    root = Dom.element("div", className, content);
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", name);
    boxObserver = Browser.observeSize(root, this::measure);
    contentObserver = Browser.observeSize(content, this::measure);
  }

  private void measure() {
    if (root.getScrollHeight() > root.getClientHeight()
        || root.getScrollWidth() > root.getClientWidth()) {
      Dom.setAttribute(root, "tabindex", "0");
    } else if (root.hasAttribute("tabindex")) {
      root.removeAttribute("tabindex");
    }
  }

  /** The scrolling element. */
  public HTMLElement root() {
    return root;
  }

  /** Stops watching the sizes. */
  public void close() {
    boxObserver.disconnect();
    contentObserver.disconnect();
  }
}
