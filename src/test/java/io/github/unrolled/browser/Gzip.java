package io.github.unrolled.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses like {@code gzip -9}, as hosts do that compress each file only once. */
public final class Gzip extends GZIPOutputStream {
  private Gzip(OutputStream out) throws IOException {
    super(out);
    def.setLevel(Deflater.BEST_COMPRESSION);
  }

  /** The size of a file in bytes when compressed. */
  public static int size(Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new Gzip(bytes)) {
      Files.copy(file, gzip);
    }
    return bytes.size();
  }
}
