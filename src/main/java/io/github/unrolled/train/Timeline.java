package io.github.unrolled.train;

import io.github.unrolled.math.Points;
import io.github.unrolled.optim.Optimizer;

/**
 * Checkpoints of BPTT in bounded memory: the complete state before an epoch, at epochs 0, k, 2k and
 * so on, counted from the start of the run. A full timeline drops every other checkpoint, which
 * doubles k. The present is not a checkpoint.
 */
public final class Timeline implements Points {
  /** Most numbers kept, 8 MB, unless the fewest checkpoints need more. */
  private static final int MOST_NUMBERS = 1 << 20;

  static final int MOST_CHECKPOINTS = 512;
  private static final int FEWEST_CHECKPOINTS = 32;

  /** An optimizer remembers at most two numbers for each parameter, and two more. */
  private static final int NUMBERS_PER_PARAMETER = 3;

  private final int parameterCount;

  /**
   * Parameters and optimizer memory of each checkpoint; allocated when first needed, and reused.
   */
  private final double[][] slots;

  private final Optimizer[] optimizers;
  private final double[] serials;
  private final LossCurve curve;
  private int size;
  private double first;
  private double stride = 1;
  private double due;
  private double kept;

  /**
   * Makes an empty timeline for {@code parameterCount} parameters.
   *
   * @param curve keeps at least a point at each checkpoint's epoch, and records where clipping
   *     acted
   */
  Timeline(int parameterCount, LossCurve curve) {
    this.parameterCount = parameterCount;
    this.curve = curve;
    int fitting = MOST_NUMBERS / (NUMBERS_PER_PARAMETER * parameterCount + 2);
    int capacity = Math.max(FEWEST_CHECKPOINTS, Math.min(MOST_CHECKPOINTS, fitting / 2 * 2));
    slots = new double[capacity][];
    optimizers = new Optimizer[capacity];
    serials = new double[capacity];
  }

  @Override
  public int size() {
    return size;
  }

  /** Starts counting at another epoch than 0; only before the first checkpoint. */
  void countFrom(double epoch) {
    first = epoch;
    due = epoch;
  }

  /**
   * Epochs done at a checkpoint, a whole number; ascending from 0, or from the start of the run.
   */
  public double epoch(int checkpoint) {
    return first + checkpoint * stride;
  }

  /** The last checkpoint no later than an epoch; -1 if there is none. */
  public int lastUpTo(double epoch) {
    return (int) Math.min(size - 1, Math.floor((epoch - first) / stride));
  }

  @Override
  public double parameter(int checkpoint, int index) {
    return slots[checkpoint][index];
  }

  @Override
  public double serial(int checkpoint) {
    return serials[checkpoint];
  }

  /** Whether clipping acted between the previous checkpoint and this one. */
  public boolean clipped(int checkpoint) {
    return checkpoint > 0 && curve.clippedBetween((checkpoint - 1) * stride, checkpoint * stride);
  }

  /** The parameters at a checkpoint, shape [P]; a fresh copy. */
  double[] parameters(int checkpoint) {
    double[] parameters = new double[parameterCount];
    System.arraycopy(slots[checkpoint], 0, parameters, 0, parameterCount);
    return parameters;
  }

  /** The epoch of the next checkpoint. */
  double due() {
    return due;
  }

  /**
   * Keeps the checkpoint that is due.
   *
   * @param parameters before the epoch, shape [P]. Not modified.
   * @param optimizer before the epoch. Not modified.
   */
  void keep(double[] parameters, Optimizer optimizer) {
    if (size == slots.length) {
      thin();
    }
    double[] memory = optimizer.memory();
    double[] slot = slots[size];
    if (slot == null || slot.length < parameterCount + memory.length) {
      slot = new double[parameterCount + memory.length];
      slots[size] = slot;
    }
    System.arraycopy(parameters, 0, slot, 0, parameterCount);
    System.arraycopy(memory, 0, slot, parameterCount, memory.length);
    optimizers[size] = optimizer;
    serials[size] = kept;
    kept++;
    size++;
    due = epoch(size);
  }

  private void thin() {
    for (int i = 1; i < size / 2; i++) {
      double[] dropped = slots[i];
      slots[i] = slots[2 * i];
      slots[2 * i] = dropped;
      optimizers[i] = optimizers[2 * i];
      serials[i] = serials[2 * i];
    }
    size /= 2;
    stride *= 2;
  }

  /**
   * Restores a checkpoint.
   *
   * @param parameters shape [P]. Overwritten.
   * @param optimizer restored to its memory at the checkpoint; one of another kind is reset.
   *     Overwritten.
   */
  void restore(int checkpoint, double[] parameters, Optimizer optimizer) {
    double[] slot = slots[checkpoint];
    System.arraycopy(slot, 0, parameters, 0, parameterCount);
    if (optimizers[checkpoint].getClass() == optimizer.getClass()) {
      double[] memory = optimizer.memory();
      System.arraycopy(slot, parameterCount, memory, 0, memory.length);
    } else {
      optimizer.forget();
    }
  }

  /** Drops the checkpoints from an epoch on, which training will reach again. */
  void rewind(double epoch) {
    int left = (int) Math.ceil((epoch - first) / stride);
    if (left < size) {
      size = left;
      due = epoch(left);
    }
  }
}
