/** The next hidden state from any hidden state. */
@NullMarked
package io.github.unrolled.ui.instruments.statemap;

import org.jspecify.annotations.NullMarked;
