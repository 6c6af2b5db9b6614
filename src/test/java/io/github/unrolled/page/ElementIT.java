package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The element {@code <rnn-playground>} in somebody else's page: obedient, tidy, independent. */
class ElementIT extends PlaygroundTest {
  private static final String TWO =
      "<rnn-playground id=a></rnn-playground><rnn-playground id=b></rnn-playground>";

  private static final List<String> INVALID =
      List.of(
          "task=poem",
          "task=",
          "numbers=1,2",
          "numbers=1,x,3",
          "length=2",
          "length=61",
          "length=8.5",
          "scaling=log",
          "activation=step",
          "learning-rate=0",
          "learning-rate=fast",
          "clipping=on",
          "clip-limit=-1",
          "seed=-1",
          "seed=1e12",
          "speed=0",
          "hidden-weight=1e7",
          "hidden-weight=NaN",
          "input-weight=<b>",
          "step=-1",
          "step=0x3",
          "theme=pink");

  /** Opens somebody else's page that loads the bundle from the site. */
  private void embed(String head, String body) {
    host(head + "<script src=app.js defer></script>", body);
  }

  private Locator in(String id, AriaRole role, String name) {
    return page()
        .locator("#" + id)
        .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private Object run(String script) {
    return page().evaluate("() => {" + script + "}");
  }

  @Test
  void twoOnOnePageKnowNothingOfEachOther() {
    embed("", TWO);
    in("a", AriaRole.RADIO, "Sine").check();
    in("a", AriaRole.BUTTON, "Train (BPTT)").click();
    in("b", AriaRole.BUTTON, "Step forward").click();
    page().waitForCondition(() -> number(in("a", AriaRole.STATUS, "Epoch").innerText()) > 10);
    assertThat(in("b", AriaRole.STATUS, "Epoch")).hasText("0");
    assertThat(in("b", AriaRole.RADIO, "Fibonacci")).isChecked();
    assertThat(in("b", AriaRole.STATUS, "Step")).hasText("1 / 8");
    assertThat(in("a", AriaRole.STATUS, "Step")).hasText("0 / 16");
    assertThat(in("b", AriaRole.BUTTON, "Train (BPTT)")).hasAttribute("aria-pressed", "false");
  }

  @Test
  void removedItAsksForNoMoreFrames() {
    embed(
        "<script>window.asked = 0; const real = requestAnimationFrame;"
            + "requestAnimationFrame = f => { asked++; return real(f); };"
            + "window.pictures = async n => { while (n-- > 0) await new Promise(real); };</script>",
        TWO);
    run("a.train(); a.search();");
    page().waitForFunction("() => asked > 10");
    run("a.remove();");
    Object asked =
        page()
            .evaluate(
                "async () => { await pictures(2); asked = 0; await pictures(10); return asked; }");
    assertEquals(0, asked);
  }

  @Test
  void removedItIsFreed() {
    embed("", "<div id=box>" + TWO + "</div>");
    run("a.train(); b.train(50); window.gone = [new WeakRef(a), new WeakRef(b)];");
    in("b", AriaRole.BUTTON, "Step forward").click();
    in("b", AriaRole.SLIDER, "Hidden weight").press("ArrowRight");
    settle();
    run("box.replaceChildren();");
    CDPSession session = page().context().newCDPSession(page());
    page()
        .waitForCondition(
            () -> {
              frames(2);
              session.send("HeapProfiler.collectGarbage");
              return (Boolean) run("return gone.every(ref => !ref.deref());");
            });
  }

  @Test
  void addedAgainItKeepsItsExperimentAndIsPaused() {
    embed("", "<rnn-playground id=a task=sine></rnn-playground>");
    run("a.step(); a.step(); a.train(7); a.train();");
    run("window.kept = a; a.remove();");
    run("document.body.append(kept);");
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "false");
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    assertThat(readout("Step")).hasText("2 / 16");
    int epoch = epoch();
    assertTrue(epoch >= 7);
    button("1 epoch").click();
    assertThat(readout("Epoch")).hasText(Integer.toString(epoch + 1));
    assertThat(figure("Unrolled network")).hasCount(1);
  }

