package io.github.unrolled.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A single action that a playground is told to take.
 *
 * @param text text of the instruction among {@link Instructions}
 * @param events events that carry it out, in order
 * @param words description of its effect, as a part of a sentence
 */
public record Instruction(String text, List<Event> events, String words) {

  /** The only event, or the first of several; null if there is none. */
  @Nullable Event event() {
    return events.isEmpty() ? null : events.get(0);
  }

  /** Whether the instruction also brings {@link #instrument} or the timeline into view. */
  public boolean shows() {
    return events.isEmpty() || instrument() != null;
  }

  /** The instrument that the instruction opens, or null. */
  public @Nullable Instrument instrument() {
    return event() instanceof Command.InstrumentSwitched switched ? switched.instrument() : null;
  }
}
