/** What a network is asked to do: sequences, their scaling, and reading the user's data. */
@NullMarked
package io.github.unrolled.task;

import org.jspecify.annotations.NullMarked;
