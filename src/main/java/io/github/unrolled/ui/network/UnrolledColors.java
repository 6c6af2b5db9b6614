package io.github.unrolled.ui.network;

import io.github.unrolled.plot.Rgb;
import io.github.unrolled.plot.SignedColor;
import io.github.unrolled.ui.kit.Palette;

/** The colours of the unrolled network in one theme. */
final class UnrolledColors {
  /** Share of paper in the steps after the cursor: fills and edges fade, numbers stay readable. */
  private static final double FADED = 0.62;

  final Palette palette;

  /** Tone of the step under the cursor. */
  final Tone now;

  /** Tone of the steps before the cursor. */
  final Tone done;

  /** Tone of the steps after the cursor. */
  final Tone ahead;

  /** Colour of the band behind the step under the cursor. */
  final String band;

  /** Colour of the halo behind the edges of the parameter pointed at. */
  final String halo;

  /** Colour of the hatching of steps that only test. */
  final String test;

  private final Rgb paper;

  /**
   * The colours of one degree of fading.
   *
   * @param nodes fills of nodes and the text on them
   * @param outline outlines of nodes
   * @param negative edges of negative parameters
   * @param zero edges of parameters that are 0
   * @param positive edges of positive parameters
   * @param gradient gradient bars
   * @param text text beside nodes
   */
  record Tone(
      SignedColor nodes,
      String outline,
      String negative,
      String zero,
      String positive,
      String gradient,
      String text) {

    /** The colour of a parameter's edge or dot. */
    String edge(double parameter) {
      return parameter > 0 ? positive : parameter < 0 ? negative : zero;
    }
  }

  UnrolledColors(Palette palette) {
    this.palette = palette;
    paper = Rgb.parse(palette.paper());
    now = tone(0, 0, palette.ink(), palette.ink());
    done = tone(0, 0.2, palette.ink(), palette.inkSoft());
    ahead = tone(FADED, FADED, palette.inkSoft(), palette.inkSoft());
    band = faded(palette.accent(), 0.89);
    halo = faded(palette.accent(), 0.62);
    test = faded(palette.line(), 0.25);
  }

  private Tone tone(double nodeFading, double edgeFading, String text, String outline) {
    return new Tone(
        new SignedColor(
            faded(palette.negative(), nodeFading),
            faded(palette.neutral(), nodeFading / 2),
            faded(palette.positive(), nodeFading),
            palette.ink()),
        faded(outline, 0.7 * nodeFading),
        faded(palette.negative(), edgeFading),
        faded(palette.inkSoft(), Math.max(0.4, edgeFading)),
        faded(palette.positive(), edgeFading),
        faded(palette.bptt(), nodeFading * 0.8),
        text);
  }

  private String faded(String color, double share) {
    return Rgb.parse(color).mix(paper, share).css();
  }
}
