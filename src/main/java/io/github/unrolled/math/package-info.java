/**
 * Kernels on {@code double[]}, activations, seeded randomness, and how numbers are read and
 * written.
 */
@NullMarked
package io.github.unrolled.math;

import org.jspecify.annotations.NullMarked;
