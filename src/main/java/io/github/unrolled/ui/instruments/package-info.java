/** Instruments of one class each; larger ones have packages of their own inside. */
@NullMarked
package io.github.unrolled.ui.instruments;

import org.jspecify.annotations.NullMarked;
