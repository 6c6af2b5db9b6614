package io.github.unrolled.ui.kit;

import io.github.unrolled.math.Decimals;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/** The browser functions that the page needs and no library offers. */
public final class Browser {

  private Browser() {}

  /** A callback without arguments. */
  @JSFunctor
  public interface Callback extends JSObject {
    /** The call. */
    void call();
  }

  /** Milliseconds since the page was opened, never going back. */
  @JSBody(script = "return performance.now();")
  public static native double now();

  /** Calls back before the next picture is drawn. */
  @JSBody(params = "callback", script = "requestAnimationFrame(function() { callback(); });")
  public static native void requestFrame(Callback callback);

  /** Device pixels per CSS pixel. */
  @JSBody(script = "return devicePixelRatio || 1;")
  public static native double pixelRatio();

  /**
   * Returns colours of an element in the document as #rrggbb, whatever their notation.
   *
   * @param names custom properties
   */
  @JSBody(
      params = {"element", "names"},
      script =
          "var style = getComputedStyle(element);"
              + "return names.map(function(name) {"
              + "  var color = style.getPropertyValue(name).trim();"
              + "  if (/^#[0-9a-f]{6}$/.test(color)) { return color; }"
              + "  var context = document.createElement('canvas').getContext('2d',"
              + "    {willReadFrequently: true});"
              + "  context.fillStyle = color;"
              + "  context.fillRect(0, 0, 1, 1);"
              + "  var d = context.getImageData(0, 0, 1, 1).data;"
              + "  return '#'"
              + "    + (16777216 + 65536 * d[0] + 256 * d[1] + d[2]).toString(16).slice(1);"
              + "});")
  public static native String[] colors(HTMLElement element, String[] names);

  /** Sets a CSS property of an element; the page forbids the style attribute itself. */
  @JSBody(
      params = {"element", "name", "value"},
      script = "element.style.setProperty(name, value);")
  public static native void setStyle(HTMLElement element, String name, String value);

  /** The bundle's style sheet. */
  @JSBody(script = "return playgroundCss();")
  public static native String css();

  /** Attaches an open shadow root with a style sheet to a host. */
  @JSBody(
      params = {"host", "css"},
      script =
          "var root = host.shadowRoot || host.attachShadow({mode: 'open'});"
              + "var sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
              + "root.adoptedStyleSheets = [sheet]; return root;")
  public static native Node styledShadowRoot(HTMLElement host, String css);

  /** Stores a text in the browser, if the browser allows it. */
  @JSBody(
      params = {"key", "text"},
      script = "try { localStorage.setItem(key, text); } catch (refused) {}")
  public static native void remember(String key, String text);

  /** Stores a text for a reload of this page in the same tab. */
  @JSBody(
      params = {"key", "text"},
      script = "try { sessionStorage.setItem(key, text); } catch (refused) {}")
  public static native void leaveForReload(String key, String text);

  /** The text stored for a reload, if the page has just been reloaded; else null. */
  @JSBody(
      params = "key",
      script =
          "try {"
              + "  return performance.getEntriesByType('navigation')[0].type == 'reload'"
              + "    ? sessionStorage.getItem(key) : null;"
              + "} catch (refused) { return null; }")
  public static native @Nullable String leftForReload(String key);

  /** The text stored in the browser, or null. */
  @JSBody(
      params = "key",
      script = "try { return localStorage.getItem(key); } catch (refused) { return null; }")
  public static native @Nullable String recall(String key);

  /** Whether the target of an event is a text field. */
  @JSBody(
      params = "event",
      script = "return event.target.matches('textarea, input:not([type]), [type=text]');")
  public static native boolean isTyping(Event event);

  /** Refocuses the text field that an event targets, so that it shows the current number. */
  @JSBody(
      params = "event",
      script =
          "var field = event.target;"
              + "if (field.matches('[type=text]')) { field.blur(); field.focus(); }")
  public static native void refocus(Event event);

