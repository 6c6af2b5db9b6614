/** How fast and how small it all is, measured in a real browser. */
@NullMarked
package io.github.unrolled.bench;

import org.jspecify.annotations.NullMarked;
