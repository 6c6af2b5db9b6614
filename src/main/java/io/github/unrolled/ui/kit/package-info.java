/**
 * Elements that know nothing of networks: controls, canvas, tables, texts, dialogs, pointing and
 * keys.
 */
@NullMarked
package io.github.unrolled.ui.kit;

import org.jspecify.annotations.NullMarked;
