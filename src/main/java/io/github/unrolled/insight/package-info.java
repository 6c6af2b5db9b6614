/** Analyses of a network's numbers, one for each view; they read networks and never change them. */
@NullMarked
package io.github.unrolled.insight;

import org.jspecify.annotations.NullMarked;
