/**
 * Learners that do one unit of work at a time, their loss curves, and what to say when one
 * diverges.
 */
@NullMarked
package io.github.unrolled.train;

import org.jspecify.annotations.NullMarked;
