package io.github.unrolled.experiment;

/**
 * The set of open instruments.
 *
 * @param bits a bit for each instrument, by its place
 */
public record OpenInstruments(int bits) {
  /** No open instruments. */
  public static final OpenInstruments NONE = new OpenInstruments(0);

  /** Whether an instrument is open. */
  public boolean has(Instrument instrument) {
    return (bits & bit(instrument)) != 0;
  }

  /** Returns the set with one instrument opened or closed. */
  public OpenInstruments with(Instrument instrument, boolean open) {
    return new OpenInstruments(open ? bits | bit(instrument) : bits & ~bit(instrument));
  }

  private static int bit(Instrument instrument) {
    return 1 << instrument.place();
  }
}
