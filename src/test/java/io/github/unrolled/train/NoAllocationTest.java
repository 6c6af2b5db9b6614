package io.github.unrolled.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.Sgd;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training leaves no garbage: an epoch and a try of random search allocate nothing. */
class NoAllocationTest {
  private static final double[] INPUTS = new double[20];
  private static final double[] TARGETS = new double[20];
  private static final double[] START = {1, 0.5, 0, 1, 0};
  private static final int TIMES = 20_000;

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
      Clipping clipping = new Clipping(kind, 1e-3);
      Bptt bptt =
          new Bptt(
              new ElmanUnit(activation, true),
              INPUTS,
              TARGETS,
              START,
              new Sgd(),
              0.01,
              clipping,
              Integer.MAX_VALUE);
      assertEquals(0, bytesPerCall(() -> bptt.epoch()), 0.1, kind.label());
      assertEquals(2 * TIMES, bptt.epochs());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTryAllocatesNothing(Activation activation) {
    RandomSearch search =
        new RandomSearch(new ElmanUnit(activation, true), drawn -> {}, INPUTS, TARGETS, 1);
    assertEquals(0, bytesPerCall(search::attempt), 0.1);
    assertEquals(2 * TIMES, search.tries());
  }

  private static double bytesPerCall(Runnable call) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    repeat(call);
    long before = thread.getCurrentThreadAllocatedBytes();
    repeat(call);
    return (double) (thread.getCurrentThreadAllocatedBytes() - before) / TIMES;
  }

  private static void repeat(Runnable call) {
    for (int i = 0; i < TIMES; i++) {
      call.run();
    }
  }
}
