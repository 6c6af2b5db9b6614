/** The interface of a view of the state. */
@NullMarked
package io.github.unrolled.ui.view;

import org.jspecify.annotations.NullMarked;
