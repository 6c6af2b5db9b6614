/** Controls: run buttons, task, network, weights and training. */
@NullMarked
package io.github.unrolled.ui.controls;

import org.jspecify.annotations.NullMarked;