  @Test
  void attributesSetTheExperiment() {
    embed(
        "",
        "<rnn-playground task=sine length=12 scaling=raw activation=relu learning-rate=0.05"
            + " clipping=global-norm clip-limit=2 seed=77 speed=max input-weight=-1 hidden-weight=1.25"
            + " output-weight=2 hidden-bias=0.5 output-bias=-0.5 step=3></rnn-playground>");
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    assertThat(inSight(named(AriaRole.RADIO, "Raw"))).isChecked();
    assertThat(readout("Step")).hasText("3 / 12");
    assertThat(inSight(named(AriaRole.COMBOBOX, "Activation function"))).hasValue("ReLU");
    assertThat(inSight(named(AriaRole.COMBOBOX, "Gradient clipping"))).hasValue("Global norm");
    assertThat(field("Clipping limit")).hasValue("2.00");
    assertThat(field("Learning rate value")).hasValue("0.0500");
    assertThat(field("Seed")).hasValue("77");
    assertThat(slider("Speed")).hasAttribute("aria-valuetext", "as fast as it goes");
    assertEquals(List.of(-1.0, 1.25, 2.0, 0.5, -0.5), WEIGHTS.stream().map(this::weight).toList());
    page()
        .locator("rnn-playground")
        .evaluate("a => { a.setAttribute('numbers', '1 2 3'); a.setAttribute('task', 'custom'); }");
    assertThat(field("Your numbers")).hasValue("1, 2, 3");
    assertThat(readout("Step")).hasText("0 / 2");
  }

