package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.ClippingEffect;
import org.junit.jupiter.api.Test;

/** The gradient (3, 4), whose norm is 5. */
class ClippingWordsTest {
  private static final Numbers GRADIENT = Numbers.of(3, 4);

  private final ClippingWords words = new ClippingWords(new NumberFormat(new JvmDecimals()));

  private String effect(Clipping.Kind kind, double limit) {
    ClippingEffect effect = ClippingEffect.of(new Clipping(kind, limit), GRADIENT);
    return words.effect("It", effect, 5, kind == Clipping.Kind.GLOBAL_NORM);
  }

  @Test
  void theEffectIsANormAndATurn() {
    assertEquals("It (in use): norm 5.00 → 1.00, not turned", effect(Clipping.Kind.GLOBAL_NORM, 1));
    assertEquals("It: norm 5.00 → 4.24, turned by 8.13°", effect(Clipping.Kind.ELEMENT_WISE, 3));
    assertEquals("It: norm 5.00, left as it is", effect(Clipping.Kind.ELEMENT_WISE, 6));
  }

  @Test
  void theLimitSaysWhatIsListed() {
    Clipping clipping = new Clipping(Clipping.Kind.OFF, 0.5);
    assertEquals("Limit 0.500. ", words.limit(clipping, 5, 5));
    assertEquals("Limit 0.500. ", words.limit(clipping, 5, 0));
    assertEquals(
        "Limit 0.500. The 12 largest of 1\u202f121 components.", words.limit(clipping, 1121, 12));
  }

  @Test
  void theUseDependsOnTheLimit() {
    assertEquals(
        "Clipping is off: the update uses the gradient as it is.",
        words.use(new Clipping(Clipping.Kind.OFF, 1), false));
    assertEquals(
        "Element-wise clipping is in use and changes this gradient.",
        words.use(new Clipping(Clipping.Kind.ELEMENT_WISE, 1), true));
    assertEquals(
        "Global norm clipping is in use; this gradient is within the limit.",
        words.use(new Clipping(Clipping.Kind.GLOBAL_NORM, 9), false));
  }
}
