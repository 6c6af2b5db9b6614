/** The text between the element's tags, beside the network that it is about. */
@NullMarked
package io.github.unrolled.ui.guide;

import org.jspecify.annotations.NullMarked;
