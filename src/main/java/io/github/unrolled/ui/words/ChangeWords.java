package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.nn.ScalarParameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short announcements of what an action changed. */
public final class ChangeWords {
  private final NumberFormat numbers;
  private final GhostWords ghosts;

  /** Makes sentences with numbers in a given format. */
  public ChangeWords(NumberFormat numbers) {
    this.numbers = numbers;
    ghosts = new GhostWords(numbers);
  }

  /**
   * Says what is new in a state; what {@link #isByHand} is said later, by {@link #afterwards}.
   *
   * @return empty to clear the last announcement, null to leave it
   */
  public @Nullable String of(State before, State now) {
    List<Ghost> kept = now.compared().ghosts();
    List<Ghost> keptBefore = before.compared().ghosts();
    if (now.run().number() != before.run().number()) {
      return "";
    }
    if (kept.size() > 0 && kept != keptBefore && kept.size() >= keptBefore.size()) {
      Ghost newest = kept.get(kept.size() - 1);
      return "Ghost " + newest.slot() + ": " + ghosts.name(newest) + ". Now " + epoch(now);
    }
    String opened = opened(before, now);
    if (!opened.isEmpty()) {
      return opened;
    }
    if (now.run().divergence() != null) {
      // The report is an alert of its own.
      return "";
    }
    if (now.activity().training() != before.activity().training()) {
      return now.activity().training()
          ? "Training"
          : "Training paused at " + epoch(now) + ", " + loss(now);
    }
    if (now.activity().searching() != before.activity().searching()) {
      return now.activity().searching()
          ? "Searching at random"
          : "Random search paused after " + numbers.integer(now.snapshot().tries()) + " tries";
    }
    if (now.experiment().cursor() != before.experiment().cursor()) {
      return step(now);
    }
    boolean trained = now.snapshot().epochs() != before.snapshot().epochs();
    if (trained && !now.isRunning()) {
      return epoch(now) + ", " + loss(now);
    }
    return isByHand(before, now) ? "" : null;
  }

  /**
   * Whether a change may be one of many while a hand moves something: a new run, or weights set
   * while nothing runs.
   */
  public boolean isByHand(State before, State now) {
    return now.run().number() != before.run().number()
        || (now.run().disturbance() != before.run().disturbance() && !now.isRunning());
  }

  /**
   * Says what came of changes by hand, once the hand rests.
   *
   * @param before the state before the first of them
   */
  public String afterwards(State before, State now) {
    if (now.run().number() != before.run().number()) {
      return "New run: " + epoch(now) + ", " + loss(now);
    }
    Numbers old = before.snapshot().parameters();
    Numbers present = now.snapshot().parameters();
    int changes = 0;
    int last = 0;
    for (int i = 0; i < present.size(); i++) {
      if (present.get(i) != old.get(i)) {
        changes++;
        last = i;
      }
    }
    String what =
        changes == 0
            ? epoch(now)
            : changes > 1
                ? changes + " weights changed"
                : name(last, now) + numbers.significant(present.get(last));
    return what + ", " + loss(now);
  }

  private static String name(int index, State state) {
    NetworkShape shape = state.experiment().shape();
    if (shape.isScalar()) {
      return ScalarParameter.at(index).label() + " ";
    }
    String words = new ParameterNames(shape).words(index);
    return (char) (words.charAt(0) - 'a' + 'A') + words.substring(1) + ": ";
  }

  /** Whether numbers that were said of an earlier state no longer hold. */
  public boolean isStale(State said, State now) {
    return !now.isRunning()
        && (now.problem() != said.problem()
            || !now.snapshot().parameters().equals(said.snapshot().parameters()));
  }

  /** Names the instruments that were opened; empty if there are none. */
  private static String opened(State before, State now) {
    String names = "";
    for (Instrument instrument : Instrument.values()) {
      if (now.look().instruments().has(instrument)
          && !before.look().instruments().has(instrument)) {
        names += (names.isEmpty() ? "" : ", ") + instrument.label();
      }
    }
    return names.isEmpty() ? "" : names + " opened";
  }

  private String epoch(State state) {
    return "epoch " + numbers.integer(state.snapshot().epochs());
  }

  private String loss(State state) {
    return "loss " + numbers.significant(state.snapshot().loss());
  }

  private String step(State state) {
    int cursor = state.experiment().cursor();
    if (cursor == 0) {
      return "Before the first step";
    }
    Pass pass = state.snapshot().pass();
    return "Step "
        + cursor
        + " of "
        + state.problem().steps()
        + ": "
        // For several units, the output tells more than a list of states.
        + (pass.hiddenSize() > 1
            ? ""
            : "hidden state " + numbers.significant(pass.hiddenState(cursor - 1, 0)) + ", ")
        + "output "
        + numbers.significant(pass.output(cursor - 1))
        + ", expected "
        + numbers.significant(state.problem().targets().get(cursor - 1));
  }
}
