/** The exports of an experiment to other programs: tables as CSV, and source code. */
@NullMarked
package io.github.unrolled.export;

import org.jspecify.annotations.NullMarked;
