package io.github.unrolled.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JavaScript that the benchmark loads into a page. */
final class Scripts {
  private final String compiled;
  private final Path folder;

  /**
   * Reads the compiled script.
   *
   * @param folder the folder of the hand-written scripts
   */
  Scripts(Path compiled, Path folder) throws IOException {
    this.compiled =
        "globalThis.bench = (() => { const exports = {};"
            + Files.readString(compiled)
            + "\nreturn exports; })();";
    this.folder = folder;
  }

  /** {@link Bench}, which becomes the global {@code bench}. */
  String compiled() {
    return compiled;
  }

  /** A hand-written script, by its name. */
  String written(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
