package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.github.unrolled.browser.Access;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed or pasted into a field, the page keeps its old value or takes the new one. */
class EntryIT extends PlaygroundTest {
  /** Neither a number for any field nor a list of three. */
  private static final List<String> NO_NUMBERS =
      List.of(
          "",
          " \t ",
          "abc",
          "1e400",
          "-1e400",
          "NaN",
          "Infinity",
          "--1",
          "1 2",
          "1.2.3",
          "0x10",
          "1e",
          "+",
          ".",
          "1_000",
          "١٢",
          "½",
          "1\u202e2",
          "\ud83d",
          "null",
          "__proto__",
          "<img src=x onerror=\"document.title = 'broken'\">",
          "${7*7}{{7*7}}",
          "9".repeat(10_000));

  @BeforeEach
  void openPage() {
    open(Access.FILE);
  }

  @Test
  void whatIsNoNumberIsRefusedAtItsField() {
    assertRefused("Hidden weight value", NO_NUMBERS, "0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "Hidden weight value, 2000000, 0.5",
    "Input weight value, -1000001, 1",
    "Output weight value, 1e7, 1",
    "Hidden bias value, 1e300, 0",
    "Output bias value, -1e300, 0",
    "Learning rate value, 0, 0.01",
    "Clipping limit, -5, 5",
    "Seed, 1.5, 1"
  })
  void whatIsOutOfRangeIsRefusedAtItsField(String name, String beyond, String kept) {
    assertRefused(name, List.of(beyond, "1e400", "", "none"), kept);
  }

  private void assertRefused(String name, List<String> texts, String kept) {
    Locator field = field(name);
    final String shown = field.inputValue();
    final double loss = exact("Loss");
    final double norm = exact("Gradient norm");
    for (String text : texts) {
      // All at once, like a paste; the next test types key by key.
      field.evaluate(
          """
          (field, text) => {
            field.focus();
            field.value = text;
            field.dispatchEvent(new Event('input', {bubbles: true}));
            field.dispatchEvent(new Event('change', {bubbles: true}));
          }
          """,
          text);
      String came = text.isBlank() ? "nothing" : "“";
      assertThat(field).hasAttribute("aria-invalid", "true");
      assertThat(field)
          .hasAccessibleDescription(
              Pattern.compile("^Expected .*, got " + came + ".*Still " + kept));
      assertEquals(loss, exact("Loss"), text);
      assertEquals(norm, exact("Gradient norm"), text);
      field.press("Escape");
      assertThat(field).not().hasAttribute("aria-invalid", "true");
      assertThat(field).hasAccessibleDescription("");
      assertThat(field).hasValue(kept);
    }
    field.blur();
    assertThat(field).hasValue(shown);
    assertEquals("Unrolled: a recurrent neural network you can take apart", page().title());
  }

  @Test
  void aRefusedTextStaysUntilItIsMended() {
    Locator field = field("Hidden weight value");
    field.focus();
    page().keyboard().type("0..7");
    page().keyboard().press("Enter");
    assertThat(page().getByText("got “0..7”")).isVisible();
    field("Seed").focus();
    assertThat(field).hasValue("0..7");
    assertThat(slider("Hidden weight")).hasValue("0.5");
    enter("Hidden weight value", "0.7");
    assertThat(field).not().hasAttribute("aria-invalid", "true");
    assertThat(slider("Hidden weight")).hasValue("0.7");
  }

  @Test
  void leavingAFieldTakesItsNumber() {
    field("Hidden weight value").fill("\u22120.25");
    field("Seed").focus();
    assertThat(slider("Hidden weight")).hasValue("-0.25");
    assertThat(field("Hidden weight value")).hasValue("\u22120.250");
  }

  @Test
  void numbersAreTakenAsPeopleWriteThem() {
    Map<String, Double> texts =
        Map.of("+1", 1.0, " 2 ", 2.0, ".5", 0.5, "3.", 3.0, "1E-2", 0.01, "\u22124e1", -40.0);
    texts.forEach(
        (text, value) -> {
          enter("Input weight value", text);
          assertEquals(value, weight("Input weight"), text);
        });
    enter("Input weight value", "-1000000");
    assertEquals(-1e6, weight("Input weight"));
    enter("Seed", "999999999");
    assertThat(field("Seed")).hasValue("999999999");
  }

