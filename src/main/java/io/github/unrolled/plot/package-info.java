/** Geometry, scales and colours of drawings: numbers in, CSS pixels and CSS colours out. */
@NullMarked
package io.github.unrolled.plot;

import org.jspecify.annotations.NullMarked;
