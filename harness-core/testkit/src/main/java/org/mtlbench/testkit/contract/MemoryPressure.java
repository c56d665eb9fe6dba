package org.mtlbench.testkit.contract;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * While open, repeatedly collects garbage and overwrites freed memory, so that a tensor whose
 * memory is no longer owned changes its values during a test. A training that gives different bits
 * under memory pressure keeps an address instead of an array; see {@link
 * org.mtlbench.toolbox.gradient.ScalarMath}.
 */
final class MemoryPressure implements AutoCloseable {
  private static final int BUFFERS = 64;
  private static final byte GARBAGE = 0x41;

  private final Thread thread = new Thread(this::collect, "memory-pressure");

  static MemoryPressure start() {
    MemoryPressure pressure = new MemoryPressure();
    pressure.thread.start();
    return pressure;
  }

  private void collect() {
    ByteBuffer[] held = new ByteBuffer[BUFFERS];
    while (!Thread.currentThread().isInterrupted()) {
      System.gc();
      for (int i = 0; i < held.length; i++) {
        // The size of a scalar's buffer, so that the allocator returns the same addresses again.
        byte[] content = new byte[1 << (2 + i % 2)];
        Arrays.fill(content, GARBAGE);
        held[i] = ByteBuffer.allocateDirect(content.length).put(content);
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
