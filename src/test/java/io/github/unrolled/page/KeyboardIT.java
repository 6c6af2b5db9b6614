package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.unrolled.browser.Access;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole page works by keyboard, and the host page keeps its keys and its wheel. */
class KeyboardIT extends PlaygroundTest {
  /** Describes the element with the focus: its name, and why the focus on it could not be seen. */
  private static final String FOCUS =
      """
      () => {
        const root = document.querySelector('rnn-playground').shadowRoot;
        const element = root.activeElement;
        // What the host has put into a slot is the host's.
        if (!element) return document.activeElement === document.body ? null : ['', ''];
        const seen = element.closest('.tile:has(input), .state-field') ?? element;
        const style = getComputedStyle(seen);
        const box = element.getBoundingClientRect();
        const x = box.left + box.width / 2;
        const y = Math.max(box.top, 0) + (Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)) / 2;
        const top = root.elementFromPoint(x, y);
        const faults = [];
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('no outline');
        if (!top || !(seen.contains(top) || top.contains(element))) faults.push('covered by ' + top?.className);
        const name = element.getAttribute('aria-label') ?? element.innerText;
        const label = element.closest('label')?.innerText.split('\\n')[0] ?? '';
        return [name || label, faults.join(', ')];
      }
      """;

  private static final String REACHABLE =
      """
      playground => [...playground.shadowRoot.querySelectorAll(
            'button, input, select, textarea, summary, [tabindex]')]
          .filter(element => element.checkVisibility() && element.tabIndex >= 0)
          .filter(element => element.type !== 'radio' || element.checked).length
      """;

