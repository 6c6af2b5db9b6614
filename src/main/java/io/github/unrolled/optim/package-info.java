/** Update rules and what is done to a gradient before them. */
@NullMarked
package io.github.unrolled.optim;

import org.jspecify.annotations.NullMarked;
