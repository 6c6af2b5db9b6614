package io.github.unrolled.golden;

import io.github.unrolled.math.Decimals;
import org.teavm.jso.JSBody;

/** {@link Decimals} of the browser's engine. */
final class EngineDecimals implements Decimals {
  @Override
  public String fixed(double v, int digits) {
    return toFixed(v, digits);
  }

  @Override
  public String exponential(double v, int digits) {
    return toExponential(v, digits);
  }

  @Override
  public String shortest(double v) {
    return toText(v);
  }

  @Override
  public double parse(String text) {
    return toNumber(text);
  }

  @JSBody(
      params = {"v", "digits"},
      script = "return v.toFixed(digits);")
  private static native String toFixed(double v, int digits);

  @JSBody(
      params = {"v", "digits"},
      script = "return v.toExponential(digits);")
  private static native String toExponential(double v, int digits);

  @JSBody(params = "v", script = "return String(v);")
  private static native String toText(double v);

  @JSBody(params = "text", script = "return Number(text);")
  private static native double toNumber(String text);
}
