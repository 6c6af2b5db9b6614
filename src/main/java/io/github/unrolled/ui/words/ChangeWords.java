package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.Pass;
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
   * Says what is new in a state.
   *
   * @return empty to clear the last announcement, null to leave it
   */
  public @Nullable String of(State before, State now) {
    List<Ghost> kept = now.compared().ghosts();
    List<Ghost> keptBefore = before.compared().ghosts();
    if (now.run().number() != before.run().number()) {
      return "New run: " + epoch(now) + ", " + loss(now);
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
    return trained && !now.isRunning() ? epoch(now) + ", " + loss(now) : null;
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
