package org.mtlbench.engine.environment;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures wall-clock and processor time of this process, optionally added to that of earlier
 * processes.
 */
public final class Stopwatch {
  private static final double NANOS = 1e9;

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final long wallStart = System.nanoTime();
  private final long cpuStart = process.getProcessCpuTime();

  private final double wallBefore;
  private final double cpuBefore;

  /** Starts at zero. */
  public Stopwatch() {
    this(0, 0);
  }

  /** Continues from the times of earlier processes, in seconds. */
  public Stopwatch(double wallBefore, double cpuBefore) {
    this.wallBefore = wallBefore;
    this.cpuBefore = cpuBefore;
  }

  /** Elapsed seconds. */
  public double wallSeconds() {
    return wallBefore + (System.nanoTime() - wallStart) / NANOS;
  }

  /** Processor seconds of all threads; 0 if the system does not report it. */
  public double cpuSeconds() {
    return cpuBefore + (cpuStart < 0 ? 0 : (process.getProcessCpuTime() - cpuStart) / NANOS);
  }
}
