/** Recurrent cells, the output layer and the loss: each forward pass beside its backward pass. */
@NullMarked
package io.github.unrolled.nn;

import org.jspecify.annotations.NullMarked;
