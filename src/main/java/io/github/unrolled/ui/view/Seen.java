package io.github.unrolled.ui.view;

import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Palette;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The state and the colours that a view was given last, to tell what is new in the next ones. */
public final class Seen {
  private @Nullable State before;
  private @Nullable State now;
  private @Nullable Palette colorsBefore;
  private @Nullable Palette colors;

  /** Takes what the view is given; what it was given the time before is compared with it. */
  public void take(State next, Palette nextColors) {
    before = now;
    now = next;
    colorsBefore = colors;
    colors = nextColors;
  }

  /** Whether a part of the state is another than the time before; at first every part is. */
  public boolean isNew(Function<State, @Nullable Object> part) {
    return before == null
        || now == null
        || (before != now && !Objects.equals(part.apply(before), part.apply(now)));
  }

  /** Whether the colours are others than the time before; at first they are. */
  public boolean hasNewColors() {
    return colorsBefore != colors;
  }

  /** The state that was given last; null before the first. */
  public @Nullable State state() {
    return now;
  }

  /** The colours that were given last; null before the first. */
  public @Nullable Palette colors() {
    return colors;
  }
}