  /** The element with the focus among those that share a root with another; null for none. */
  @JSBody(params = "element", script = "return element.getRootNode().activeElement;")
  public static native @Nullable HTMLElement focusedBeside(HTMLElement element);

  /** Moves the focus without scrolling the page. */
  @JSBody(params = "element", script = "element.focus({preventScroll: true});")
  public static native void focusQuietly(HTMLElement element);

  /** Whether the target of an event is in a dialog. */
  @JSBody(params = "event", script = "return !!event.target.closest('dialog');")
  public static native boolean isInDialog(Event event);

  /** The fragment of the page's address with its hash sign; empty if there is none. */
  @JSBody(script = "return location.hash;")
  public static native String fragment();

  /** The id that the page's address names; empty if it names none. */
  @JSBody(
      script =
          "try { var id = decodeURIComponent(location.hash.slice(1));"
              + "  return id.indexOf('=') < 0 ? id : ''; } catch (malformed) { return ''; }")
  public static native String fragmentId();

  /** The page's address without its fragment. */
  @JSBody(script = "return location.href.split('#')[0];")
  public static native String address();

  /** Where the bundle was loaded from, without its file name; empty if it is part of the page. */
  @JSBody(script = "return playgroundHome;")
  public static native String home();

  /** Changes the fragment without adding to the history, if the browser allows it. */
  @JSBody(
      params = "fragment",
      script =
          "try { history.replaceState(history.state, '', '#' + fragment); } catch (refused) {}")
  public static native void replaceFragment(String fragment);

  /** The window, as an event target. */
  @JSBody(script = "return window;")
  public static native EventTarget window();

  /** Calls back once, after a delay in milliseconds. */
  @JSBody(
      params = {"milliseconds", "callback"},
      script = "setTimeout(function() { callback(); }, milliseconds);")
  public static native void later(double milliseconds, Callback callback);

  /** Saves a file to the reader's machine. */
  @JSBody(
      params = {"blob", "fileName"},
      script =
          "var link = document.createElement('a');"
              + "link.href = URL.createObjectURL(blob);"
              + "link.download = fileName;"
              + "link.click();"
              + "setTimeout(function() { URL.revokeObjectURL(link.href); }, 60000);")
  public static native void save(JSObject blob, String fileName);

  /** The content of a UTF-8 text file. */
  @JSBody(
      params = {"text", "type"},
      script = "return new Blob([text], {type: type + ';charset=utf-8'});")
  public static native JSObject blob(String text, String type);

  /**
   * The fields of a JSON object, names and texts alternating, as {@code share.ExperimentFile} reads
   * them; null if the text is not a JSON object.
   */
  @JSBody(
      params = "json",
      script =
          "var text = function(value) {"
              + "  return Array.isArray(value) ? value.map(function(element) {"
              + "    return Array.isArray(element) ? '' : text(element);"
              + "  }).join(',')"
              + "  : Object.is(value, -0) ? '-0'"
              + "  : value === null || typeof value === 'object' ? '' : '' + value;"
              + "};"
              + "try {"
              + "  var read = JSON.parse(json);"
              + "  if (!read || typeof read !== 'object' || Array.isArray(read)) { return null; }"
              + "  var fields = [];"
              + "  Object.keys(read).slice(0, 99).forEach(function(name) { fields.push(name, text(read[name])); });"
              + "  return fields;"
              + "} catch (malformed) { return null; }")
  public static native String @Nullable [] jsonFields(String json);

  /** Writes a warning for the author of the page. */
  @JSBody(params = "text", script = "console.warn(text);")
  public static native void warn(String text);

  /** Creates a media query. */
  @JSBody(params = "query", script = "return matchMedia(query);")
  public static native MediaQuery media(String query);

  /** A media query. */
  public abstract static class MediaQuery implements JSObject, EventTarget {
    private MediaQuery() {}

