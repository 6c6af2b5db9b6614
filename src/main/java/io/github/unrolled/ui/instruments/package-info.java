/** Instruments of one class each; those of several have rooms inside. */
@NullMarked
package io.github.unrolled.ui.instruments;

import org.jspecify.annotations.NullMarked;
