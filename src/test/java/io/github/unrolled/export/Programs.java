package io.github.unrolled.export;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs an interpreter that may be installed. */
final class Programs {
  private static final int SECONDS = 120;

  private final Path interpreter;

  private Programs(Path interpreter) {
    this.interpreter = interpreter;
  }

  /**
   * The outcome of a run.
   *
   * @param code its exit code
   * @param output everything it printed
   */
  record Outcome(int code, String output) {}

  /** The first program of a name on the path that runs a check without an error, or null. */
  static @Nullable Programs find(String name, String... check) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder, name);
      if (Files.isExecutable(candidate)) {
        Programs programs = new Programs(candidate);
        if (programs.run(check).code() == 0) {
          return programs;
        }
      }
    }
    return null;
  }

  /** Runs a program, with a time limit. */
  Outcome run(String... arguments) {
    List<String> command = new ArrayList<>(List.of(interpreter.toString()));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile("program", ".txt");
      try {
        return run(command, output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + interpreter, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Outcome run(List<String> command, Path output)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("expected an end within " + SECONDS + " s: " + command);
    }
    return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
