/** Taking it along: links, files, pictures, embeds, and what the browser remembers. */
@NullMarked
package io.github.unrolled.ui.takealong;

import org.jspecify.annotations.NullMarked;
