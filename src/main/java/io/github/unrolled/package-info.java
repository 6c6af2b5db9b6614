/** The entry point of the page. */
@NullMarked
package io.github.unrolled;

import org.jspecify.annotations.NullMarked;
