package io.github.unrolled.experiment;

/**
 * What of a playground is there to be seen.
 *
 * @param instruments those that are open
 * @param parts the controls and panels
 */
public record Look(OpenInstruments instruments, Parts parts) {
  /** All parts, and no instrument open. */
  public static final Look INITIAL = new Look(OpenInstruments.NONE, Parts.ALL);

  /** The same parts with other instruments open. */
  Look with(OpenInstruments others) {
    return new Look(others, parts);
  }

  /** The same instruments with other parts. */
  Look with(Parts others) {
    return new Look(instruments, others);
  }
}
