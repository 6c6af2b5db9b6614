package io.github.unrolled;

import io.github.unrolled.ui.PlaygroundElement;
import org.teavm.jso.JSExport;

/** The entry point of the page. */
public final class Main {
  private Main() {}

  /** Starts the page. The bundle calls it once, when it is fully loaded. */
  @JSExport
  public static void start() {
    PlaygroundElement.define();
  }
}
