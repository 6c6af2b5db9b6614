/** How much of each step's loss reaches each state. */
@NullMarked
package io.github.unrolled.ui.instruments.gradient;

import org.jspecify.annotations.NullMarked;
