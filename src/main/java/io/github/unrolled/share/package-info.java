/** An experiment as text to be taken along: links. */
@NullMarked
package io.github.unrolled.share;

import org.jspecify.annotations.NullMarked;