  private Locator numbers() {
    return field("Your numbers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2.5,-3,4",
        "1 2.5 -3 4",
        "1;2.5;-3;4",
        "1\n2.5\r\n-3\n4",
        " 1, 2.5 ;\t-3\n\n4,\u00a0"
      })
  void ownNumbersAreSeparatedAsPeopleDo(String pasted) {
    choose("Custom");
    numbers().fill(pasted);
    assertThat(readout("Step")).hasText("0 / 3");
    assertThat(numbers()).not().hasAttribute("aria-invalid", "true");
    choose("Raw");
    Model model = new Model(new double[] {1, 2.5, -3, 4}, Model.Activation.TANH);
    assertEquals(model.loss(), exact("Loss"), 1e-12);
  }

  @Test
  void ownNumbersThatAreNoneLeaveTheLastGoodOnes() {
    choose("Custom");
    numbers().fill("1, 2, 4, 7");
    assertThat(readout("Step")).hasText("0 / 3");
    double loss = exact("Loss");
    Map<String, String> complaints =
        NO_NUMBERS.stream().collect(Collectors.toMap(text -> text, text -> "."));
    complaints.put("1, zwei, 3", "“zwei”, at position 2, is not a number");
    complaints.put("1, 2, 1e400", "Number 3, “1e400”, is too large");
    complaints.put("1, 2", "at least 3 numbers; there are 2");
    complaints.put("", "at least 3 numbers; there are none");
    complaints.put("1\u202e2, 3, 4", "is not a number");
    complaints.forEach(
        (text, complaint) -> {
          numbers().fill(text);
          assertThat(numbers()).hasAttribute("aria-invalid", "true");
          assertThat(numbers()).hasAccessibleDescription(Pattern.compile(complaint));
          assertThat(readout("Step")).hasText("0 / 3");
          assertEquals(loss, exact("Loss"));
        });
    numbers().fill("5 6 7");
    assertThat(numbers()).not().hasAttribute("aria-invalid", "true");
    assertThat(readout("Step")).hasText("0 / 2");
  }

  @Test
  void ownNumbersAreKeptWhileASequenceIsShown() {
    choose("Custom");
    numbers().fill("1, 2, 4, 7");
    choose("Sine");
    choose("Custom");
    assertThat(numbers()).hasValue("1, 2, 4, 7");
    assertThat(readout("Step")).hasText("0 / 3");
  }

  @Test
  void fiveHundredNumbersAreTakenAndOneMoreIsRefused() {
    choose("Custom");
    String most =
        IntStream.range(0, 500).mapToObj(i -> i % 7 + ".5").collect(Collectors.joining(" "));
    numbers().fill(most);
    assertThat(readout("Step")).hasText("0 / 499");
    button("1 epoch").click();
    slider("Hidden weight").press("ArrowRight");
    numbers().fill(most + " 1");
    assertThat(page().getByText("Expected at most 500 numbers")).isVisible();
    assertThat(readout("Step")).hasText("0 / 499");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e308 -1e308 1e308 -1e308",
        "1.7e308 1.7e308 1.7e308",
        "5e-324 0 5e-324 0",
        "0 0 0 0"
      })
  void extremeNumbersShowNoStrangeOnes(String extreme) {
    choose("Custom");
    numbers().fill(extreme);
    for (String scaling : List.of("Raw", "Normalized")) {
      choose(scaling);
      for (String activation : List.of("tanh", "linear")) {
        choose("Activation function", activation);
        button("Step forward").press("Enter");
        button("1 epoch").click();
        button("1 epoch").click();
        settle();
        String text = shownText();
        assertTrue(!text.contains("NaN") && !text.contains("Infinity"), text);
      }
    }
    button("Reset").first().click();
    assertArrayEquals(new double[] {1, 0.5, 1, 0, 0}, weights());
  }
}
