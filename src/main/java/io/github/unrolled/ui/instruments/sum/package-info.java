/** A weight's gradient as the sum of one part for each step. */
@NullMarked
package io.github.unrolled.ui.instruments.sum;

import org.jspecify.annotations.NullMarked;
