/** The loss over two parameters, with the path of training on it. */
@NullMarked
package io.github.unrolled.ui.instruments.landscape;

import org.jspecify.annotations.NullMarked;
