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
    HTMLElement element = element(tag, className);
    append(element, children);
    return element;
  }

  // Without an array, as most elements are made: arrays of nodes take much room in the bundle.

  /** An element with a class. */
  public static HTMLElement element(String tag, String className) {
    HTMLElement element = HTMLDocument.current().createElement(tag);
    if (!className.isEmpty()) {
      element.setClassName(className);
    }
    return element;
  }

  /** An element with a class and a child. */
  public static HTMLElement element(String tag, String className, Node child) {
    HTMLElement element = element(tag, className);
    element.appendChild(child);
    return element;
  }

  /** An element with a class and two children. */
  public static HTMLElement element(String tag, String className, Node first, Node second) {
    HTMLElement element = element(tag, className, first);
    element.appendChild(second);
    return element;
  }

  /** An element with a class and three children. */
  public static HTMLElement element(
      String tag, String className, Node first, Node second, Node third) {
    HTMLElement element = element(tag, className, first, second);
    element.appendChild(third);
    return element;
  }

  /** An element with a class and four children. */
  public static HTMLElement element(
      String tag, String className, Node first, Node second, Node third, Node fourth) {
    HTMLElement element = element(tag, className, first, second);
    append(element, third, fourth);
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
    Element element = svg(tag, className);
    append(element, children);
    return element;
  }

  /** An SVG element with a class. */
  public static Element svg(String tag, String className) {
    return namespaced(SVG, tag, className);
  }

  /** A MathML element with a class and children. */
  public static Element mathml(String tag, String className, Node... children) {
    Element element = mathml(tag, className);
    append(element, children);
    return element;
  }

  /** A MathML element with a class. */
  public static Element mathml(String tag, String className) {
    return namespaced(MATHML, tag, className);
  }

  /** A MathML element with a class and two children. */
  public static Element mathml(String tag, String className, Node first, Node second) {
    Element element = mathml(tag, className);
    append(element, first, second);
    return element;
  }

  /** A MathML element with a class and three children. */
  public static Element mathml(String tag, String className, Node first, Node second, Node third) {
    Element element = mathml(tag, className, first, second);
    element.appendChild(third);
    return element;
  }

  private static Element namespaced(String namespace, String tag, String className) {
    Element element = HTMLDocument.current().createElementNS(namespace, tag);
    if (!className.isEmpty()) {
      element.setAttribute("class", className);
    }
    return element;
  }

  /** Appends two children. */
  public static void append(Node parent, Node first, Node second) {
    parent.appendChild(first);
    parent.appendChild(second);
  }

  /** Appends children in order. */
  public static void append(Node parent, Node... children) {
    for (Node child : children) {
      parent.appendChild(child);
    }
  }

  /**
   * What listens to an event. Unlike the browser's type it is one of the project's own, which
   * spares each listener its own bridge to JavaScript.
   */
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
