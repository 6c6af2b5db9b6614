/** Charts: axes, lines and marks on a canvas. */
@NullMarked
package io.github.unrolled.ui.chart;

import org.jspecify.annotations.NullMarked;
