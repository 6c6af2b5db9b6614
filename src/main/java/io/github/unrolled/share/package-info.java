/** Experiments as text to take along: links and files. */
@NullMarked
package io.github.unrolled.share;

import org.jspecify.annotations.NullMarked;
