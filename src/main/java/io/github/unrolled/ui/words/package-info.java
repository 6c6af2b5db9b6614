/** What the page says about numbers, in plain Java. */
@NullMarked
package io.github.unrolled.ui.words;

import org.jspecify.annotations.NullMarked;
