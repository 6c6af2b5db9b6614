package io.github.unrolled.share;

import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.OpenInstruments;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.math.Numbers;
import java.util.List;

/**
 * What a link or file keeps of an experiment: its settings, how far training has come, and what is
 * open.
 *
 * @param experiment the settings
 * @param epochs epochs of BPTT done, a whole number
 * @param weights parameters of the network after those epochs, shape [P]
 * @param instruments the instruments that are open
 * @param parts the controls and panels that are shown
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param ignored names of the fields that could not be read; empty for what is about to be written
 */
public record Shared(
    Experiment experiment,
    double epochs,
    Numbers weights,
    OpenInstruments instruments,
    Parts parts,
    String theme,
    List<String> ignored) {

  /** Largest number of epochs that is counted exactly. */
  public static final double MAX_EPOCHS = 0x1p53;
}
