/** The experiment's settings, the events that change them, and the store that runs it all. */
@NullMarked
package io.github.unrolled.experiment;

import org.jspecify.annotations.NullMarked;
