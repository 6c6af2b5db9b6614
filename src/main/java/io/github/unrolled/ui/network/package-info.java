/** The network unrolled through time, and its equation. */
@NullMarked
package io.github.unrolled.ui.network;

import org.jspecify.annotations.NullMarked;
