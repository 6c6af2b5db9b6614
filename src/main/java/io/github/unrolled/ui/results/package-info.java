/** The results: prediction, loss, timeline, history and verdicts. */
@NullMarked
package io.github.unrolled.ui.results;

import org.jspecify.annotations.NullMarked;
