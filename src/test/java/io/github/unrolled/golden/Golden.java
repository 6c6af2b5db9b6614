package io.github.unrolled.golden;

import org.teavm.jso.JSExport;

/**
 * Seeded computations that run on the virtual machine and, compiled as the page is, in the browser.
 */
public final class Golden {
  private Golden() {}

  /**
   * Returns the orbit of the logistic map, which is chaotic: one wrong bit grows until it is seen.
   *
   * @param seed chooses the start of the orbit
   */
  @JSExport
  public static double[] trace(int seed) {
    double[] orbit = new double[200];
    double x = 1.0 / (2 + (seed & 0xffff));
    for (int i = 0; i < orbit.length; i++) {
      x = 3.9 * x * (1 - x);
      orbit[i] = x;
    }
    return orbit;
  }
}
