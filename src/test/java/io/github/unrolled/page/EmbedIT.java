package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.options.AriaRole;
import io.github.unrolled.browser.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for frames, inside somebody else's page that adopts its height. */
class EmbedIT extends PlaygroundTest {
  private static final String FRAME =
      "<iframe id=f src=embed.html data-unrolled title=Demo width=900></iframe>";

  private static final String LISTENER = "<script src=embed-height.js defer></script>";

  private Frame frame(String id) {
    return Objects.requireNonNull(
        page().waitForSelector("#" + id).contentFrame(), "the frame " + id);
  }

  private FrameLocator content() {
    return page().frameLocator("#f");
  }

  private static int contentHeight(Frame frame) {
    return ((Number) frame.evaluate("Math.ceil(document.body.getBoundingClientRect().height)"))
        .intValue();
  }

  /** The height that the host gives the frame; 0 if none. */
  private int height() {
    String height = (String) page().locator("#f").evaluate("frame => frame.style.height");
    return height.isEmpty() ? 0 : Integer.parseInt(height.replace("px", ""));
  }

  /** Waits until the frame is as high as its content, which is well above 0. */
  private int settledHeight() {
    page().waitForCondition(() -> height() > 500 && height() == contentHeight(frame("f")));
    return height();
  }

  @Test
  void theHeightFollowsTheContent() {
    host("", FRAME + LISTENER);
    page().locator("#f").evaluate("frame => { frame.width = 700; }");
    int before = settledHeight();
    content()
        .getByRole(
            AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Clipping").setExact(true))
        .click();
    page().waitForCondition(() -> height() > before);
    int open = settledHeight();
    page().locator("#f").evaluate("frame => { frame.width = 340; }");
    page().waitForCondition(() -> height() > open + 300);
    int narrow = settledHeight();
    page().locator("#f").evaluate("frame => { frame.width = 700; }");
    page().waitForCondition(() -> height() < narrow);
    assertEquals(open, settledHeight());
  }

  @Test
  void theHeightRests() {
    host("<style>iframe { height: 200px }</style>", FRAME + LISTENER);
    int height = settledHeight();
    page()
        .evaluate(
            "() => { window.told = []; addEventListener('message', e => told.push(e.data)); }");
    for (int i = 0; i < 30; i++) {
      frames(1);
      assertEquals(height, height());
    }
    assertEquals(List.of(), page().evaluate("told"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"content-box", "border-box"})
  void bordersOfTheHostLeaveRoomForAll(String sizing) {
    host(
        "<style>iframe { box-sizing: " + sizing + "; border: 7px solid; padding: 3px }</style>",
        FRAME + LISTENER);
    Frame frame = frame("f");
    page()
        .waitForCondition(
            () -> height() > 500 && frame.evaluate("innerHeight").equals(contentHeight(frame)));
    assertEquals(0, frame.evaluate("document.documentElement.scrollHeight - innerHeight"));
  }

  @Test
  void aHostThatListensLateIsToldAgain() {
    host("", FRAME);
    assertThat(content().getByRole(AriaRole.STATUS).first()).isVisible();
    frames(30);
    assertEquals(0, height());
    page()
        .evaluate(
            """
            () => {
              const script = document.createElement('script');
              script.src = 'embed-height.js';
              document.body.append(script);
            }
            """);
    settledHeight();
  }

  @Test
  void malformedMessagesAreIgnored() {
    host("", FRAME + "<iframe id=other src=embed.html title=Other></iframe>" + LISTENER);
    final int height = settledHeight();
    Frame frame = frame("f");
    for (String data :
        List.of(
            "null",
            "undefined",
            "300",
            "'unrolled-height'",
            "['unrolled-height', 300]",
            "{}",
            "{type: 'unrolled-height'}",
            "{height: 300}",
            "{type: 'height', height: 300}",
            "{type: ['unrolled-height'], height: 300}",
            "{type: 'unrolled-height', height: '300'}",
            "{type: 'unrolled-height', height: '300px; background: red'}",
            "{type: 'unrolled-height', height: [300]}",
            "{type: 'unrolled-height', height: {valueOf: 300}}",
            "{type: 'unrolled-height', height: null}",
            "{type: 'unrolled-height', height: true}",
            "{type: 'unrolled-height', height: 300n}",
            "{type: 'unrolled-height', height: NaN}",
            "{type: 'unrolled-height', height: Infinity}",
            "{type: 'unrolled-height', height: -300}",
            "{type: 'unrolled-height', height: 0}",
            "{type: 'unrolled-height', height: 49}",
            "{type: 'unrolled-height', height: 20001}",
            "{type: 'unrolled-height', height: 300.5}",
            "{type: 'unrolled-height', height: 300, width: 300}",
            "Object.assign([], {type: 'unrolled-height', height: 300})",
            "Object.assign(new Map(), {type: 'unrolled-height', height: 300})",
            "new Map([['type', 'unrolled-height'], ['height', 300]])",
            "new Blob(['{\"type\": \"unrolled-height\", \"height\": 300}'])")) {
      frame.evaluate("() => parent.postMessage(" + data + ", '*')");
      frames(2);
      assertEquals(height, height(), data);
    }
    String right = "{type: 'unrolled-height', height: 300}";
    page().evaluate("() => postMessage(" + right + ", '*')");
    frame("other").evaluate("() => parent.postMessage(" + right + ", '*')");
    frames(2);
    assertEquals(height, height());
    assertEquals("", page().locator("#other").evaluate("frame => frame.style.height"));
    for (int bound : new int[] {50, 20000, 300}) {
      frame.evaluate("height => parent.postMessage({type: 'unrolled-height', height}, '*')", bound);
      page().waitForCondition(() -> height() == bound);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsFragmentIsTheExperiment(Access access) {
    open(access, "embed.html#v=1&task=sine&hidden-units=2");
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    assertThat(readout("Step")).hasText("0 / 16");
    page().evaluate("() => { location.hash = 'v=1&task=linear'; }");
    assertThat(inSight(named(AriaRole.RADIO, "Linear"))).isChecked();
  }

  @ParameterizedTest
  @EnumSource
  void aloneItIsThePlaygroundAndNothingElse(Access access) {
    List<String> console = new ArrayList<>();
    page().onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
    open(access, "embed.html");
    button("Step forward").click();
    assertThat(readout("Step")).hasText("1 / 8");
    assertEquals(
        page().viewportSize().width,
        page().locator("rnn-playground").evaluate("e => e.getBoundingClientRect().width"));
    assertAccessible();
    assertTrue(console.isEmpty(), console::toString);
  }
}
