package io.github.unrolled.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.ui.chart.LineMarks;
import io.github.unrolled.ui.chart.LogScale;
import io.github.unrolled.ui.chart.Tables;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.view.Seen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossLinesTest {
  private static final double NOWHERE = Double.NaN;
  private static final Palette COLORS =
      new Palette(
          "#ffffff", "#000000", "#444444", "#cccccc", "#0000ff", "#ff0000", "#eeeeee", "#00ff00",
          "#008800", "#880000", "#000088");

  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});
  private final Seen seen = new Seen();
  private final LossLines lines =
      new LossLines(
          new LogScale(LossLines.FLOOR, Math::log10), new NumberFormat(new JvmDecimals()));

  private boolean take() {
    seen.take(store.state(), COLORS);
    return lines.take(store.state(), seen);
  }

  private boolean after(Event event) {
    store.dispatch(event);
    return take();
  }

  @BeforeEach
  void start() {
    take();
  }

  private static LineMarks.Dot trained(LineMarks marks) {
    return marks.dots().get(0);
  }

  @Test
  void readsTheLossOfTheLastEpochUpToTheWorkPointedAt() {
    double first = lines.bpttLoss(NOWHERE);
    assertTrue(after(new Command.EpochsRequested(4)));
    assertEquals(store.state().snapshot().loss(), lines.bpttLoss(NOWHERE));
    assertEquals(12, lines.bpttWork(NOWHERE));
    assertEquals(first, lines.bpttLoss(2.9));
    assertEquals(6, lines.bpttWork(8.5));
    assertTrue(Double.isNaN(lines.searchLoss(NOWHERE)));
  }

  @Test
  void marksWhatIsPointedAt() {
    after(new Command.EpochsRequested(4));
    assertEquals(LineMarks.Dot.NONE, trained(lines.marks(NOWHERE)));
    LineMarks marks = lines.marks(8.5);
    assertTrue(Double.isNaN(marks.present()));
    assertEquals(6, trained(marks).x());
    assertEquals(Math.log10(lines.bpttLoss(8.5)), trained(marks).y());
    assertEquals(LineMarks.Dot.NONE, marks.dots().get(1));
  }

  @Test
  void marksThePastThatIsShown() {
    after(new Command.EpochsRequested(4));
    after(new Command.EpochChosen(2));
    assertEquals(6, lines.marks(NOWHERE).present());
    assertEquals(6, trained(lines.marks(NOWHERE)).x());
    assertEquals(9, trained(lines.marks(9)).x());
    assertTrue(lines.words().contains("Shown is epoch 2, loss "));
  }

  @Test
  void nothingNewIsNothingToShow() {
    assertTrue(after(new Command.EpochsRequested(4)));
    Object picture = lines.picture();
    assertFalse(take());
    assertFalse(after(new Command.StepPointedAt(3)));
    assertSame(picture, lines.picture());
  }

  @Test
  void aKeptRunIsAColumn() {
    after(new Command.EpochsRequested(4));
    Object table = lines.table();
    assertTrue(after(new Command.RunKept()));
    assertNotSame(table, lines.table());
    assertEquals(4, Tables.headers(lines).size());
    assertTrue(Tables.headers(lines).get(3).startsWith("tanh, rate "));
    String[] last = Tables.rows(lines).get(4);
    assertEquals("12", last[0]);
    assertEquals("–", last[2]);
    assertEquals(last[1], last[3]);
    assertTrue(lines.words().contains(" Ghost 1, "));
  }

  @Test
  void seedsAreShownWhenTheyAreDone() {
    after(new Command.SeedsRequested(100));
    assertFalse(lines.showsSeeds());
    while (frames.outstanding() > 0) {
      frames.draw(16);
      take();
    }
    assertTrue(lines.showsSeeds());
    assertTrue(lines.words().contains(" Of 20 seeds the median after 100 epochs is "));
    after(new Change.LearningRateChanged(0.02));
    assertFalse(lines.showsSeeds());
  }
}
