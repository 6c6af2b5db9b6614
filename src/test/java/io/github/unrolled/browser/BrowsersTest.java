package io.github.unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowsersTest {
  @TempDir private Path folder;

  @Test
  void theSearchPathIsSearched() throws IOException {
    Path program = program("google-chrome");
    String path = folder.resolve("nowhere") + File.pathSeparator + folder;
    assertEquals(Optional.of(program), Browsers.find(Map.of("PATH", path)));
  }

  @Test
  void theBrowserNamedComesFirst() throws IOException {
    program("chromium");
    Path named = program("my-browser");
    Map<String, String> environment =
        Map.of("PATH", folder.toString(), "UNROLLED_BROWSER", named.toString());
    assertEquals(Optional.of(named), Browsers.find(environment));
  }

  @Test
  void aBrowserNamedButNotThereIsAnError() {
    String named = folder.resolve("gone").toString();
    var error =
        assertThrows(
            IllegalStateException.class, () -> Browsers.find(Map.of("UNROLLED_BROWSER", named)));
    assertEquals(
        "UNROLLED_BROWSER must be the path of a program, but was " + named, error.getMessage());
  }

  private Path program(String name) throws IOException {
    Path program = Files.createFile(folder.resolve(name));
    if (!program.toFile().setExecutable(true)) {
      throw new IOException("not made executable: " + program);
    }
    return program;
  }
}
