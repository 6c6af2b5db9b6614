package io.github.unrolled.ui;

import io.github.unrolled.experiment.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tabs of the pane beside the network, in their order. */
enum Tab {
  /** The text between the element's tags. */
  GUIDE("Guide", null),
  /** The network's data. */
  TASK("Task", Part.SEQUENCE),
  /** The kind and size of the network. */
  NETWORK("Network", Part.NETWORK),
  /** The weights, where they have no room beside the network. */
  WEIGHTS("Weights", Part.WEIGHTS),
  /** The training settings. */
  TRAINING("Training", Part.TRAINING),
  /** The instruments, where they have no room beside the network. */
  WHY("Why", Part.INSTRUMENTS);

  private final String label;
  private final @Nullable Part part;

  Tab(String label, @Nullable Part part) {
    this.label = label;
    this.part = part;
  }

  /** Place among the tabs, from 0. */
  @SuppressWarnings("EnumOrdinal") // Nothing stores it.
  int place() {
    return ordinal();
  }

  /** The tab at a place. */
  @SuppressWarnings("EnumOrdinal") // Nothing stores it.
  static Tab at(int place) {
    return values()[place];
  }

  /** The part of the playground that the tab contains; null for the guide. */
  @Nullable Part part() {
    return part;
  }

  /** All labels in their order. */
  static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Tab tab : values()) {
      labels.add(tab.label);
    }
    return labels;
  }
}
