package org.mtlbench.testkit.contract;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Collects garbage again and again while it is open, and overwrites what becomes free, so that a
 * tensor whose memory nobody holds any more changes its values while a test watches. A training
 * that gives other bits under it keeps an address where it should keep an array; see {@link
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
        // the size of a number's buffer, so that the allocator gives the same addresses again
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
