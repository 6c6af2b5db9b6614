/** Where the hidden state goes from where. */
@NullMarked
package io.github.unrolled.ui.instruments.statemap;

import org.jspecify.annotations.NullMarked;
