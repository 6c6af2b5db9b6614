package io.github.unrolled.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A one-word request to a playground: a method of the element, or an instruction. */
enum Call {
  /** Starts everything anew, as the page opens. */
  FRESH("fresh", "start values"),
  /** Continues training; with a number, trains exactly that many epochs at once. */
  TRAIN("train", "training"),
  /** Continues random search. */
  SEARCH("search", "searching at random"),
  /** Pauses training and search. */
  PAUSE("pause", "paused"),
  /** Resets the weights to those the run started from. */
  RESET("reset", "rewound"),
  /** Sets the exact solution of the task. */
  EXACT_SOLUTION("exactSolution", "exact solution set"),
  /** Moves the cursor one step forward. */
  STEP("step", "one step on"),
  /** Moves the cursor one step back. */
  STEP_BACK("stepBack", "one step back"),
  /** Undoes the last change. */
  UNDO("undo", "one change undone"),
  /** Redoes the change that was undone last. */
  REDO("redo", "one change redone"),
  /** Opens the named instrument and brings it, or the timeline, into view. */
  SHOW("show", "");

  private final String method;
  private final String words;

  Call(String method, String words) {
    this.method = method;
    this.words = words;
  }

  /** The name of the method. */
  String method() {
    return method;
  }

  /** Whether the call takes an argument: a number of epochs, or what to show. */
  boolean takesArgument() {
    return this == TRAIN || this == SHOW;
  }

  /** The instruction for a call without an argument; null if the call needs one. */
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

  /** The call with a name, or null. */
  static @Nullable Call named(String word) {
    for (Call call : values()) {
      if (call.method.equals(word)) {
        return call;
      }
    }
    return null;
  }
}
