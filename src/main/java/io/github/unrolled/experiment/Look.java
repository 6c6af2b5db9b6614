package io.github.unrolled.experiment;

/**
 * The visible parts of a playground.
 *
 * @param instruments the open instruments
 * @param parts the visible controls and panels
 */
public record Look(OpenInstruments instruments, Parts parts) {
  /** All parts, and no instrument open. */
  public static final Look INITIAL = new Look(OpenInstruments.NONE, Parts.ALL);

  /** Returns the same parts with other instruments open. */
  Look with(OpenInstruments others) {
    return new Look(others, parts);
  }

  /** Returns the same instruments with other parts. */
  Look with(Parts others) {
    return new Look(instruments, others);
  }
}
