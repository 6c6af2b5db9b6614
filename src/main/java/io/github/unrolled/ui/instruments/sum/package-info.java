/** A weight's gradient as a sum with one part for each step. */
@NullMarked
package io.github.unrolled.ui.instruments.sum;

import org.jspecify.annotations.NullMarked;
