package io.github.unrolled.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.task.Task;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Mutated links and files: none throws, hangs, or takes more memory than its length and a network
 * of 32 units need; any result can be written and read back.
 *
 * <p>{@code -Dunrolled.fuzz=100000} sets the count of each.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {
  private static final int COUNT = Integer.getInteger("unrolled.fuzz", 10_000);

  /** Bytes for the few experiments between the first and the last field, plus one per letter. */
  private static final long MOST_BYTES = 3_000_000;

  private static final long MOST_BYTES_PER_LETTER = 60;

  /** Milliseconds, generous for a machine that is busy with other work. */
  private static final double MOST_MS = 2_000;

  private static final String LETTERS = "%&=+~\u2603\uD83D\u0000NaN-9e999,_ABCxyz018{}[]\":. \\";

  private static final String[] HOSTILE = {
    "",
    "-0",
    "1e308",
    "1e309",
    "NaN",
    "Infinity",
    "null",
    "true",
    "-1",
    "32",
    "33",
    "500",
    "1e9",
    "lstm",
    "custom",
    "all",
    "max",
    "__proto__",
    "9007199254740993",
    "1,2,3,4,5",
    ",",
    "\u0000",
    "\uD83D"
  };

  private final Link link = new Link(new JvmDecimals());
  private final ExperimentFile file = new ExperimentFile(new JvmDecimals());
  private final Random random = new Random(COUNT);

  private static List<Shared> sources() {
    return List.of(
        LinkTest.shared(LinkTest.store()),
        LinkTest.shared(LinkTest.store(new Command.EpochsRequested(20))),
        LinkTest.shared(
            LinkTest.store(
                new Change.TaskChosen(Task.PARITY),
                new Command.EpochsRequested(2),
                new Change.StepChosen(5))),
        LinkTest.shared(
            LinkTest.store(
                new Change.TaskChosen(Task.CUSTOM),
                new Change.OwnNumbersEntered(Numbers.of(1, 2, 3, 4, 5, 6)),
                new Change.CellChosen(CellType.GRU),
                new Change.TrainStepsChanged(3),
                new Change.TakeoverChosen(2),
                new Command.InstrumentSwitched(Instrument.CLIPPING, true))));
  }

  @Test
  void mutatedLinksAreReadAsFarAsTheyCanBe() {
    List<String> texts = new ArrayList<>(sources().stream().map(link::write).toList());
    texts.add("v=1&cell=lstm&hidden-units=32&task=echo&delay=2&theme=dark&speed=max&window=all");
    int different = 0;
    for (int i = 0; i < COUNT; i++) {
      String text = mutated(texts.get(random.nextInt(texts.size())), "&");
      Shared read = within(text.length(), text, () -> link.read(text));
      different += read.ignored().isEmpty() ? 0 : 1;
      holds(read, link.read(link.write(read)));
    }
    assertTrue(different > COUNT / 4, "with something ignored: " + different);
  }

  @Test
  void mutatedFilesAreReadAsFarAsTheyCanBe() {
    List<String> texts = sources().stream().map(file::write).toList();
    int parsed = 0;
    int different = 0;
    while (parsed < COUNT) {
      String json = mutated(texts.get(random.nextInt(texts.size())), ", ");
      Map<String, String> fields = JsonFields.of(json);
      if (fields != null) {
        parsed++;
        different += readsSafely(fields) ? 1 : 0;
      }
    }
    assertTrue(different > COUNT / 4, "with something ignored: " + different);
  }

  @Test
  void mutatedFieldsAreReadAsFarAsTheyCanBe() {
    List<Map<String, String>> sources = new ArrayList<>();
    for (Shared source : sources()) {
      Map<String, String> fields = JsonFields.of(file.write(source));
      assertNotNull(fields);
      sources.add(fields);
    }
    int different = 0;
    for (int i = 0; i < COUNT; i++) {
      Map<String, String> fields = new LinkedHashMap<>(sources.get(random.nextInt(sources.size())));
      List<String> names = new ArrayList<>(fields.keySet());
      for (int k = random.nextInt(5); k >= 0; k--) {
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
          case 0 -> fields.remove(name);
          case 1 -> fields.put(name, HOSTILE[random.nextInt(HOSTILE.length)]);
          case 2 -> fields.put(name, mutated(fields.getOrDefault(name, ""), ","));
          case 3 -> fields.put(mutated(name, "-"), fields.getOrDefault(name, ""));
          default -> fields.put(name, "0.1,".repeat(random.nextInt(2_000)) + "1");
        }
      }
      different += readsSafely(fields) ? 1 : 0;
    }
    assertTrue(different > COUNT / 4, "with something ignored: " + different);
  }

  /** Whether anything was ignored. */
  private boolean readsSafely(Map<String, String> fields) {
    int letters = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      letters += field.getKey().length() + field.getValue().length();
    }
    Shared read = within(letters, fields, () -> file.read(JsonFields.texts(fields)));
    Map<String, String> again = JsonFields.of(file.write(read));
    assertNotNull(again, "no JSON");
    holds(read, file.read(JsonFields.texts(again)));
    return !read.ignored().isEmpty();
  }

  private static void holds(Shared read, Shared again) {
    assertTrue(read.ignored().size() <= Fields.MOST + 8, "names: " + read.ignored().size());
    for (String name : read.ignored()) {
      assertTrue(name.length() <= 70, name);
    }
    assertEquals(
        new Shared(
            read.experiment(),
            read.epochs(),
            read.weights(),
            read.instruments(),
            read.parts(),
            read.theme(),
            List.of()),
        again);
  }

  private static Shared within(int letters, Object text, Supplier<Shared> reading) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    Shared read = reading.get();
    double ms = (System.nanoTime() - start) / 1e6;
    long bytes = thread.getCurrentThreadAllocatedBytes() - before;
    assertTrue(bytes <= MOST_BYTES + MOST_BYTES_PER_LETTER * letters, bytes + " bytes: " + text);
    assertTrue(ms <= MOST_MS, ms + " ms: " + text);
    return read;
  }

  private String mutated(String source, String separator) {
    StringBuilder text = new StringBuilder(source);
    for (int k = random.nextInt(8); k >= 0; k--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        case 1 -> text.insert(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
        case 2 -> text.insert(at, "9".repeat(random.nextInt(400)));
        case 3 -> text.insert(at, text.substring(random.nextInt(at + 1), at));
        case 4 -> text.insert(at, separator + text.substring(random.nextInt(at + 1), at));
        default -> {
          // Replacing a digit by another keeps a text readable and changes its number.
          if (at < text.length() && Character.isDigit(text.charAt(at))) {
            text.setCharAt(at, (char) ('0' + random.nextInt(10)));
          }
        }
      }
    }
    return text.toString();
  }
}
