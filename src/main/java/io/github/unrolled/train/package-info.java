/**
 * Learners that do one unit of work at a time, their loss curves, and the report when one diverges.
 */
@NullMarked
package io.github.unrolled.train;

import org.jspecify.annotations.NullMarked;
