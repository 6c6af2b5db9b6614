package io.github.unrolled.train;

/** Whether clipping acted between points that are kept, of which every other may be dropped. */
final class ClipMarks {
  private final boolean[] kept;
  private boolean acted;

  ClipMarks(int capacity) {
    kept = new boolean[capacity];
  }

  /** Notes that clipping acts now. */
  void note() {
    acted = true;
  }

  /** Keeps for a point whether clipping acted since the one before. */
  void keep(int point) {
    kept[point] = acted;
    acted = false;
  }

  /** Drops every other of all points, the second first. */
  void thin() {
    acted |= kept[kept.length - 1];
    for (int i = 1; i < kept.length / 2; i++) {
      kept[i] = kept[2 * i] || kept[2 * i - 1];
    }
  }

  /** Goes back to where a point was about to be kept. */
  void rewind(int point) {
    acted = kept[point];
  }

  /** Whether clipping acted between the point before and this. */
  boolean at(int point) {
    return kept[point];
  }

  /** Whether clipping acted since the last point. */
  boolean actedSince() {
    return acted;
  }
}
