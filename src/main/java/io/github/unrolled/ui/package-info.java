/**
 * The playground as a whole: its element, its parts and their places, and what it tells the page
 * around it.
 */
@NullMarked
package io.github.unrolled.ui;

import org.jspecify.annotations.NullMarked;
