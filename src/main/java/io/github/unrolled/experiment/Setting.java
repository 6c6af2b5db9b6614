package io.github.unrolled.experiment;

/**
 * The settings of an experiment that have names outside, in the order in which they are to be
 * applied: an earlier one may bring others that suit it.
 */
public enum Setting {
  /** Which task. */
  TASK,
  /** Own numbers. */
  NUMBERS,
  /** Time steps of a rule. */
  LENGTH,
  /** Steps back that an echo comes from. */
  DELAY,
  /** How many of the steps train. */
  TRAIN_STEPS,
  /** Raw or normalized. */
  SCALING,
  /** Which cell. */
  CELL,
  /** How many hidden units. */
  HIDDEN_UNITS,
  /** Which activation, of Elman cells. */
  ACTIVATION,
  /** Whether the state is carried along. */
  MEMORY,
  /** Which optimizer. */
  OPTIMIZER,
  /** The learning rate. */
  LEARNING_RATE,
  /** Which clipping. */
  CLIPPING,
  /** Its limit. */
  CLIP_LIMIT,
  /** Steps after which backpropagation is truncated. */
  WINDOW,
  /** The seed. */
  SEED,
  /** Where start weights come from. */
  START_WEIGHTS,
  /** Epochs a second. */
  SPEED,
  /** Where the cursor stands. */
  STEP,
  /** From where on the network runs on its own output. */
  TAKEOVER
}
