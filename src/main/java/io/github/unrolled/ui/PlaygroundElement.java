package io.github.unrolled.ui;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Instructions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The custom element {@code <rnn-playground>}. Its attributes are those of {@link Attributes} and
 * {@code theme} and {@code fill}; its methods are those of {@link Instructions} and run(text),
 * which carries out instructions written as a text; its property state is the experiment as the
 * fragment of a link; its events are those of {@link HostEvents}.
 */
public final class PlaygroundElement {
  private static final String NAME = "rnn-playground";

  private PlaygroundElement() {}

  /** The functions that the element's class in the browser calls; one object per element. */
  @JSFunctor
  interface Controller extends JSObject {
    /**
     * Handles a change of the element or a request to it.
     *
     * @param what "connected", "disconnected", "attribute", "call", "run" or "state"
     * @param name name of the attribute or method
     * @param value text of the attribute's value, the method's argument or the instructions to run;
     *     null if there is none
     * @return the experiment as a fragment if {@code what} is "state", a description of what was
     *     done if it is "run", else an empty text
     */
    String handle(String what, String name, @Nullable String value);
  }

  /** Makes the controllers of elements. */
  @JSFunctor
  interface Factory extends JSObject {
    /** Called once per element, when it first enters a document or is first asked to act. */
    Controller create(HTMLElement element);
  }

  /** Defines the element, unless the page has it already. */
  public static void define() {
    List<String> names = Attributes.names();
    String[] observed = new String[names.size() + 3];
    for (int i = 0; i < names.size(); i++) {
      observed[i] = names.get(i);
    }
    observed[names.size()] = "theme";
    observed[names.size() + 1] = "state";
    observed[names.size() + 2] = "fill";
    String[] methods = Instructions.methods().toArray(new String[0]);
    define(NAME, observed, methods, PlaygroundElement::create);
  }

  private static Controller create(HTMLElement element) {
    Playground playground = new Playground(element);
    return (what, name, value) -> {
      switch (what) {
        case "connected" -> playground.connect();
        case "disconnected" -> playground.disconnect();
        case "attribute" -> playground.attributeChanged(name, value);
        case "call" -> playground.call(name, value);
        case "run" -> {
          return playground.run(value == null ? "" : value);
        }
        default -> {
          return playground.state();
        }
      }
      return "";
    };
  }

  @JSBody(
      params = {"name", "observed", "methods", "create"},
      script =
          "if (customElements.get(name)) { return; }"
              + "var controllers = new WeakMap();"
              + "var tell = function(element, what, name, value) {"
              + "  if (what != 'attribute' && !controllers.has(element)) {"
              + "    controllers.set(element, create(element));"
              + "  }"
              + "  var controller = controllers.get(element);"
              + "  return controller && controller(what, name, value);"
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
              // The page may have set a plain property before the element was defined.
              + "  if (Object.prototype.hasOwnProperty.call(this, 'state')) {"
              + "    var state = this.state; delete this.state; this.state = state;"
              + "  }"
              + "  tell(this, 'connected', '', null);"
              + "};"
              + "prototype.disconnectedCallback = function() {"
              + "  tell(this, 'disconnected', '', null);"
              + "};"
              + "prototype.attributeChangedCallback = function(name, old, value) {"
              + "  tell(this, 'attribute', name, value);"
              + "};"
              + "Object.defineProperty(prototype, 'state', {"
              + "  configurable: true, enumerable: true,"
              + "  get: function() { return tell(this, 'state', '', null); },"
              + "  set: function(state) {"
              + "    tell(this, 'state', '', null);"
              + "    tell(this, 'attribute', 'state', state + '');"
              + "  }"
              + "});"
              + "methods.forEach(function(name) {"
              + "  prototype[name] = function(argument) {"
              + "    tell(this, 'call', name, argument === undefined ? null : argument + '');"
              + "  };"
              + "});"
              + "prototype.run = function(text) { return tell(this, 'run', '', text + ''); };"
              + "customElements.define(name, Playground);")
  private static native void define(
      String name, String[] observed, String[] methods, Factory create);
}
