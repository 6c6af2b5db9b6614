package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;
import org.teavm.jso.dom.xml.Node;

/** Builds and updates elements; an update writes only what differs. */
public final class Dom {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String MATHML = "http://www.w3.org/1998/Math/MathML";

  private Dom() {}

  /** Makes an element with children and any number of classes, separated by spaces. */
  public static HTMLElement element(String tag, String className, Node... children) {
    HTMLElement element = HTMLDocument.current().createElement(tag);
    if (!className.isEmpty()) {
      element.setClassName(className);
    }
    append(element, children);
    return element;
  }

  /** Makes an element with a class and a text. */
  public static HTMLElement text(String tag, String className, String text) {
    HTMLElement element = element(tag, className);
    element.setTextContent(text);
    return element;
  }

  /** Makes an element with a text and a name by which host pages can style it, too. */
  static HTMLElement part(String tag, String name, String text) {
    HTMLElement element = text(tag, name, text);
    element.setAttribute("part", name);
    return element;
  }

  /** Makes a button that submits nothing. */
  public static HTMLElement button(String className, String label, Runnable action) {
    HTMLElement button = text("button", className, label);
    button.setAttribute("type", "button");
    button.setAttribute("part", "button");
    on(button, "click", event -> action.run());
    return button;
  }

  /** Makes an SVG element with a class and children. */
  public static Element svg(String tag, String className, Node... children) {
    return namespaced(SVG, tag, className, children);
  }

  /** Makes a MathML element with a class and children. */
  public static Element mathml(String tag, String className, Node... children) {
    return namespaced(MATHML, tag, className, children);
  }

  private static Element namespaced(
      String namespace, String tag, String className, Node... children) {
    Element element = HTMLDocument.current().createElementNS(namespace, tag);
    if (!className.isEmpty()) {
      element.setAttribute("class", className);
    }
    append(element, children);
    return element;
  }

  /** Appends children in order. */
  public static void append(Node parent, Node... children) {
    for (Node child : children) {
      parent.appendChild(child);
    }
  }

  /** An event listener. */
  public interface Listener {
    /** Handles an event. */
    void handle(Event event);
  }

  /** Adds an event listener that lives as long as the element. */
  public static void on(Node target, String type, Listener listener) {
    EventListener<Event> bridge = listener::handle;
    // Every node is an event target, but not all of the library's types say so.
    ((EventTarget) target).addEventListener(type, bridge);
  }

  /** Adds an event listener that is called before those of elements inside. */
  public static void onCapture(Node target, String type, Listener listener) {
    EventListener<Event> bridge = listener::handle;
    ((EventTarget) target).addEventListener(type, bridge, true);
  }

  /** Makes a text the only content of a node. */
  public static void setText(Node node, String text) {
    if (!text.equals(node.getTextContent())) {
      node.setTextContent(text);
    }
  }

  /** Sets an attribute. */
  public static void setAttribute(Element element, String name, String value) {
    if (!value.equals(element.getAttribute(name))) {
      element.setAttribute(name, value);
    }
  }

  /** Sets or removes an attribute that has no value. */
  public static void setFlag(Element element, String name, boolean on) {
    if (on != element.hasAttribute(name)) {
      if (on) {
        element.setAttribute(name, "");
      } else {
        element.removeAttribute(name);
      }
    }
  }

  /** Hides an element or shows it again. */
  public static void setHidden(HTMLElement element, boolean hidden) {
    if (hidden != element.isHidden()) {
      element.setHidden(hidden);
    }
  }

  /** Sets an element's tooltip. */
  public static void setTitle(HTMLElement element, String title) {
    if (!title.equals(element.getTitle())) {
      element.setTitle(title);
    }
  }

  /** Adds a class to an element or removes it. */
  public static void toggleClass(HTMLElement element, String className, boolean on) {
    if (on == element.getClassList().contains(className)) {
      return;
    }
    if (on) {
      element.getClassList().add(className);
    } else {
      element.getClassList().remove(className);
    }
  }
}
