package io.github.unrolled.experiment;

/**
 * The set of visible parts of the playground.
 *
 * @param bits a bit for each part, by its place
 */
public record Parts(int bits) {
  /** All parts. */
  public static final Parts ALL = new Parts((1 << Part.values().length) - 1);

  /** Whether a part is visible. */
  public boolean has(Part part) {
    return (bits & (1 << part.place())) != 0;
  }

  /** Returns the set with one part shown or hidden. */
  public Parts with(Part part, boolean there) {
    int bit = 1 << part.place();
    return new Parts(there ? bits | bit : bits & ~bit);
  }

  /** Returns these controls with the other's panels, or these panels with the other's controls. */
  public Parts withOthersOf(Parts other, boolean controls) {
    Parts mixed = other;
    for (Part part : Part.values()) {
      if (part.isControl() == controls) {
        mixed = mixed.with(part, has(part));
      }
    }
    return mixed;
  }
}
