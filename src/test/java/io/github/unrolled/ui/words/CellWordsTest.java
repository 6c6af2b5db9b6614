package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.LinearUnit;
import io.github.unrolled.insight.Arithmetic;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellWordsTest {
  private final CellWords words = new CellWords(new NumberFormat(new JvmDecimals()));
  private final LinearUnit playground = new LinearUnit();

  /** Two linear units, of which the second doubles the input. */
  private void twoUnits() {
    playground.dispatch(new Change.HiddenSizeChanged(2));
    Arithmetic places = new Arithmetic(playground.state().experiment().shape());
    for (int i = 0; i < playground.state().snapshot().parameters().size(); i++) {
      playground.dispatch(new Command.ParameterSet(i, 0));
    }
    playground.dispatch(
        new Command.ParameterSet(places.inputWeight(0), 1),
        new Command.ParameterSet(places.inputWeight(1), 2),
        new Command.ParameterSet(places.recurrentWeight(0, 0), 0.5),
        new Command.ParameterSet(places.recurrentWeight(0, 1), -0.25),
        new Command.ParameterSet(places.bias(0), 0.1));
  }

  private CellWords.Lines lines(int step, int strip, int unit) {
    playground.dispatch(new Change.StepChosen(step), new Command.UnitPointedAt(strip, unit));
    return words.ofPointed(playground.state(), 2);
  }

  private static List<String> texts(List<CellWords.Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.name().isEmpty() ? piece.text() : piece.text() + " " + piece.name())
        .toList();
  }

  @Test
  void aSumIsWrittenTermByTerm() {
    twoUnits();
    CellWords.Lines lines = lines(2, 0, 0);
    assertEquals("hidden state h, unit 1, step 2", lines.title());
    assertEquals("", lines.note());
    assertEquals(
        List.of(
            "a = 1.00 · 2.00 x",
            "+ 0.500 · 1.10 h₁",
            "+ (−0.250) · 2.00 h₂",
            "+ 0.100 b",
            "= 2.15"),
        texts(lines.sum()));
    assertEquals(List.of("h = a", "= 2.15"), texts(lines.result()));
    assertTrue(lines.result().get(1).isResult());
  }

  @Test
  void theFirstStepHasNoStateBefore() {
    twoUnits();
    assertEquals(" – the state before counts as 0", lines(1, 0, 0).note());
    playground.dispatch(new Change.MemorySwitched(false));
    assertEquals(" – memory is off: the state before counts as 0", lines(2, 0, 0).note());
  }

  @Test
  void theFirstStepStartsFromAStartState() {
    twoUnits();
    playground.dispatch(new Change.StartStateSet(1, -2));
    CellWords.Lines lines = lines(1, 0, 0);
    assertEquals("", lines.note());
    assertEquals(
        List.of(
            "a = 1.00 · 1.00 x",
            "+ 0.500 · 0.00 h₁",
            "+ (−0.250) · (−2.00) h₂",
            "+ 0.100 b",
            "= 1.60"),
        texts(lines.sum()));
    playground.dispatch(new Change.MemorySwitched(false));
    assertEquals(" – memory is off: the state before counts as 0", lines(1, 0, 0).note());
    assertEquals(List.of("a = 1.00 · 1.00 x", "+ 0.100 b", "= 1.10"), texts(lines(1, 0, 0).sum()));
  }

  @Test
  void aGruMixesItsStartStateIn() {
    playground.dispatch(new Change.CellChosen(CellType.GRU), new Change.StartStateSet(0, 0.5));
    for (int i = 0; i < playground.state().snapshot().parameters().size(); i++) {
      playground.dispatch(new Command.ParameterSet(i, 0));
    }
    assertEquals(
        List.of("h = (1 − 0.500) · 0.00", "+ 0.500 · 0.500", "= 0.250"),
        texts(lines(1, 0, 0).result()));
  }

  @Test
  void withoutACellThereIsAHint() {
    twoUnits();
    CellWords.Lines elman = lines(0, 0, 0);
    assertEquals("", elman.title());
    assertTrue(elman.note().endsWith("Up and Down change the unit."), elman.note());
    playground.dispatch(new Change.CellChosen(CellType.GRU));
    assertTrue(lines(1, 0, -1).note().endsWith("Page Down the strip."));
  }

  @Test
  void gatesOfNothingMixNothing() {
    playground.dispatch(new Change.CellChosen(CellType.LSTM), new Change.HiddenSizeChanged(2));
    for (int i = 0; i < playground.state().snapshot().parameters().size(); i++) {
      playground.dispatch(new Command.ParameterSet(i, 0));
    }
    assertEquals(List.of("h = 0.500 · tanh(0.00)", "= 0.00"), texts(lines(2, 0, 1).result()));
    assertEquals(
        List.of("c = 0.500 · 0.00", "+ 0.500 · 0.00", "= 0.00"), texts(lines(2, 5, 1).result()));
    assertEquals(List.of("i = σ(0.00)", "= 0.500"), texts(lines(2, 1, 1).result()));
  }
}
