package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;
import org.teavm.jso.dom.xml.Node;

/** Builds and updates elements; updates write only what differs. */
public final class Dom {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String MATHML = "http://www.w3.org/1998/Math/MathML";

  private Dom() {}

  /** An element with a class (or several, separated by spaces; or none) and children. */
  public static HTMLElement element(String tag, String className, Node... children) {
    HTMLElement element = HTMLDocument.current().createElement(tag);
    if (!className.isEmpty()) {
      element.setClassName(className);
    }
    append(element, children);
    return element;
  }

  /** An element with a class and a text. */
  public static HTMLElement text(String tag, String className, String text) {
    HTMLElement element = element(tag, className);
    element.setTextContent(text);
    return element;
  }

  /** An element with a text and a class by which host pages can style it, too. */
  static HTMLElement part(String tag, String name, String text) {
    HTMLElement element = text(tag, name, text);
    element.setAttribute("part", name);
    return element;
  }

  /** A button that does not submit anything. */
  public static HTMLElement button(String className, String label, Runnable action) {
    HTMLElement button = text("button", className, label);
    button.setAttribute("type", "button");
    button.setAttribute("part", "button");
    on(button, "click", event -> action.run());
    return button;
  }

  /** An SVG element with a class and children. */
  public static Element svg(String tag, String className, Node... children) {
    return namespaced(SVG, tag, className, children);
  }

  /** A MathML element with a class and children. */
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

  /** What listens to an event. */
  public interface Listener {
    /** Is told that an event happened. */
    void handle(Event event);
  }

  /** Listens to an event; the listener goes with the element. */
  public static void on(Node target, String type, Listener listener) {
    EventListener<Event> bridge = listener::handle;
    // Every node of the browser is an event target; the library's types do not all say so.
    ((EventTarget) target).addEventListener(type, bridge);
  }

  /** Listens to an event before anything inside the element hears of it. */
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

  /** Sets what a pointer that rests on an element is told. */
  public static void setTitle(HTMLElement element, String title) {
    if (!title.equals(element.getTitle())) {
      element.setTitle(title);
    }
  }

  /** Gives an element a class or takes it away. */
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
