/** What tests of the built page need: a browser, a server and an eye on what goes wrong. */
@NullMarked
package io.github.unrolled.browser;

import org.jspecify.annotations.NullMarked;
