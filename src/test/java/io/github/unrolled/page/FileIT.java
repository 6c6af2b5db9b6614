package io.github.unrolled.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import io.github.unrolled.browser.Access;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Own numbers come from a file that is chosen or dropped, or the page says what is wrong with it.
 */
class FileIT extends PlaygroundTest {
  private static final String PRICES = "day;low;high\nMo;1,5;4\nTu;2,5;5\nWe;3,5;6\nTh;4,5;9\n";

  @BeforeEach
  void openPage() {
    open(Access.FILE);
  }

  private Locator numbers() {
    return field("Your numbers");
  }

  private Locator fileInput() {
    return page().getByLabel("Open a CSV or text file");
  }

  private Locator column() {
    return named(AriaRole.COMBOBOX, "Column");
  }

  private Locator panels() {
    return page().locator(".workspace").first();
  }

  private void openFile(String name, String text) {
    fileInput()
        .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
  }

  private void drop(String name, String text) {
    Map<String, Object> drag = Map.of("dataTransfer", dragged(name, text));
    Locator anywhere = page().locator(".history").first();
    anywhere.dispatchEvent("dragover", drag);
    anywhere.dispatchEvent("drop", drag);
  }

  private void assertSequence(double... sequence) {
    assertThat(readout("Step")).hasText("0 / " + (sequence.length - 1));
    choose("Raw");
    assertEquals(new Model(sequence, Model.Activation.TANH).loss(), exact("Loss"), 1e-12);
  }

  @Test
  void aChosenFileIsTakenAndItsOtherColumnsCanBePicked() {
    choose("Custom");
    openFile("prices.csv", PRICES);
    assertThat(numbers()).hasValue("1.5, 2.5, 3.5, 4.5");
    assertThat(page().getByText("prices.csv, column “low”: 4 values")).isVisible();
    assertSequence(1.5, 2.5, 3.5, 4.5);
    assertEquals(List.of("low", "high"), column().locator("option").allInnerTexts());
    assertAccessible();
    choose("Column", "high");
    assertThat(numbers()).hasValue("4, 5, 6, 9");
    assertThat(page().getByText("prices.csv, column “high”: 4 values")).isVisible();
    assertSequence(4, 5, 6, 9);
  }

  @Test
  void aPlainListHasNoColumnToPick() {
    choose("Custom");
    openFile("list.txt", "\ufeff3\r\n1\r\n4\r\n");
    assertThat(page().getByText("list.txt: 3 values")).isVisible();
    assertThat(column()).hasCount(0);
    assertSequence(3, 1, 4);
  }

  @Test
  void whatIsTypedTakesThePlaceOfTheFile() {
    choose("Custom");
    openFile("prices.csv", PRICES);
    assertThat(column()).isVisible();
    numbers().fill("7, 8, 9");
    assertThat(column()).hasCount(0);
    assertThat(page().getByText("prices.csv")).hasCount(0);
    assertSequence(7, 8, 9);
  }

  @Test
  void whatIsWrongIsSaidWithItsLineAndTheLastNumbersStay() {
    choose("Custom");
    numbers().fill("1, 2, 4, 7");
    openFile("bad.csv", "a,b\n1,5\nn/a,6\n3,7\n");
    String complaint = "bad.csv, column “a”: Line 3: “n/a” is not a number. The last good sequence";
    assertThat(page().getByText(complaint)).isVisible();
    assertThat(fileInput()).hasAttribute("aria-invalid", "true");
    assertThat(numbers()).hasValue("1, 2, 4, 7");
    assertSequence(1, 2, 4, 7);
    assertAccessible();
    choose("Column", "b");
    assertThat(page().getByText(complaint)).hasCount(0);
    assertThat(fileInput()).not().hasAttribute("aria-invalid", "true");
    assertSequence(5, 6, 7);
  }

  @Test
  void aMendedFileOfTheSameNameIsReadAgain() {
    choose("Custom");
    openFile("list.txt", "1\n2\nx");
    assertThat(page().getByText("Line 3: “x” is not a number.")).isVisible();
    openFile("list.txt", "1\n2\n3");
    assertThat(page().getByText("list.txt: 3 values")).isVisible();
    assertSequence(1, 2, 3);
  }

