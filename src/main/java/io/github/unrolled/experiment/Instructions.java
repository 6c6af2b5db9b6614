package io.github.unrolled.experiment;

import io.github.unrolled.math.Decimals;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.NumberReading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A host page's instructions to a playground, as a text such as {@code fresh task=sine train=500
 * show=clipping}: separated by white space and carried out one after the other. Each is
 *
 * <ul>
 *   <li>the name of a method, such as {@code fresh}, {@code step} or {@code exactSolution};
 *   <li>{@code train=500}, to train that many epochs at once;
 *   <li>{@code show=loss-landscape}, to open an instrument and bring it into view, or {@code
 *       show=timeline};
 *   <li>or one of the {@link Attributes} with its value, such as {@code hidden-weight=0.5}.
 * </ul>
 *
 * Any text can be read: unknown instructions are reported and skipped.
 */
public final class Instructions {
  private static final String TIMELINE = "timeline";

  private final Attributes attributes;
  private final NumberReader reader;
  private final SettingWords words;

  /** Makes a reader that reads and writes numbers with {@code decimals}. */
  public Instructions(Decimals decimals) {
    attributes = new Attributes(decimals);
    reader = new NumberReader(decimals);
    words = new SettingWords(decimals);
  }

  /** The names of all methods. */
  public static List<String> methods() {
    List<String> methods = new ArrayList<>();
    for (Call call : Call.values()) {
      methods.add(call.method());
    }
    return methods;
  }

  /**
   * The instructions of a text, in order.
   *
   * @param ignored receives each unknown instruction as written
   */
  public List<Instruction> read(String text, Consumer<String> ignored) {
    List<Instruction> instructions = new ArrayList<>();
    for (String word : Attributes.words(text)) {
      Instruction instruction = read(word);
      if (instruction == null) {
        ignored.accept(word);
      } else {
        instructions.add(instruction);
      }
    }
    return instructions;
  }

  private @Nullable Instruction read(String word) {
    int equals = word.indexOf('=');
    if (equals < 0) {
      Call call = Call.named(word);
      return call == null ? null : call.instruction();
    }
    String name = word.substring(0, equals);
    String value = word.substring(equals + 1);
    Call call = Call.named(name);
    // The cursor steps by a method and is set by an attribute of the same name.
    return call != null && call.takesArgument() ? called(call, value) : set(name, value);
  }

  /**
   * The instruction for a call of a method.
   *
   * @param argument argument, or null for none; ignored if the method takes none
   * @return the instruction, or null if the method does not take the argument
   */
  public @Nullable Instruction call(String method, @Nullable String argument) {
    Call call = Call.named(method);
    return call == null
        ? null
        : argument == null || !call.takesArgument() ? call.instruction() : called(call, argument);
  }

  private @Nullable Instruction called(Call call, String argument) {
    return call == Call.SHOW ? show(argument) : train(argument);
  }

  private @Nullable Instruction train(String epochs) {
    NumberReading reading = reader.read(epochs);
    double count = reading.isNumber() ? reading.value() : 0;
    return count >= 1 && count <= Command.EpochsRequested.MAX && count == Math.floor(count)
        ? new Instruction(
            Call.TRAIN.method() + "=" + epochs,
            List.of(new Command.EpochsRequested((int) count)),
            (int) count + (count == 1 ? " epoch trained" : " epochs trained"))
        : null;
  }

  private static @Nullable Instruction show(String name) {
    String text = Call.SHOW.method() + "=" + name;
    if (name.equals(TIMELINE)) {
      // The timeline is always open.
      return new Instruction(text, List.of(), TIMELINE + " shown");
    }
    Instrument instrument = Attributes.instrument(name);
    return instrument == null
        ? null
        : new Instruction(
            text,
            List.of(new Command.InstrumentSwitched(instrument, true)),
            SettingWords.withSmallInitial(instrument.label()) + " opened");
  }

  private @Nullable Instruction set(String attribute, String value) {
    Event event = attributes.parse(attribute, value);
    return event == null
        ? null
        : new Instruction(
            attribute + "=" + value, List.of(event), words.of(event, attribute, value));
  }
}
