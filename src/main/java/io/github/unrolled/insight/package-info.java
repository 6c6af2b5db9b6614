/** Numbers for one view each, read from networks and their tasks, which are never changed. */
@NullMarked
package io.github.unrolled.insight;

import org.jspecify.annotations.NullMarked;
