/** What a test of the built page needs: a browser, a server and an eye on what goes wrong. */
@NullMarked
package io.github.unrolled.browser;

import org.jspecify.annotations.NullMarked;
