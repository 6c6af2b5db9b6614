/** Taking the experiment along: links, files, pictures, embeds, and the browser's memory. */
@NullMarked
package io.github.unrolled.ui.takealong;

import org.jspecify.annotations.NullMarked;
