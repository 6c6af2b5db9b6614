package io.github.unrolled.experiment;

/**
 * Which instruments are open.
 *
 * @param bits a bit for each instrument, by its place
 */
public record OpenInstruments(int bits) {
  /** None of them. */
  public static final OpenInstruments NONE = new OpenInstruments(0);

  /** Whether an instrument is open. */
  public boolean has(Instrument instrument) {
    return (bits & bit(instrument)) != 0;
  }

  /** The same ones, but for one that is open or not. */
  public OpenInstruments with(Instrument instrument, boolean open) {
    return new OpenInstruments(open ? bits | bit(instrument) : bits & ~bit(instrument));
  }

  private static int bit(Instrument instrument) {
    return 1 << instrument.place();
  }
}
