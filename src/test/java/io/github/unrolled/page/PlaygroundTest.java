package io.github.unrolled.page;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.github.unrolled.browser.Access;
import io.github.unrolled.browser.PageTest;
import java.util.List;

/** Base of the page's tests: finds controls by their names, and reads numbers in full. */
abstract class PlaygroundTest extends PageTest {
  /** The five numbers of the network, in the order of {@link Model}. */
  static final List<String> WEIGHTS =
      List.of("Input weight", "Hidden weight", "Output weight", "Hidden bias", "Output bias");

  /** Opens somebody else's page beside the site. */
  final void host(String head, String body) {
    String html =
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>"
            + "<link rel=icon href=data:,>"
            + head
            + "</head><body>"
            + body
            + "</body></html>";
    page()
        .route(
            "**/host.html",
            route ->
                route.fulfill(
                    new Route.FulfillOptions().setContentType("text/html").setBody(html)));
    page().navigate(base(Access.HTTP) + "host.html");
  }

  /** A file that is being dragged over the page. */
  final JSHandle dragged(String name, String text) {
    return page()
        .evaluateHandle(
            """
            ([name, text]) => {
              const dragged = new DataTransfer();
              dragged.items.add(new File([text], name));
              return dragged;
            }
            """,
            List.of(name, text));
  }

  final Locator button(String name) {
    return inSight(named(AriaRole.BUTTON, name));
  }

  final Locator slider(String name) {
    return inSight(named(AriaRole.SLIDER, name));
  }

  final Locator field(String name) {
    return inSight(named(AriaRole.TEXTBOX, name));
  }

  /** A handle of the guide, by its id. */
  final Locator handle(String id) {
    return inSight(page().locator("#" + id));
  }

  /** All that the playground shows, as text. */
  final String shownText() {
    return (String)
        playground().first().evaluate("p => p.shadowRoot.querySelector('.content').innerText");
  }

  final Locator tab(String name) {
    return named(AriaRole.TAB, name);
  }

  /**
   * Opens the tab that contains a control, as a reader would who looks for it; a control that is in
   * sight, or in none of the tabs, changes nothing.
   */
  final Locator inSight(Locator control) {
    if (control.count() > 0 && control.first().isVisible()) {
      return control;
    }
    Locator more = named(AriaRole.BUTTON, "More").first();
    if (control.count() > 0
        && more.isVisible()
        && (Boolean) control.first().evaluate("control => !!control.closest('.extras')")) {
      more.click();
      return control;
    }
    Locator tabs = page().getByRole(AriaRole.TAB);
    Locator selected = page().locator("[role=tab][aria-selected=true]").first();
    String before = tabs.count() == 0 ? "" : selected.innerText();
    for (Locator tab : tabs.all()) {
      tab.click();
      if (control.count() > 0 && control.first().isVisible()) {
        return control;
      }
    }
    if (!before.isEmpty()) {
      tab(before).first().click();
    }
    return control;
  }

  final Locator figure(String name) {
    return named(AriaRole.FIGURE, name);
  }

  /** A read-out: Step, Epoch, Loss or Gradient norm. */
  final Locator readout(String name) {
    return named(AriaRole.STATUS, name);
  }

  final Locator historyRows() {
    return named(AriaRole.TABLE, "Sequence processing history").locator("tbody tr");
  }

  /** Chooses a sequence or a scaling; the inputs themselves are invisible. */
  final void choose(String radio) {
    inSight(named(AriaRole.RADIO, radio)).check();
  }

  /** Chooses an option of a select. */
  final void choose(String select, String option) {
    inSight(named(AriaRole.COMBOBOX, select)).selectOption(option);
  }

  final Locator playground() {
    return page().locator("rnn-playground");
  }

  /** Sets an attribute of the playground. */
  final void set(String attribute, String value) {
    playground()
        .evaluate(
            "(playground, [name, value]) => playground.setAttribute(name, value)",
            List.of(attribute, value));
  }

  /** Trains for some epochs at once. */
  final void train(int epochs) {
    playground().evaluate("(playground, epochs) => playground.train(epochs)", epochs);
    settle();
  }

  /** Types into a field and presses Enter. */
  final void enter(String field, String text) {
    field(field).fill(text);
    field(field).press("Enter");
  }

  /** Waits until the page has drawn the effect of everything before. */
  final void settle() {
    frames(2);
  }

  /** Lets the page draw a number of frames. */
  final void frames(int count) {
    page()
        .evaluate(
            """
            async count => {
              for (let i = 0; i < count; i++) {
                await new Promise(done => requestAnimationFrame(done));
              }
            }
            """,
            count);
  }

  /** A read-out's number with all its digits. */
  final double exact(String readout) {
    return number(title(readout(readout)));
  }

  /** A weight, or another field's number, with all its digits. */
  final double weight(String name) {
    return number(title(field(name + " value")));
  }

  final double[] weights() {
    return WEIGHTS.stream().mapToDouble(this::weight).toArray();
  }

  final int epoch() {
    return (int) number(readout("Epoch").innerText());
  }

  private static String title(Locator element) {
    String title = element.getAttribute("title");
    return title == null ? "" : title;
  }

  /** Reads a number as the page writes it: a true minus, groups of three digits. */
  static double number(String shown) {
    return Double.parseDouble(shown.replace('\u2212', '-').replace("\u202f", "").strip());
  }
}
