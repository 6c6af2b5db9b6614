package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;

/**
 * The theme's colours for drawings, as CSS colours ({@code #rrggbb}), read from the style sheet's
 * custom properties.
 *
 * @param paper background of a panel
 * @param ink text and expected values
 * @param inkSoft secondary text and axes
 * @param line grid lines and outlines
 * @param accent focus, cursor and selection
 * @param negative the far end of the signed colours below zero
 * @param neutral the signed colour of zero
 * @param positive the far end of the signed colours above zero
 * @param output the network's output
 * @param bptt training and gradients
 * @param search random search
 */
public record Palette(
    String paper,
    String ink,
    String inkSoft,
    String line,
    String accent,
    String negative,
    String neutral,
    String positive,
    String output,
    String bptt,
    String search) {

  private static final String[] PROPERTIES = {
    "--paper",
    "--ink",
    "--ink-soft",
    "--line",
    "--accent",
    "--negative",
    "--neutral",
    "--positive",
    "--output",
    "--bptt",
    "--search"
  };

  /** Reads the colours of an element in the document, whatever their notation. */
  public static Palette of(HTMLElement element) {
    String[] read = Browser.colors(element, PROPERTIES);
    return new Palette(
        read[0], read[1], read[2], read[3], read[4], read[5], read[6], read[7], read[8], read[9],
        read[10]);
  }
}
