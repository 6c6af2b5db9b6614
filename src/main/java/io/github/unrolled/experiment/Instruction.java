package io.github.unrolled.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a playground is told to do.
 *
 * @param text as it is written among {@link Instructions}
 * @param events what it stands for, in their order
 * @param words what it did, as a part of a sentence
 */
public record Instruction(String text, List<Event> events, String words) {

  /** Its only event, or the first of several; null if there is none. */
  @Nullable Event event() {
    return events.isEmpty() ? null : events.get(0);
  }

  /** Whether it also brings something into sight: {@link #instrument}, or else the timeline. */
  public boolean shows() {
    return events.isEmpty() || instrument() != null;
  }

  /** The instrument that it opens, or null. */
  public @Nullable Instrument instrument() {
    return event() instanceof Command.InstrumentSwitched switched ? switched.instrument() : null;
  }
}
