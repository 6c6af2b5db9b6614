package io.github.unrolled.ui.view;

import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Palette;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The state and colours that a view was last given, for telling what is new in the next ones. */
public final class Seen {
  private @Nullable State before;
  private @Nullable State now;
  private @Nullable Palette colorsBefore;
  private @Nullable Palette colors;

  /** Takes what the view is given, to be compared with what it was given before. */
  public void take(State next, Palette nextColors) {
    before = now;
    now = next;
    colorsBefore = colors;
    colors = nextColors;
  }

  /** Whether a part of the state differs from the time before; true the first time. */
  public boolean isNew(Function<State, @Nullable Object> part) {
    return before == null
        || now == null
        || (before != now && !Objects.equals(part.apply(before), part.apply(now)));
  }

  /** Whether the colours differ from the time before; true the first time. */
  public boolean hasNewColors() {
    return colorsBefore != colors;
  }

  /** The last state; null before the first. */
  public @Nullable State state() {
    return now;
  }

  /** The last colours; null before the first. */
  public @Nullable Palette colors() {
    return colors;
  }
}
