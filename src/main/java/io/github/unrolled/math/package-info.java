/**
 * Kernels on {@code double[]}, activations, seeded randomness, and the reading and writing of
 * numbers.
 */
@NullMarked
package io.github.unrolled.math;

import org.jspecify.annotations.NullMarked;
