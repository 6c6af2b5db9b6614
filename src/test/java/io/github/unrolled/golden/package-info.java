/** Numbers that the virtual machine and the browser must agree on, to the last bit. */
@NullMarked
package io.github.unrolled.golden;

import org.jspecify.annotations.NullMarked;
