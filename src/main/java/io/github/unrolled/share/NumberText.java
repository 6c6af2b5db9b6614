package io.github.unrolled.share;

import io.github.unrolled.math.Numbers;
import org.jspecify.annotations.Nullable;

/** A notation for a network's parameters, exact to the bit. */
interface NumberText {

  /** Writes finite numbers. */
  String write(Numbers numbers);

  /**
   * Reads {@code size} numbers; a text that cannot contain that many is refused before anything of
   * that size is allocated.
   *
   * @return the numbers, or null if the text is anything but exactly {@code size} finite numbers
   */
  @Nullable Numbers read(String text, int size);
}
