/**
 * The playground as a whole: its element, its parts and their places, and its events for the host
 * page.
 */
@NullMarked
package io.github.unrolled.ui;

import org.jspecify.annotations.NullMarked;
