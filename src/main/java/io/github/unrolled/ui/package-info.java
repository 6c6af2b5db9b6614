/** Views and inputs: the only room, besides the entry point, that knows that there is a browser. */
@NullMarked
package io.github.unrolled.ui;

import org.jspecify.annotations.NullMarked;
