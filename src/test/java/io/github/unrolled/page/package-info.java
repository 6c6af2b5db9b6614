/** Tests of the page as people use it, by role and name, in a real browser. */
@NullMarked
package io.github.unrolled.page;

import org.jspecify.annotations.NullMarked;