  @ParameterizedTest
  @ValueSource(strings = {"Tab", "Shift+Tab"})
  void theTabKeyReachesEveryControlInSight(String key) {
    // Scrolling is over when the focus is checked.
    page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    open(Access.FILE);
    button("Step forward").click();
    choose("Custom");
    settle();
    page()
        .evaluate("() => document.querySelector('rnn-playground').shadowRoot.activeElement.blur()");
    page().locator("h1").click();
    Set<String> reached = new LinkedHashSet<>();
    List<String> faults = new ArrayList<>();
    boolean inside = false;
    for (int i = 0; i < 200; i++) {
      page().keyboard().press(key);
      Object focus = page().evaluate(FOCUS);
      if (focus instanceof List<?> found) {
        inside = true;
        String name = found.get(0).toString();
        if (name.isEmpty()) {
          continue;
        }
        reached.add(reached.contains(name) ? name + " " + i : name);
        if (!found.get(1).toString().isEmpty()) {
          faults.add(name + ": " + found.get(1));
        }
      } else if (inside) {
        break;
      }
    }
    Object reachable = page().locator("rnn-playground").evaluate(REACHABLE);
    assertEquals(reachable, reached.size(), reached.toString());
    assertEquals(List.of(), faults);
    assertTrue(
        reached.containsAll(List.of("Hidden weight", "Hidden weight value", "Your numbers")));
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1024, 1440})
  void theTabKeyFollowsWhatIsSeen(int width) {
    page().setViewportSize(width, 900);
    open(Access.FILE);
    tab("Task").click();
    button("New weights").focus();
    List<String> panels = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      page().keyboard().press("Tab");
      Object panel =
          page()
              .evaluate(
                  """
                  () => document.querySelector('rnn-playground').shadowRoot
                      .activeElement?.closest('.panel')?.querySelector('h2').innerText ?? ''
                  """);
      if (!panel.equals("") && !panels.contains((String) panel)) {
        panels.add((String) panel);
      }
    }
    String network = "THE NETWORK, UNROLLED THROUGH TIME, ";
    String expected =
        switch (width) {
          case 360 -> network + "PREDICTION, SEQUENCE";
          case 768 -> network + "PREDICTION, LOSS, SEQUENCE";
          case 1024 -> "SEQUENCE, " + network + "WEIGHTS 5 parameters, PREDICTION, LOSS";
          default ->
              "SEQUENCE, "
                  + network
                  + "WEIGHTS 5 parameters, PREDICTION, LOSS, SEQUENCE PROCESSING HISTORY";
        };
    assertEquals(expected, String.join(", ", panels));
  }

  @Test
  void theFocusStaysWhenThePageIsMadeNarrow() {
    open(Access.FILE);
    slider("Hidden weight").focus();
    for (int width : new int[] {768, 1440, 360}) {
      page().setViewportSize(width, 900);
      settle();
      assertThat(slider("Hidden weight")).isFocused();
    }
  }

  @Test
  void anExperimentIsDoneWithoutAPointer() {
    open(Access.FILE);
    inSight(named(AriaRole.RADIO, "Fibonacci")).focus();
    page().keyboard().press("ArrowRight");
    assertThat(inSight(named(AriaRole.RADIO, "Linear"))).isChecked();
    inSight(named(AriaRole.COMBOBOX, "Activation function")).focus();
    page().keyboard().type("lin");
    assertThat(inSight(named(AriaRole.COMBOBOX, "Activation function"))).hasValue("linear");
    button("Train (BPTT)").focus();
    page().keyboard().press("Space");
    page().waitForCondition(() -> epoch() > 5);
    page().keyboard().press("Space");
    assertThat(button("Train (BPTT)")).hasAttribute("aria-pressed", "false");
    button("Step forward").focus();
    page().keyboard().press("Enter");
    assertThat(readout("Step")).hasText("1 / 8");
  }

  private Locator step(int step) {
    return named(AriaRole.GROUP, "Time steps").getByRole(AriaRole.BUTTON).nth(step - 1);
  }

  @Test
  void arrowKeysWalkTheStepsOfTheUnrolledNetwork() {
    open(Access.FILE);
    step(1).focus();
    page().keyboard().press("ArrowRight");
    page().keyboard().press("ArrowRight");
    assertThat(step(3)).isFocused();
    assertThat(step(3)).hasAccessibleName(Pattern.compile("^Step 3: input .*, expected "));
    page().keyboard().press("End");
    assertThat(step(8)).isFocused();
    page().keyboard().press("ArrowRight");
    assertThat(step(8)).isFocused();
    page().keyboard().press("ArrowLeft");
    assertThat(step(7)).isFocused();
    page().keyboard().press("Home");
    assertThat(step(1)).isFocused();
    page().keyboard().press("ArrowRight");
    page().keyboard().press("Enter");
    assertThat(readout("Step")).hasText("2 / 8");
    assertThat(step(2)).hasAttribute("aria-current", "step");
  }

  @Test
  void theStepWithTheFocusIsMarkedInTheOtherViews() {
    open(Access.FILE);
    step(1).focus();
    page().keyboard().press("End");
    assertThat(figure("Prediction")).containsText("t = 8");
    assertThat(named(AriaRole.GROUP, "Equation of the step")).containsText("h8");
    button("Reset").focus();
    assertThat(figure("Prediction")).not().containsText("t = 8");
  }

  @Test
  void aStepFarAwayIsScrolledIntoSight() {
    open(Access.FILE);
    slider("Length").press("End");
    step(1).focus();
    page().keyboard().press("End");
    assertThat(step(60)).isFocused();
    assertThat(step(60)).isInViewport();
  }

  @Test
  void keysOutsideThePlaygroundDoNothing() {
    open(Access.FILE);
    button("Step forward").click();
    page().locator("h1").click();
    settle();
    final String before = playgroundText();
    for (String key :
        List.of(
            "ArrowLeft",
            "ArrowRight",
            "ArrowUp",
            "ArrowDown",
            "Home",
            "End",
            "Enter",
            "Escape",
            "Space",
            "Delete",
            "Control+z",
            "Control+y",
            "a",
            "r",
            "s",
            "t",
            "n",
            "?",
            "1",
            "+")) {
      page().keyboard().press(key);
    }
    settle();
    assertEquals(before, playgroundText());
  }

  private String playgroundText() {
    return shownText();
  }

  @Test
  void keysWithoutAMeaningAreLeftToTheBrowser() {
    open(Access.FILE);
    Object taken =
        page()
            .locator("rnn-playground")
            .evaluate(
                """
                playground => ['a', 'Tab', 'Escape', 'F5', 'PageDown', ' ', '/', 'ArrowDown'].flatMap(key =>
                    [...playground.shadowRoot.querySelectorAll('button, input, select, summary')]
                        .filter(element => !element.dispatchEvent(new KeyboardEvent('keydown',
                            {key, bubbles: true, cancelable: true, composed: true})))
                        .map(element => key + ' ' + element.className))
                """);
    assertEquals(List.of(), taken);
  }

  @Test
  void theWheelScrollsThePageWhateverIsUnderIt() {
    page().setViewportSize(680, 640);
    open(Access.FILE, "embed.html");
    Object taken =
        page()
            .locator("rnn-playground")
            .evaluate(
                """
                playground => [...playground.shadowRoot.querySelectorAll('.playground *')]
                    .filter(element => !element.dispatchEvent(new WheelEvent('wheel',
                        {deltaY: 100, bubbles: true, cancelable: true, composed: true})))
                    .map(element => element.className)
                """);
    assertEquals(List.of(), taken);
    for (String name : List.of("Unrolled network", "Prediction", "Loss")) {
      page().evaluate("() => scrollTo(0, 0)");
      figure(name).hover();
      double before = scrolled();
      page().mouse().wheel(0, 50);
      page().waitForCondition(() -> scrolled() > before);
    }
    assertFalse(scrolled() == 0);
  }

  private double scrolled() {
    return ((Number) page().evaluate("() => scrollY")).doubleValue();
  }
}
