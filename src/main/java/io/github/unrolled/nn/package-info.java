/** Recurrent cells, the output layer and the loss: forward beside its backward. */
@NullMarked
package io.github.unrolled.nn;

import org.jspecify.annotations.NullMarked;
