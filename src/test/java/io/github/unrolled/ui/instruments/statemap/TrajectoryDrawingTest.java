package io.github.unrolled.ui.instruments.statemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellType;
import org.junit.jupiter.api.Test;

class TrajectoryDrawingTest {
  /** W_hh of the first unit on itself: it follows three input weights. */
  private static final int OWN_WEIGHT = 3;

  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});

  private TrajectoryDrawing drawingOf(CellType cell, int hiddenSize) {
    store.dispatch(new Change.CellChosen(cell));
    store.dispatch(new Change.HiddenSizeChanged(hiddenSize));
    store.dispatch(new Change.ActivationChosen(Activation.LINEAR));
    return new TrajectoryDrawing(store.state().experiment().shape(), store.state(), frames);
  }

  private void show(TrajectoryDrawing drawing, boolean anew) {
    State state = store.state();
    drawing.show(state, state.snapshot().parameters().toArray(), state.focusStep(), anew);
  }

  private static int finish(TrajectoryDrawing drawing) {
    int calls = 1;
    while (drawing.advance()) {
      calls++;
    }
    return calls;
  }

  @Test
  void saysNoSharesBeforeTheyAreComputed() {
    TrajectoryDrawing drawing = drawingOf(CellType.LSTM, 32);
    frames.setCostOfReading(3);
    show(drawing, true);
    assertTrue(drawing.advance(), "it is to take more than a frame");
    assertEquals("The components are being computed.", drawing.reading());
    assertEquals("", drawing.meaning());
    assertEquals("first principal component", drawing.acrossLabel());
    assertEquals(0, drawing.us.length);
    finish(drawing);
    assertEquals(store.state().problem().steps() + 1, drawing.us.length);
  }

  @Test
  void pointingAtAStepComputesNothingAnew() {
    TrajectoryDrawing drawing = drawingOf(CellType.LSTM, 32);
    show(drawing, true);
    finish(drawing);
    store.dispatch(new Command.StepPointedAt(3));
    frames.setCostOfReading(5);
    show(drawing, false);
    assertEquals(3, drawing.step);
    assertFalse(drawing.advance());
    store.dispatch(new Command.ParameterSet(OWN_WEIGHT, 0.7));
    show(drawing, false);
    assertTrue(drawing.advance());
  }

  @Test
  void statesThatOverflowLeaveNoOldPicture() {
    TrajectoryDrawing drawing = drawingOf(CellType.ELMAN, 3);
    store.dispatch(new Change.LengthChanged(60));
    show(drawing, true);
    finish(drawing);
    assertTrue(Double.isFinite(drawing.us[60]));
    store.dispatch(new Command.ParameterSet(OWN_WEIGHT, 1000));
    show(drawing, false);
    finish(drawing);
    assertEquals("The states overflow.", drawing.reading());
    for (int t = 0; t <= 60; t++) {
      assertTrue(Double.isNaN(drawing.us[t]) && Double.isNaN(drawing.vs[t]));
    }
    store.dispatch(new Command.ParameterSet(OWN_WEIGHT, 0.5));
    show(drawing, false);
    assertEquals("The components are being computed.", drawing.reading());
    finish(drawing);
    assertTrue(Double.isFinite(drawing.us[60]));
  }
}
