package io.github.unrolled.ui;

import io.github.unrolled.experiment.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The custom element {@code <rnn-playground>}. Its attributes are those of {@link Attributes} and
 * {@code theme}; its methods train(epochs), search(), pause(), reset(), step() and stepBack().
 */
public final class PlaygroundElement {
  private static final String NAME = "rnn-playground";

  private PlaygroundElement() {}

  /** What the element's class in the browser calls; one for each element. */
  @JSFunctor
  interface Controller extends JSObject {
    /**
     * Something happened to the element.
     *
     * @param what "connected", "disconnected", "attribute" or "call"
     * @param name of the attribute or the method
     * @param value of the attribute
     * @param count argument of the method, or 0
     */
    void handle(String what, String name, @Nullable String value, int count);
  }

  /** Makes the controller of an element that is seen for the first time. */
  @JSFunctor
  interface Factory extends JSObject {
    /** Called once for each element, when it first enters a document. */
    Controller create(HTMLElement element);
  }

  /** Defines the element, unless the page has it already. */
  public static void define() {
    List<String> names = Attributes.names();
    String[] observed = new String[names.size() + 1];
    for (int i = 0; i < names.size(); i++) {
      observed[i] = names.get(i);
    }
    observed[names.size()] = "theme";
    define(NAME, observed, PlaygroundElement::create);
  }

  private static Controller create(HTMLElement element) {
    Playground playground = new Playground(element);
    return (what, name, value, count) -> {
      switch (what) {
        case "connected" -> playground.connect();
        case "disconnected" -> playground.disconnect();
        case "attribute" -> playground.attributeChanged(name, value);
        default -> playground.call(name, count);
      }
    };
  }

  @JSBody(
      params = {"name", "observed", "create"},
      script =
          "if (customElements.get(name)) { return; }"
              + "var controllers = new WeakMap();"
              + "var tell = function(element, what, name, value, count) {"
              + "  var controller = controllers.get(element);"
              + "  if (controller) { controller(what, name, value, count); }"
              + "};"
              + "var Playground = function() {"
              + "  return Reflect.construct(HTMLElement, [], Playground);"
              + "};"
              + "Object.setPrototypeOf(Playground, HTMLElement);"
              + "var prototype = Object.create(HTMLElement.prototype);"
              + "Object.defineProperty(prototype, 'constructor', {value: Playground});"
              + "Playground.prototype = prototype;"
              + "Playground.observedAttributes = observed;"
              + "prototype.connectedCallback = function() {"
              + "  if (!controllers.has(this)) { controllers.set(this, create(this)); }"
              + "  tell(this, 'connected', '', null, 0);"
              + "};"
              + "prototype.disconnectedCallback = function() {"
              + "  tell(this, 'disconnected', '', null, 0);"
              + "};"
              + "prototype.attributeChangedCallback = function(name, old, value) {"
              + "  tell(this, 'attribute', name, value, 0);"
              + "};"
              + "['train', 'search', 'pause', 'reset', 'step', 'stepBack'].forEach(function(name) {"
              + "  prototype[name] = function(count) { tell(this, 'call', name, null, count | 0); };"
              + "});"
              + "customElements.define(name, Playground);")
  private static native void define(String name, String[] observed, Factory create);
}
