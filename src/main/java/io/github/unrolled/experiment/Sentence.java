package io.github.unrolled.experiment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The effect of instructions as a sentence: {@code Start values, hidden weight 0, step 2.} */
public final class Sentence {
  /** Most weights that are listed; more are only counted. */
  private static final int MOST_WEIGHTS = 2;

  private final List<Instruction> done;
  private boolean hasTask;
  private boolean hasNumbers;
  private boolean hasTrainSteps;

  /** The number of time steps set; 0 if none was. */
  private int length;

  private int weights;

  private Sentence(List<Instruction> done) {
    this.done = done;
    for (Instruction instruction : done) {
      Event event = instruction.event();
      hasTask |= event instanceof Change.TaskChosen;
      hasNumbers |= event instanceof Change.OwnNumbersEntered;
      hasTrainSteps |= event instanceof Change.TrainStepsChanged;
      length = event instanceof Change.LengthChanged changed ? changed.steps() : length;
      weights += event instanceof Command.ScalarParameterSet ? 1 : 0;
    }
  }

  /** Describes the instructions carried out, in order; empty if there were none. */
  public static String of(List<Instruction> done) {
    return new Sentence(done).text();
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    Experiment settings = Experiment.initial();
    // Whether all instructions since a fresh start only set what the experiment starts with.
    boolean atStart = false;
    for (Instruction instruction : done) {
      Event event = instruction.event();
      if (event instanceof Command.StartedAnew) {
        settings = Experiment.initial();
        atStart = true;
      } else if (!isSetting(event)) {
        atStart = false;
      }
      Experiment next = after(event, settings);
      // A task brings its own network, so even start values must then be mentioned.
      boolean saidByFresh = atStart && !hasTask && isSetting(event) && next.equals(settings);
      settings = next;
      if (!saidByFresh && !saidByAnother(event)) {
        parts.add(words(instruction));
      }
    }
    if (weights > MOST_WEIGHTS) {
      parts.add(weights + " weights set");
    }
    return parts.isEmpty() ? "" : withCapital(String.join(", ", parts)) + ".";
  }

  private static boolean isSetting(@Nullable Event event) {
    return event instanceof Change || event instanceof Command.ScalarParameterSet;
  }

  private static Experiment after(@Nullable Event event, Experiment settings) {
    if (event instanceof Change change) {
      return change.applyTo(settings);
    }
    return event instanceof Command.ScalarParameterSet set && settings.shape().isScalar()
        ? settings.withStartParameters(
            settings.start().parameters().with(set.parameter().index(), set.value()))
        : settings;
  }

  private boolean saidByAnother(@Nullable Event event) {
    return (hasTask && event instanceof Command.StartedAnew)
        || (hasNumbers && event instanceof Change.TaskChosen)
        || (hasTrainSteps && event instanceof Change.LengthChanged)
        || (weights > MOST_WEIGHTS && event instanceof Command.ScalarParameterSet);
  }

  private String words(Instruction instruction) {
    return instruction.event() instanceof Change.TrainStepsChanged changed && length > 0
        ? "train on " + changed.steps() + " of " + length + " steps"
        : instruction.words();
  }

  private static String withCapital(String text) {
    char first = text.charAt(0);
    boolean isSmall = first >= 'a' && first <= 'z';
    return isSmall ? (char) (first - 'a' + 'A') + text.substring(1) : text;
  }
}
