package io.github.unrolled.experiment;

/**
 * The settings of an experiment with public names, in the order to apply them: an earlier one may
 * bring others that suit it.
 */
public enum Setting {
  /** The task. */
  TASK,
  /** Custom numbers. */
  NUMBERS,
  /** Number of time steps of a rule. */
  LENGTH,
  /** Number of steps that an echo looks back. */
  DELAY,
  /** Number of training steps. */
  TRAIN_STEPS,
  /** Raw or normalized units. */
  SCALING,
  /** The kind of cell. */
  CELL,
  /** Number of hidden units. */
  HIDDEN_UNITS,
  /** The activation of Elman cells. */
  ACTIVATION,
  /** Whether the state is carried along. */
  MEMORY,
  /** The optimizer. */
  OPTIMIZER,
  /** The learning rate. */
  LEARNING_RATE,
  /** The kind of clipping. */
  CLIPPING,
  /** The clipping limit. */
  CLIP_LIMIT,
  /** Number of steps after which backpropagation is truncated. */
  WINDOW,
  /** The seed. */
  SEED,
  /** The source of the start weights. */
  START_WEIGHTS,
  /** The start state of the hidden units. */
  START_STATE,
  /** Epochs per second. */
  SPEED,
  /** The cursor's time step. */
  STEP,
  /** The last step before the network runs on its own output. */
  TAKEOVER
}
