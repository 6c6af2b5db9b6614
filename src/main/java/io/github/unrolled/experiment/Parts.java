package io.github.unrolled.experiment;

/**
 * Which parts of the playground are there.
 *
 * @param bits a bit for each part, by its place
 */
public record Parts(int bits) {
  /** All of them. */
  public static final Parts ALL = new Parts((1 << Part.values().length) - 1);

  /** Whether a part is there. */
  public boolean has(Part part) {
    return (bits & (1 << part.place())) != 0;
  }

  /** The same ones, but for one that is there or not. */
  public Parts with(Part part, boolean there) {
    int bit = 1 << part.place();
    return new Parts(there ? bits | bit : bits & ~bit);
  }

  /** These controls, or else these panels, and of the others those of another. */
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
