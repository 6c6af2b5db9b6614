package io.github.unrolled.ui.guide;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The text that an author has written between the tags of the element. Nothing in it is changed.
 * What stands in a slot of its own, such as the brand, is not part of the text.
 */
final class AuthorText {
  private AuthorText() {}

  /** Whether there is anything to read; a text for readers without scripts does not count. */
  @JSBody(
      params = "host",
      script =
          "var silent = ['link', 'noscript', 'script', 'style', 'template'];"
              + "return Array.from(host.childNodes).some(function(node) {"
              + "  return node.nodeType == 3 ? node.data.trim() != ''"
              + "    : node.nodeType == 1 && !node.slot && silent.indexOf(node.localName) < 0;"
              + "});")
  static native boolean isThere(HTMLElement host);

  /**
   * The elements that begin its sections: the sections between the tags that have a heading. If
   * there are none, the headings of the highest level that occurs more than once; else all
   * headings.
   */
  @JSBody(
      params = "host",
      script =
          "var all = function(selector) {"
              + "  return Array.from(host.querySelectorAll(selector)).filter(function(element) {"
              + "    return !element.closest('[slot]');"
              + "  });"
              + "};"
              + "var sections = all(':scope > section').filter(function(section) {"
              + "  return section.querySelector('h1, h2, h3');"
              + "});"
              + "if (sections.length) { return sections; }"
              + "var several = ['h1', 'h2', 'h3'].map(all).filter(function(headings) {"
              + "  return headings.length > 1;"
              + "});"
              + "return several[0] || all('h1, h2, h3');")
  static native HTMLElement[] sections(HTMLElement host);

  /** The title of a section, whether or not it is laid out now. */
  @JSBody(
      params = "section",
      script =
          "return (section.localName == 'section' ? section.querySelector('h1, h2, h3') : section)"
              + "  .textContent.trim().replace(/\\s+/g, ' ');")
  static native String title(HTMLElement section);

  /**
   * The handle that is clicked, or pressed if the browser does not turn the key into a click; null
   * if there is none, or with a modifier key.
   */
  @JSBody(
      params = {"event", "host"},
      script =
          "if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return null; }"
              + "var native = 'a[href], button, input, select, summary, textarea';"
              + "var handle = event.target.closest('[data-run], label, ' + native);"
              + "if (!handle || handle === host || !host.contains(handle)"
              + "    || !handle.hasAttribute('data-run')) { return null; }"
              + "var pressed = event.target === handle && !handle.matches(native)"
              + "    && (event.key == 'Enter'"
              + "      || event.key == ' ' && handle.getAttribute('role') == 'button');"
              + "return event.type == 'click' || pressed ? handle : null;")
  static native @Nullable HTMLElement handle(Event event, HTMLElement host);

  /** The element with an id, if it is part of the text. */
  @JSBody(
      params = {"host", "id"},
      script =
          "var found = host.getRootNode().getElementById(id);"
              + "return found && found !== host && host.contains(found) ? found : null;")
  static native @Nullable HTMLElement find(HTMLElement host, String id);

  /**
   * Gives an element the type that the text would have in the author's page. All else around it
   * inherits nothing from there.
   */
  @JSBody(
      params = {"host", "element"},
      script =
          "var from = getComputedStyle(host);"
              + "['direction', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'hyphens',"
              + "  'letterSpacing', 'overflowWrap', 'wordSpacing'].forEach(function(name) {"
              + "  if (element.style[name] != from[name]) { element.style[name] = from[name]; }"
              + "});"
              // In proportion, so that a larger heading gets larger lines.
              + "var line = parseFloat(from.lineHeight) / parseFloat(from.fontSize);"
              + "element.style.lineHeight = line ? line.toFixed(4) : 'normal';")
  static native void takeType(HTMLElement host, HTMLElement element);
}
