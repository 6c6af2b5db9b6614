package io.github.unrolled.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training leaves no garbage: an epoch and a try of random search allocate nothing. */
class NoAllocationTest {
  private static final double[] INPUTS = new double[20];
  private static final double[] TARGETS = new double[20];
  private static final int TIMES = 20_000;

  /** Epochs of a layer, which take longer. */
  private static final int TIMES_OF_LAYER = 5_000;

  /** Bytes per call: less than any object, and more than the JVM allocates for itself. */
  private static final double LEAST = 1;

  /** Not a multiple of the row count that the kernels take at once. */
  private static final int HIDDEN_SIZE = 5;

  /** Shorter than the sequence, so that the gradient is cut. */
  private static final int WINDOW = 8;

  static {
    for (int t = 0; t < INPUTS.length; t++) {
      INPUTS[t] = Math.sin(t);
      TARGETS[t] = Math.sin(t + 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEpochAllocatesNothing(Activation activation) {
    for (Clipping.Kind kind : Clipping.Kind.values()) {
      Bptt bptt = bptt(NetworkShape.unit(activation), OptimizerKind.SGD, kind);
      assertEquals(0, bytesPerCall(() -> bptt.epoch(), TIMES), LEAST, kind.label());
      assertEquals(2 * TIMES, bptt.epochs());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEpochOfALayerAllocatesNothing(CellType cell) {
    for (boolean memory : new boolean[] {true, false}) {
      for (Activation activation : Activation.values()) {
        NetworkShape shape = new NetworkShape(cell, HIDDEN_SIZE, activation, memory);
        Bptt bptt = bptt(shape, OptimizerKind.SGD, Clipping.Kind.GLOBAL_NORM);
        assertEquals(0, bytesPerCall(() -> bptt.epoch(), TIMES_OF_LAYER), LEAST, shape.toString());
        assertEquals(2 * TIMES_OF_LAYER, bptt.epochs());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOptimizerAllocatesNothing(OptimizerKind optimizer) {
    NetworkShape shape = new NetworkShape(CellType.ELMAN, HIDDEN_SIZE, Activation.TANH, true);
    Bptt bptt = bptt(shape, optimizer, Clipping.Kind.ELEMENT_WISE);
    assertEquals(0, bytesPerCall(() -> bptt.epoch(), TIMES_OF_LAYER), LEAST);
    assertEquals(2 * TIMES_OF_LAYER, bptt.epochs());
  }

  @ParameterizedTest
  @EnumSource
  void aTryAllocatesNothing(Activation activation) {
    NetworkShape shape = NetworkShape.unit(activation);
    RandomSearch search = new RandomSearch(shape.newNetwork(), shape::hold, INPUTS, TARGETS, 1);
    assertEquals(0, bytesPerCall(search::attempt, TIMES), LEAST);
    assertEquals(2 * TIMES, search.tries());
  }

  @ParameterizedTest
  @EnumSource
  void aTryOfALayerAllocatesNothing(CellType cell) {
    NetworkShape shape = new NetworkShape(cell, HIDDEN_SIZE, Activation.TANH, false);
    RandomSearch search = new RandomSearch(shape.newNetwork(), shape::hold, INPUTS, TARGETS, 1);
    assertEquals(0, bytesPerCall(search::attempt, TIMES_OF_LAYER), LEAST);
    assertEquals(2 * TIMES_OF_LAYER, search.tries());
  }

  private static Bptt bptt(NetworkShape shape, OptimizerKind optimizer, Clipping.Kind clipping) {
    Rng rng = new Rng(1, 0);
    double[] start = new double[shape.newNetwork().parameterCount()];
    for (int i = 0; i < start.length; i++) {
      start[i] = rng.uniform(-0.5, 0.5);
    }
    shape.hold(start);
    return new Bptt(
        shape.newNetwork(),
        INPUTS,
        TARGETS,
        start,
        optimizer.newOptimizer(start.length),
        0.001,
        new Clipping(clipping, 1e-3),
        WINDOW);
  }

  private static double bytesPerCall(Runnable call, int times) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    repeat(call, times);
    long before = thread.getCurrentThreadAllocatedBytes();
    repeat(call, times);
    return (double) (thread.getCurrentThreadAllocatedBytes() - before) / times;
  }

  private static void repeat(Runnable call, int times) {
    for (int i = 0; i < times; i++) {
      call.run();
    }
  }
}
