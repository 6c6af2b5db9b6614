/** An experiment as text to be taken along: links and files. */
@NullMarked
package io.github.unrolled.share;

import org.jspecify.annotations.NullMarked;