  @Test
  void methodsRunTheExperiment() {
    embed("", "<rnn-playground id=a></rnn-playground>");
    run("a.train(10);");
    assertThat(readout("Epoch")).hasText("10");
    run("a.step(); a.step(); a.stepBack();");
    assertThat(readout("Step")).hasText("1 / 8");
    run("a.search();");
    assertThat(button("Random search")).hasAttribute("aria-pressed", "true");
    run("a.train();");
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "true");
    run("a.pause();");
    assertThat(button("Random search")).hasAttribute("aria-pressed", "false");
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "false");
    run("a.reset();");
    assertThat(readout("Epoch")).hasText("0");
    assertThat(readout("Step")).hasText("0 / 8");
  }

  @Test
  void instructionsAreCarriedOutInOneStepOfUndoAndPutInWords() {
    List<String> warnings = new ArrayList<>();
    page().onConsoleMessage(message -> warnings.add(message.type() + " " + message.text()));
    embed("", "<rnn-playground id=a cell=gru hidden-units=3></rnn-playground>");
    run("a.train(3);");
    settle();
    final Object before = run("return a.state;");
    assertEquals(
        "Sine, 12 steps, Elman, 1 hidden unit, hidden weight −0.25, 20 epochs trained, step 4.",
        run(
            "return a.run(' fresh task=sine length=12\\n cell=elman hidden-units=1"
                + " hidden-weight=-0.25 train=20 step=4 ');"));
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    assertThat(readout("Step")).hasText("4 / 12");
    assertThat(readout("Epoch")).hasText("20");
    assertThat(button("Undo")).hasAttribute("title", "1 change to undo: Ctrl+Z or ⌘Z");
    run("a.undo();");
    assertEquals(before, run("return a.state;"));
    assertEquals(List.of(), warnings);
  }

  @Test
  void instructionsBringWhatTheyShowIntoSight() {
    page().setViewportSize(800, 500);
    embed("", "<rnn-playground id=a></rnn-playground>");
    assertEquals("Clipping opened.", run("return a.run('show=clipping');"));
    assertThat(figure("Clipping")).isInViewport();
    assertEquals("Timeline shown.", run("return a.run('show=timeline');"));
    assertThat(figure("Loss")).isInViewport();
    assertThat(figure("Clipping")).not().isInViewport();
  }

  @Test
  void whatIsNoInstructionIsNamedAndLeftOut() {
    List<String> warnings = new ArrayList<>();
    page().onConsoleMessage(message -> warnings.add(message.type() + " " + message.text()));
    embed("", "<rnn-playground id=a hidden-units=2></rnn-playground>");
    assertEquals(
        "Start values, one step on.",
        run("return a.run('hidden-weight=2 fresh dance step colour=red theme=dark train=no');"));
    assertEquals(
        List.of(
            "warning rnn-playground: dance is ignored",
            "warning rnn-playground: colour=red is ignored",
            "warning rnn-playground: theme=dark is ignored",
            "warning rnn-playground: train=no is ignored",
            "warning rnn-playground: hidden-weight=2 is ignored"),
        warnings);
    warnings.clear();
    assertEquals("", run("return a.run();"));
    run("a.train(0.5); a.show('me'); a.show();");
    assertEquals(
        List.of(
            "warning rnn-playground: undefined is ignored",
            "warning rnn-playground: train(0.5) is ignored",
            "warning rnn-playground: show(me) is ignored",
            "warning rnn-playground: show() is ignored"),
        warnings);
    assertThat(readout("Step")).hasText("1 / 8");
    assertThat(readout("Epoch")).hasText("0");
  }

  @Test
  void aFreshStartIsHowThePageOpensButForWhatIsOpen() {
    embed(
        "",
        "<rnn-playground id=a></rnn-playground>"
            + "<rnn-playground id=b task=parity cell=lstm optimizer=adam takeover=3 step=2 seed=8"
            + " instruments=clipping controls=run theme=dark></rnn-playground>");
    run("b.train(5); b.fresh();");
    assertThat(in("b", AriaRole.STATUS, "Step")).hasText("0 / 8");
    assertThat(in("b", AriaRole.FIGURE, "Clipping")).isVisible();
    assertThat(in("b", AriaRole.SLIDER, "Hidden weight")).isHidden();
    assertThat(page().locator("#b .playground")).hasAttribute("data-theme", "dark");
    run("b.run('instruments= controls=all'); b.setAttribute('theme', 'auto');");
    assertEquals(run("return a.state;"), run("return b.state;"));
  }

  @Test
  void anInvalidAttributeWarnsAndChangesNothing() {
    List<String> warnings = new ArrayList<>();
    page().onConsoleMessage(message -> warnings.add(message.type() + " " + message.text()));
    embed("", "<rnn-playground id=a></rnn-playground>");
    final String before = page().locator("#a").innerText();
    final double loss = exact("Loss");
    for (String attribute : INVALID) {
      String[] parts = attribute.split("=", 2);
      page().locator("#a").evaluate("(a, [name, value]) => a.setAttribute(name, value)", parts);
      settle();
      assertEquals(
          List.of("warning rnn-playground: " + parts[0] + "=\"" + parts[1] + "\" is ignored"),
          warnings);
      assertEquals(before, page().locator("#a").innerText(), attribute);
      assertEquals(loss, exact("Loss"), attribute);
      warnings.clear();
    }
  }

  @Test
  void aWeightThatTheNetworkDoesNotHaveIsReported() {
    List<String> warnings = new ArrayList<>();
    page().onConsoleMessage(message -> warnings.add(message.type() + " " + message.text()));
    embed("", "<rnn-playground id=a hidden-units=2></rnn-playground>");
    run("a.setAttribute('hidden-weight', '0.75');");
    assertEquals(List.of("warning rnn-playground: hidden-weight=\"0.75\" is ignored"), warnings);
    run("a.setAttribute('hidden-units', '1'); a.setAttribute('hidden-weight', '0.75');");
    assertEquals(1, warnings.size());
    assertThat(in("a", AriaRole.SLIDER, "Hidden weight")).hasValue("0.75");
  }

  @Test
  void theHostPageStaysAsItWas() {
    String inventory =
        "window.inventory = () => JSON.stringify([Object.getOwnPropertyNames(window).sort(),"
            + "document.styleSheets.length, document.adoptedStyleSheets.length,"
            + "[...document.querySelectorAll('html, head, body, head *, body *')]"
            + ".map(e => e.tagName + [...e.attributes].map(a => ' ' + a.name + '=' + a.value))]);";
    embed(
        "<style>p { color: red }</style><script>window.before = ''; window.pictures = 0;"
            + inventory
            + "</script>",
        TWO + "<p id=text>Text</p><script>before = inventory();</script>");
    in("a", AriaRole.BUTTON, "1 epoch").click();
    in("a", AriaRole.BUTTON, "Step forward").click();
    in("b", AriaRole.RADIO, "Custom").check();
    settle();
    assertEquals(
        JsonParser.parseString((String) run("return before;")),
        JsonParser.parseString((String) run("return inventory();")));
  }

  @Test
  void itWorksInANarrowSandboxedFrame() {
    embed(
        "",
        "<iframe src=index.html sandbox=allow-scripts width=320 height=600 title=Demo></iframe>");
    FrameLocator frame = page().frameLocator("iframe");
    Locator epoch = frame.getByRole(AriaRole.STATUS, role("Epoch"));
    frame.getByRole(AriaRole.BUTTON, role("1 epoch")).click();
    assertThat(epoch).hasText("1");
    frame.getByRole(AriaRole.BUTTON, role("Train (BPTT)")).click();
    page().waitForCondition(() -> number(epoch.innerText()) > 10);
    assertEquals(
        0,
        frame.locator("html").evaluate("html => Math.max(0, html.scrollWidth - html.clientWidth)"));
  }

  private static FrameLocator.GetByRoleOptions role(String name) {
    return new FrameLocator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static final String BOXES =
      """
      playground => [...playground.shadowRoot.querySelectorAll('.playground *')]
          .filter(element => element.checkVisibility())
          .map(element => {
            const box = element.getBoundingClientRect();
            const style = getComputedStyle(element);
            return [element.tagName + '.' + element.getAttribute('class'), ...[box.width, box.height].map(Math.round),
                style.color, style.textTransform, style.letterSpacing, style.cursor].join(' ');
          })
      """;

  @Test
  void theStylesOfTheHostStayOutside() {
    embed("<style>body { margin: 0 }</style>", "<rnn-playground id=a></rnn-playground>");
    settle();
    List<?> plain = (List<?>) page().locator("#a").evaluate(BOXES);
    page().unroute("**/host.html");
    embed(
        "<style>* { box-sizing: content-box; border: 3px solid red; padding: 9px; margin: 5px }"
            + "button, input, p, table, figure { all: unset; font: 60px fantasy !important }"
            + "body { font: italic small-caps 30px/3 fantasy; letter-spacing: 9px; word-spacing: 2em;"
            + " text-transform: uppercase; text-indent: 3em; text-align: center; white-space: pre;"
            + " color: red; cursor: wait; direction: rtl; list-style: square; font-weight: 900;"
            + " border-collapse: collapse; border-spacing: 20px; hyphens: auto; tab-size: 20;"
            + " word-break: break-all; text-shadow: 3px 3px red; margin: 0 !important;"
            + " padding: 0 !important; border: 0 !important }"
            + "html { margin: 0 !important; padding: 0 !important; border: 0 !important }"
            + "rnn-playground { margin: 0 !important; padding: 0 !important; border: 0 !important }"
            + "</style>",
        "<rnn-playground id=a></rnn-playground>");
    settle();
    List<?> hostile = (List<?>) page().locator("#a").evaluate(BOXES);
    assertIterableEquals(plain, hostile);
  }

  @Test
  void noRuleOfTheHostForAllElementsBreaksIt() {
    embed(
        "<style>* { all: unset !important; font-size: 90px !important }"
            + "#box { width: 320px !important; display: block !important }</style>",
        "<div id=box><rnn-playground id=a></rnn-playground></div>");
    settle();
    Object size =
        page()
            .locator("#a")
            .evaluate(
                """
                playground => {
                  const root = playground.shadowRoot.querySelector('.playground');
                  return getComputedStyle(playground).display + ' ' + root.clientWidth
                      + ' ' + getComputedStyle(root).fontSize
                      + ' ' + (root.scrollWidth <= root.clientWidth);
                }
                """);
    assertEquals("block 320 15px true", size);
    in("a", AriaRole.BUTTON, "Step forward").click();
    assertThat(in("a", AriaRole.STATUS, "Step")).hasText("1 / 8");
    assertThat(in("a", AriaRole.FIGURE, "Loss")).isVisible();
  }

  private static final String OVERHANGING =
      """
      playground => {
        const root = playground.shadowRoot.querySelector('.playground');
        const {left, right} = root.getBoundingClientRect();
        return [...root.querySelectorAll('*')].filter(element => {
          const box = element.getBoundingClientRect();
          let around = element.parentElement;
          while (around != root && getComputedStyle(around).overflowX == 'visible') {
            around = around.parentElement;
          }
          return element.checkVisibility({visibilityProperty: true}) && box.width > 1 && around == root
              && (box.left < left - 1 || box.right > right + 1);
        }).map(element => element.tagName + '.' + element.getAttribute('class'));
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all: unset !important; font-size: 90px !important",
        "all: unset !important",
        "font: 900 italic 60px/4 fantasy !important; letter-spacing: 1em !important;"
            + " position: relative !important; direction: rtl !important; white-space: pre !important;"
            + " text-indent: 4em !important; box-sizing: content-box !important",
        "display: none !important; float: right !important; min-width: 0 !important",
      })
  void threeInANarrowColumnOfAHostilePageStayThemselves(String rules) {
    embed(
        "<style>* { "
            + rules
            + " } html, body, p, #column { display: block !important;"
            + " margin: 0 !important; padding: 0 !important; border: 0 !important; float: none !important }"
            + "#column { width: 320px !important; overflow: hidden !important } p { font-size: 90px !important }"
            + "</style>",
        "<div id=column><p>One</p>"
            + "<rnn-playground id=a panels='unrolled equation' controls=run></rnn-playground>"
            + "<p>Two</p><rnn-playground id=b task=sine cell=lstm hidden-units=8 instruments='clipping"
            + " hidden-state-map gradient-through-time'></rnn-playground>"
            + "<p>Three</p><rnn-playground id=c state='v=1&task=echo&h=4'></rnn-playground></div>");
    settle();
    for (String id : List.of("a", "b", "c")) {
      Object size =
          page()
              .locator("#" + id)
              .evaluate(
                  """
                  playground => {
                    const root = playground.shadowRoot.querySelector('.playground');
                    const style = getComputedStyle(root);
                    return [getComputedStyle(playground).display, root.clientWidth, style.fontSize,
                        style.letterSpacing, root.scrollWidth <= root.clientWidth].join(' ');
                  }
                  """);
      assertEquals("block 320 15px normal true", size, id);
      assertEquals(List.of(), page().locator("#" + id).evaluate(OVERHANGING), id);
    }
    in("b", AriaRole.BUTTON, "Step forward").click();
    in("c", AriaRole.TAB, "Training").click();
    in("c", AriaRole.SLIDER, "Learning rate").press("ArrowRight");
    in("c", AriaRole.BUTTON, "1 epoch").click();
    in("a", AriaRole.BUTTON, "Train (BPTT)").click();
    page().waitForCondition(() -> number(in("a", AriaRole.STATUS, "Epoch").innerText()) > 5);
    assertThat(in("a", AriaRole.STATUS, "Step")).hasText("0 / 8");
    assertThat(in("b", AriaRole.STATUS, "Step")).hasText("1 / 16");
    assertThat(in("b", AriaRole.STATUS, "Epoch")).hasText("0");
    assertThat(in("c", AriaRole.STATUS, "Epoch")).hasText("1");
    assertThat(in("c", AriaRole.BUTTON, "Train (BPTT)")).hasAttribute("aria-pressed", "false");
    in("b", AriaRole.BUTTON, "More").click();
    in("b", AriaRole.BUTTON, "Share").click();
    assertThat(in("b", AriaRole.DIALOG, "Share")).isVisible();
    page().keyboard().press("Escape");
    assertThat(in("b", AriaRole.FIGURE, "Clipping")).isVisible();
    assertThat(in("a", AriaRole.FIGURE, "Loss")).isHidden();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "display: table-cell",
        "display: inline-block",
        "float: left",
        "position: absolute",
        "width: fit-content",
        "display: flex",
        "display: grid; grid-template-columns: auto 1fr",
        "width: 288px",
      })
  void inABoxThatAsksForItsWidthItHasOne(String style) {
    embed(
        "<style>body { margin: 0; width: 700px } #box { " + style + " }</style>",
        "<div id=box><div><rnn-playground id=a panels=prediction controls=run></rnn-playground></div>"
            + "</div>");
    settle();
    int width =
        ((Number) page().locator("#a").evaluate("playground => playground.offsetWidth")).intValue();
    assertTrue(width == 288 == style.contains("288") && width >= 288, style + ": " + width);
    assertEquals(List.of(), page().locator("#a").evaluate(OVERHANGING), style);
  }

  @Test
  void propertiesAndPartsOfTheHostThemeIt() {
    embed(
        "<style>rnn-playground { --rnn-paper: rebeccapurple; --rnn-accent: rgb(1 2 3);"
            + " --rnn-ink: hsl(0 0% 100%); --rnn-radius: 0px }"
            + "rnn-playground::part(toolbar) { border-top-width: 7px }"
            + "rnn-playground::part(button) { letter-spacing: 1px }"
            + "rnn-playground::part(panel-title) { color: rgb(9, 8, 7) }</style>",
        "<rnn-playground id=a></rnn-playground>");
    settle();
    String script =
        "(playground, [selector, name]) =>"
            + " getComputedStyle(playground.shadowRoot.querySelector(selector))[name]";
    for (String[] wanted :
        new String[][] {
          {".panel", "backgroundColor", "rgb(102, 51, 153)"},
          {".panel", "borderRadius", "0px"},
          {".button.primary", "backgroundColor", "rgb(1, 2, 3)"},
          {".header", "borderTopWidth", "7px"},
          {".button", "letterSpacing", "1px"},
          {".panel-title", "color", "rgb(9, 8, 7)"}
        }) {
      Object found = page().locator("#a").evaluate(script, new String[] {wanted[0], wanted[1]});
      assertEquals(wanted[2], found, wanted[0] + " " + wanted[1]);
    }
    Object pixel =
        in("a", AriaRole.FIGURE, "Prediction")
            .locator("canvas")
            .evaluate(
                """
                canvas => {
                  const {data} = canvas.getContext('2d')
                      .getImageData(0, 0, canvas.width, canvas.height);
                  for (let i = 0; i < data.length; i += 4) {
                    if (data[i + 3] == 255 && data[i] == 255 && data[i + 1] == 255) {
                      return true;
                    }
                  }
                  return false;
                }
                """);
    assertEquals(true, pixel, "drawn in the ink that was chosen");
  }

  @Test
  void removedAndAddedAgainItDoesNotGrow() {
    embed("", "<div id=box><rnn-playground id=a address remember></rnn-playground></div>");
    CDPSession session = page().context().newCDPSession(page());
    session.send("Performance.enable");
    run("window.kept = a; a.train(20);");
    // The first rounds fill the caches.
    double[] nodes = new double[2];
    double[] listeners = new double[2];
    for (int round = 0; round < 2; round++) {
      page()
          .evaluate(
              """
              async count => {
                for (let i = 0; i < count; i++) {
                  kept.remove();
                  box.append(kept);
                  if (i % 10 == 0) await new Promise(done => requestAnimationFrame(done));
                }
              }
              """,
              round == 0 ? 20 : 100);
      page().waitForTimeout(600);
      frames(3);
      session.send("HeapProfiler.collectGarbage");
      JsonArray metrics = session.send("Performance.getMetrics").getAsJsonArray("metrics");
      for (JsonElement metric : metrics) {
        JsonObject entry = metric.getAsJsonObject();
        double value = entry.get("value").getAsDouble();
        if (entry.get("name").getAsString().equals("Nodes")) {
          nodes[round] = value;
        } else if (entry.get("name").getAsString().equals("JSEventListeners")) {
          listeners[round] = value;
        }
      }
    }
    assertEquals(nodes[0], nodes[1], 0.02 * nodes[0]);
    assertEquals(listeners[0], listeners[1], 0.02 * listeners[0]);
    assertEquals("20", in("a", AriaRole.STATUS, "Epoch").innerText());
  }

  @Test
  void eventsTellTheHostWhatHappens() {
    embed("", "<rnn-playground id=a></rnn-playground>");
    settle();
    run(
        "window.told = [];"
            + "for (const type of ['change', 'step', 'epoch', 'diverged'])"
            + "  a.addEventListener(type, e => told.push([type, e.detail]));"
            + "document.addEventListener('change', () => told.push(['leak']));");
    in("a", AriaRole.BUTTON, "Step forward").click();
    settle();
    assertEquals("[[\"step\",{\"step\":1}]]", run("return JSON.stringify(told.splice(0));"));
    run("a.train(3);");
    settle();
    assertEquals(
        "[[\"epoch\",{\"epoch\":3,\"loss\":" + exact("Loss") + "}]]",
        run("return JSON.stringify(told.splice(0));"));
    in("a", AriaRole.RADIO, "Sine").check();
    settle();
    assertEquals(
        true, run("return told.some(([type, d]) => type == 'change' && d.state == a.state);"));
    assertEquals(false, run("return told.some(([type]) => type == 'leak');"));
    run(
        "told = []; for (const name of ['relu', 'tanh', 'linear']) a.setAttribute('activation', name);");
    settle();
    assertEquals("change", run("return told.map(([type]) => type).join();"));
    run("told = []; a.search();");
    page().waitForTimeout(300);
    run("a.pause();");
    settle();
    assertEquals("", run("return told.map(([type]) => type).join();"));
    run(
        "told = []; a.setAttribute('activation', 'linear'); a.setAttribute('clipping', 'off');"
            + "a.setAttribute('learning-rate', '90'); a.train(2000);");
    settle();
    assertEquals(
        1.0,
        ((Number)
                run(
                    "return told.filter(([type, d]) =>"
                        + " type == 'diverged' && d.step > 0 && d.message.includes('diverged')).length;"))
            .doubleValue());
  }

  @Test
  void theStateIsReadAndSetAsAProperty() {
    embed("", TWO + "<rnn-playground id=c state='v=1&task=latch' length=9></rnn-playground>");
    assertThat(in("c", AriaRole.RADIO, "Latch")).isChecked();
    assertThat(in("c", AriaRole.STATUS, "Step")).hasText("0 / 9");
    run("a.setAttribute('task', 'parity'); a.train(5); a.step(); b.state = a.state;");
    assertThat(in("b", AriaRole.RADIO, "Parity")).isChecked();
    assertThat(in("b", AriaRole.STATUS, "Epoch")).hasText("5");
    assertEquals(
        in("a", AriaRole.STATUS, "Loss").getAttribute("title"),
        in("b", AriaRole.STATUS, "Loss").getAttribute("title"));
    run("b.undo();");
    assertThat(in("b", AriaRole.RADIO, "Fibonacci")).isChecked();
    run("b.redo();");
    assertEquals(run("return a.state;"), run("return b.state;"));
    List<String> warnings = new ArrayList<>();
    page().onConsoleMessage(message -> warnings.add(message.text()));
    run("b.state = 'v=1&task=x&cell=gru';");
    assertEquals(List.of("rnn-playground: ignored in state: task"), warnings);
    assertThat(in("b", AriaRole.RADIO, "Fibonacci")).isChecked();
    warnings.clear();
    run("a.setAttribute('state', 'garbage');");
    assertEquals(List.of("rnn-playground: ignored in state: all of it"), warnings);
    assertThat(in("a", AriaRole.RADIO, "Parity")).isChecked();
  }

  @Test
  void aStateThatWasSetBeforeTheScriptCameIsTaken() {
    embed(
        "<script>addEventListener('DOMContentLoaded', () => a.state = 'v=1&task=latch', {once: true});"
            + "</script><script>document.addEventListener('readystatechange', () => {"
            + " if (!customElements.get('rnn-playground')) a.state = 'v=1&task=latch'; });</script>",
        "<rnn-playground id=a></rnn-playground>");
    assertThat(in("a", AriaRole.RADIO, "Latch")).isChecked();
    run("a.state = 'v=1&task=parity';");
    assertThat(in("a", AriaRole.RADIO, "Parity")).isChecked();
  }

  @Test
  void partsCanBeLeftOut() {
    embed(
        "",
        "<rnn-playground id=a controls='run' panels='unrolled'></rnn-playground>"
            + "<rnn-playground id=b controls='none' panels='loss'></rnn-playground>");
    assertThat(in("a", AriaRole.FIGURE, "Unrolled network")).isVisible();
    assertThat(in("a", AriaRole.FIGURE, "Loss")).isHidden();
    assertThat(in("a", AriaRole.SLIDER, "Hidden weight")).isHidden();
    assertThat(in("b", AriaRole.FIGURE, "Loss")).isVisible();
    assertThat(in("b", AriaRole.BUTTON, "Train (BPTT)")).isHidden();
    assertThat(in("b", AriaRole.STATUS, "Loss")).isVisible();
    run("b.setAttribute('panels', 'all'); b.train(4);");
    assertThat(in("b", AriaRole.FIGURE, "Prediction")).isVisible();
    assertThat(in("b", AriaRole.STATUS, "Epoch")).hasText("4");
  }
}