    /** Whether the query matches now. */
    @JSProperty("matches")
    public abstract boolean matches();
  }

  /** Calls back once at first and after each change of an element's size, until disconnected. */
  @JSBody(
      params = {"element", "callback"},
      script =
          "var observer = new ResizeObserver(function() { callback(); });"
              + "observer.observe(element); return observer;")
  public static native Observer observeSize(HTMLElement element, Callback callback);

  /** A callback that is told whether something holds. */
  @JSFunctor
  public interface FlagCallback extends JSObject {
    /** The call. */
    void call(boolean holds);
  }

  /** Calls back once at first and whenever an element comes into view or leaves it. */
  @JSBody(
      params = {"element", "callback"},
      script =
          "var observer = new IntersectionObserver(function(entries) {"
              + "  callback(entries[entries.length - 1].isIntersecting);"
              + "}, {rootMargin: '64px'});"
              + "observer.observe(element); return observer;")
  public static native Observer observeSight(HTMLElement element, FlagCallback callback);

  /** Watches an element. */
  public abstract static class Observer implements JSObject {
    private Observer() {}

    /** Stops watching. */
    public abstract void disconnect();
  }

  /** A file from the reader's machine. */
  public abstract static class LocalFile implements JSObject {
    private LocalFile() {}

    /** The file's name, without folders. */
    @JSProperty("name")
    public abstract String name();

    /** The file's length in bytes. */
    @JSProperty("size")
    public abstract double size();
  }

  /** A callback that takes a text, or null if there is none. */
  @JSFunctor
  public interface TextCallback extends JSObject {
    /** The call. */
    void call(@Nullable String text);
  }

  /** The first file chosen in a file input. */
  @JSBody(params = "input", script = "return input.files[0] || null;")
  public static native @Nullable LocalFile chosenFile(HTMLElement input);

  /** The first file of a drop. */
  @JSBody(
      params = "drop",
      script = "return drop.dataTransfer && drop.dataTransfer.files[0] || null;")
  public static native @Nullable LocalFile droppedFile(Event drop);

  /** Whether a drag carries files. */
  @JSBody(
      params = "drag",
      script = "return !!drag.dataTransfer && drag.dataTransfer.types.indexOf('Files') >= 0;")
  public static native boolean dragsFile(Event drag);

  /** Whether a drag leaves an element only for a part of it. */
  @JSBody(
      params = {"leave", "element"},
      script = "return element.contains(leave.relatedTarget);")
  public static native boolean isInside(Event leave, HTMLElement element);

  /** Whether the target of an event is an element or in it. */
  @JSBody(
      params = {"event", "element"},
      script = "return element.contains(event.target);")
  public static native boolean isTargetIn(Event event, HTMLElement element);

  /** Reads a file as UTF-8 text and passes the text to a callback. */
  @JSBody(
      params = {"file", "callback"},
      script =
          "file.text().then(function(text) { callback(text); }, function() { callback(null); });")
  public static native void readText(LocalFile file, TextCallback callback);

  /** The engine's own reading and printing of doubles. */
  public static final class EngineDecimals implements Decimals {
    @Override
    public String fixed(double v, int digits) {
      return toFixed(v, digits);
    }

    @Override
    public String exponential(double v, int digits) {
      return toExponential(v, digits);
    }

    @Override
    public String shortest(double v) {
      return toText(v);
    }

    @Override
    public double parse(String text) {
      return toNumber(text);
    }

    @JSBody(
        params = {"v", "digits"},
        script = "return v.toFixed(digits);")
    private static native String toFixed(double v, int digits);

    @JSBody(
        params = {"v", "digits"},
        script = "return v.toExponential(digits);")
    private static native String toExponential(double v, int digits);

    @JSBody(params = "v", script = "return '' + v;")
    private static native String toText(double v);

    @JSBody(params = "text", script = "return +text;")
    private static native double toNumber(String text);
  }
}
