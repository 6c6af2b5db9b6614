/** Scales, ticks, colours and layout: numbers in, CSS-pixel geometry out. */
@NullMarked
package io.github.unrolled.plot;

import org.jspecify.annotations.NullMarked;
