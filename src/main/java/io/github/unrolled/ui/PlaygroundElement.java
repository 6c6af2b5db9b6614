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
 * {@code theme}; its methods train(epochs), search(), pause(), reset(), step(), stepBack(), undo(),
 * redo(), exactSolution() and show(instrument); its property state is the experiment as the
 * fragment of a link; its events are those of {@link HostEvents}.
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
     * @param what "connected", "disconnected", "attribute", "call" or "state"
     * @param name of the attribute or the method
     * @param value of the attribute, or the method's argument as a text
     * @param count argument of the method; NaN if it had none or one that is no number
     * @param given whether the method had an argument
     * @return the experiment as a fragment where {@code what} is "state", else nothing
     */
    String handle(String what, String name, @Nullable String value, double count, boolean given);
  }

  /** Makes the controller of an element that is seen for the first time. */
  @JSFunctor
  interface Factory extends JSObject {
    /** Called once for each element, when it first enters a document or is first asked to act. */
    Controller create(HTMLElement element);
  }

  /** Defines the element, unless the page has it already. */
  public static void define() {
    List<String> names = Attributes.names();
    String[] observed = new String[names.size() + 2];
    for (int i = 0; i < names.size(); i++) {
      observed[i] = names.get(i);
    }
    observed[names.size()] = "theme";
    observed[names.size() + 1] = "state";
    define(NAME, observed, PlaygroundElement::create);
  }

  private static Controller create(HTMLElement element) {
    Playground playground = new Playground(element);
    return (what, name, value, count, given) -> {
      switch (what) {
        case "connected" -> playground.connect();
        case "disconnected" -> playground.disconnect();
        case "attribute" -> playground.attributeChanged(name, value);
        case "call" -> playground.call(name, value == null ? "" : value, count, given);
        default -> {
          return playground.state();
        }
      }
      return "";
    };
  }

  @JSBody(
      params = {"name", "observed", "create"},
      script =
          "if (customElements.get(name)) { return; }"
              + "var controllers = new WeakMap();"
              + "var tell = function(element, what, name, value, count, given) {"
              + "  if (what != 'attribute' && !controllers.has(element)) {"
              + "    controllers.set(element, create(element));"
              + "  }"
              + "  var controller = controllers.get(element);"
              + "  return controller && controller(what, name, value, count, given);"
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
              // What was set before there was such a property.
              + "  if (Object.prototype.hasOwnProperty.call(this, 'state')) {"
              + "    var state = this.state; delete this.state; this.state = state;"
              + "  }"
              + "  tell(this, 'connected', '', null, 0, false);"
              + "};"
              + "prototype.disconnectedCallback = function() {"
              + "  tell(this, 'disconnected', '', null, 0, false);"
              + "};"
              + "prototype.attributeChangedCallback = function(name, old, value) {"
              + "  tell(this, 'attribute', name, value, 0, false);"
              + "};"
              + "Object.defineProperty(prototype, 'state', {"
              + "  configurable: true, enumerable: true,"
              + "  get: function() { return tell(this, 'state', '', null, 0, false); },"
              + "  set: function(state) {"
              + "    tell(this, 'state', '', null, 0, false);"
              + "    tell(this, 'attribute', 'state', state + '', 0, false);"
              + "  }"
              + "});"
              + "['undo', 'redo', 'train', 'search', 'pause', 'reset', 'step', 'stepBack',"
              + " 'exactSolution', 'show'].forEach(function(name) {"
              + "  prototype[name] = function(count) {"
              + "    tell(this, 'call', name, count + '', +count, count !== undefined);"
              + "  };"
              + "});"
              + "customElements.define(name, Playground);")
  private static native void define(String name, String[] observed, Factory create);
}
