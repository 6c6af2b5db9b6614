/** What a network's numbers tell, for one view each; it reads networks and never changes them. */
@NullMarked
package io.github.unrolled.insight;

import org.jspecify.annotations.NullMarked;
