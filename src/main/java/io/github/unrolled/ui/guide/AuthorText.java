package io.github.unrolled.ui.guide;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What an author has written between the tags of the element, and where it stands. Nothing in it is
 * changed. What stands in a slot of its own, such as the brand, is not part of the text.
 */
final class AuthorText {
  private AuthorText() {}

  /** Whether there is anything to read; a text for readers without scripts does not count. */
  @JSBody(
      params = "host",
      script =
          "return Array.from(host.childNodes).some(function(node) {"
              + "  return node.nodeType == 3 ? node.data.trim() != ''"
              + "    : node.nodeType == 1 && !node.slot && node.localName != 'noscript';"
              + "});")
  static native boolean isThere(HTMLElement host);

  /**
   * The headings that begin its sections: those of the sections between the tags; without sections,
   * all headings of the highest level that occurs.
   */
  @JSBody(
      params = "host",
      script =
          "var all = function(selector) {"
              + "  return Array.from(host.querySelectorAll(selector)).filter(function(element) {"
              + "    return !element.closest('[slot]');"
              + "  });"
              + "};"
              + "var sections = all(':scope > section').map(function(section) {"
              + "  return section.querySelector('h1, h2, h3');"
              + "}).filter(function(heading) { return heading; });"
              + "return ['h1', 'h2', 'h3'].reduce(function(found, level) {"
              + "  return found.length ? found : all(level);"
              + "}, sections);")
  static native HTMLElement[] headings(HTMLElement host);

  /** The handle that an event aims at; null if it aims at none, or with a modifier key. */
  @JSBody(
      params = {"event", "host"},
      script =
          "if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return null; }"
              + "var handle = event.target.closest && event.target.closest('[data-run]');"
              + "return handle && host.contains(handle) ? handle : null;")
  static native @Nullable HTMLElement handle(Event event, HTMLElement host);

  /** The element with an id, if it is part of the text. */
  @JSBody(
      params = {"host", "id"},
      script =
          "var found = host.getRootNode().getElementById(id);"
              + "return found && found !== host && host.contains(found) ? found : null;")
  static native @Nullable HTMLElement find(HTMLElement host, String id);

  /** How far the top of an element is below the top of another, in CSS pixels. */
  @JSBody(
      params = {"element", "other"},
      script = "return element.getBoundingClientRect().top - other.getBoundingClientRect().top;")
  static native double topBelow(HTMLElement element, HTMLElement other);
}
