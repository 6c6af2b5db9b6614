package io.github.unrolled.ui.guide;

/**
 * The reader's place in a text: a section and the share of it that is above the visible part.
 *
 * @param section index of the section, from 0; -1 before the first heading
 * @param share 0 at the section's heading, 1 at the next one's
 */
record GuidePlace(int section, double share) {
  /** The beginning. */
  static final GuidePlace START = new GuidePlace(-1, 0);

  /**
   * The place that is at the top of the visible part.
   *
   * @param tops where the sections begin, in CSS pixels from the top of the visible part, ascending
   * @param start where the text begins; negative once it is scrolled
   * @param end where the text ends
   */
  static GuidePlace of(double[] tops, double start, double end) {
    int section = -1;
    while (section + 1 < tops.length && tops[section + 1] <= 1) {
      section++;
    }
    double from = section < 0 ? start : tops[section];
    double to = section + 1 < tops.length ? tops[section + 1] : end;
    double share = to > from ? Math.max(0, Math.min(1, -from / (to - from))) : 0;
    return new GuidePlace(section, share);
  }

  /** Distance of the place from the top of the visible part; numbers as in {@link #of}. */
  double below(double[] tops, double start, double end) {
    int known = Math.min(section, tops.length - 1);
    double from = known < 0 ? start : tops[known];
    double to = known + 1 < tops.length ? tops[known + 1] : end;
    return from + share * (to - from);
  }
}