  @Test
  void tooLongAFileIsRefused() {
    choose("Custom");
    numbers().fill("1, 2, 4, 7");
    openFile("long.txt", "1\n".repeat(501));
    assertThat(page().getByText("Expected at most 500 numbers; there are 501.")).isVisible();
    openFile("large.txt", "1\n".repeat(500_001));
    assertThat(page().getByText("“large.txt”: expected at most 1 MB, got more.")).isVisible();
    openFile("just.txt", "1\n".repeat(500_000));
    assertThat(page().getByText("there are 500000.")).isVisible();
    assertSequence(1, 2, 4, 7);
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    choose("Custom");
    page().evaluate("() => { File.prototype.text = () => Promise.reject(new Error('gone')); }");
    openFile("gone.csv", "1,2,3");
    assertThat(page().getByText("“gone.csv” could not be read.")).isVisible();
  }

  @Test
  void aFileDroppedOnThePanelIsTakenWhateverIsChosen() {
    choose("Sine");
    drop("list.txt", "2 4 8 16");
    assertThat(inSight(named(AriaRole.RADIO, "Custom"))).isChecked();
    assertThat(numbers()).hasValue("2, 4, 8, 16");
    assertSequence(2, 4, 8, 16);
  }

  @Test
  void aBadFileDroppedLeavesTheSequenceThatIsChosen() {
    choose("Sine");
    drop("bad.txt", "2 4 eight 16");
    assertThat(page().getByText("bad.txt: Line 1: “eight” is not a number.")).isVisible();
    assertThat(inSight(named(AriaRole.RADIO, "Sine"))).isChecked();
    choose("Linear");
    assertThat(page().getByText("bad.txt")).isHidden();
  }

  @Test
  void thePanelIsMarkedWhileAFileIsOverIt() {
    Map<String, Object> drag = Map.of("dataTransfer", dragged("list.txt", "1 2 3"));
    Locator inside = panels().locator("h2").first();
    inside.dispatchEvent("dragover", drag);
    assertThat(panels()).hasCSS("outline-style", "dashed");
    panels().dispatchEvent("dragleave", drag);
    assertThat(panels()).not().hasCSS("outline-style", "dashed");
    inside.dispatchEvent("dragover", drag);
    inside.dispatchEvent("drop", drag);
    assertThat(panels()).not().hasCSS("outline-style", "dashed");
    // Dragged text, into the field for example, does not concern the panel.
    JSHandle text =
        page()
            .evaluateHandle(
                "() => { const d = new DataTransfer(); d.setData('a', 'b'); return d; }");
    panels().dispatchEvent("dragover", Map.of("dataTransfer", text));
    assertThat(panels()).not().hasCSS("outline-style", "dashed");
  }

  @Test
  void markupInAFileIsText() {
    choose("Custom");
    String markup = "<img src=x onerror=\"document.title = 'broken'\">";
    openFile(markup + ".csv", "a;\"" + markup.replace("\"", "\"\"") + "\"\n1;2\n2;3\n3;4\n");
    choose("Column", column().locator("option").nth(1).innerText());
    assertThat(numbers()).hasValue("2, 3, 4");
    assertThat(page().locator(".data img")).hasCount(0);
    openFile("x.csv", "1\n" + markup.replace(' ', '/') + "\n3\n4");
    assertThat(page().getByText("Line 2: “<img/src=x/onerror=")).isVisible();
    assertEquals("Unrolled: a recurrent neural network you can take apart", page().title());
  }

  @Test
  void theFileButtonIsReachedByKeyboardAndLargeEnough() {
    choose("Custom");
    numbers().focus();
    page().keyboard().press("Tab");
    assertThat(fileInput()).isFocused();
    Locator button = page().locator(".file").first();
    assertThat(button).hasCSS("outline-style", "solid");
    BoundingBox box = Objects.requireNonNull(button.boundingBox());
    assertTrue(box.width >= 24 && box.height >= 24, box.width + " by " + box.height);
    // A click on the input opens the browser's dialog, which a test cannot see reliably.
    fileInput()
        .evaluate(
            """
            (input) => {
              input.title = '';
              input.addEventListener('click', (event) => {
                event.preventDefault();
                input.title += 'opened ';
              });
            }
            """);
    page().keyboard().press("Enter");
    assertThat(fileInput()).hasAttribute("title", "opened ");
    button.click();
    assertThat(fileInput()).hasAttribute("title", "opened opened ");
    assertThat(fileInput()).not().hasAttribute("multiple", "");
    openFile("list.txt", "1 2 4");
    assertSequence(1, 2, 4);
  }
}
