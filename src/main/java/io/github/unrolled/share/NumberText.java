package io.github.unrolled.share;

import io.github.unrolled.math.Numbers;
import org.jspecify.annotations.Nullable;

/** A way to write a network's parameters to the bit. */
interface NumberText {

  /** Writes finite numbers. */
  String write(Numbers numbers);

  /**
   * Reads so many numbers; a text that cannot have as many is refused before anything of their size
   * is made.
   *
   * @return the numbers, or null if the text is anything but exactly so many finite ones
   */
  @Nullable Numbers read(String text, int size);
}
