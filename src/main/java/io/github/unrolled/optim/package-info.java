/** Update rules, and the clipping of a gradient before an update. */
@NullMarked
package io.github.unrolled.optim;

import org.jspecify.annotations.NullMarked;
