package io.github.unrolled.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a playground can be asked by one word: a method of the element, or an instruction. */
enum Call {
  /** Everything starts anew, as the page opens. */
  FRESH("fresh", "start values"),
  /** Training goes on; with a number it does exactly that many epochs at once. */
  TRAIN("train", "training"),
  /** Random search goes on. */
  SEARCH("search", "searching at random"),
  /** Training and search rest. */
  PAUSE("pause", "paused"),
  /** The weights are those that the run started from. */
  RESET("reset", "rewound"),
  /** The exact solution of the task is set. */
  EXACT_SOLUTION("exactSolution", "exact solution set"),
  /** The cursor moves on. */
  STEP("step", "one step on"),
  /** The cursor moves back. */
  STEP_BACK("stepBack", "one step back"),
  /** The last change is taken back. */
  UNDO("undo", "one change undone"),
  /** The change that was taken back last is made again. */
  REDO("redo", "one change redone"),
  /** The instrument that is named is opened and brought into sight, or the timeline. */
  SHOW("show", "");

  private final String method;
  private final String words;

  Call(String method, String words) {
    this.method = method;
    this.words = words;
  }

  /** Its word. */
  String method() {
    return method;
  }

  /** Whether an argument says more about it: a number of epochs, or what is to be seen. */
  boolean takesArgument() {
    return this == TRAIN || this == SHOW;
  }

  /** What it stands for without an argument; null if it cannot be without. */
  @Nullable Instruction instruction() {
    return this == SHOW ? null : new Instruction(method, events(), words);
  }

  private List<Event> events() {
    return switch (this) {
      case FRESH -> List.of(new Command.StartedAnew());
      case TRAIN -> List.of(new Command.TrainingSwitched(true));
      case SEARCH -> List.of(new Command.SearchSwitched(true));
      case PAUSE -> List.of(new Command.TrainingSwitched(false), new Command.SearchSwitched(false));
      case RESET -> List.of(new Command.ResetRequested());
      case EXACT_SOLUTION -> List.of(new Command.ExactSolutionRequested());
      case STEP -> List.of(new Change.SteppedForward());
      case STEP_BACK -> List.of(new Change.SteppedBack());
      case UNDO -> List.of(new Command.Undone());
      case REDO -> List.of(new Command.Redone());
      case SHOW -> List.of();
    };
  }

  /** The one of a word, or null. */
  static @Nullable Call named(String word) {
    for (Call call : values()) {
      if (call.method.equals(word)) {
        return call;
      }
    }
    return null;
  }
}
