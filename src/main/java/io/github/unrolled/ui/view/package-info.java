/** What a view of the state is. */
@NullMarked
package io.github.unrolled.ui.view;

import org.jspecify.annotations.NullMarked;
