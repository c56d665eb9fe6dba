package org.mtlbench.engine.environment;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures the wall-clock and CPU time of this process, and optionally adds the times of earlier
 * processes.
 */
public final class Stopwatch {
  private static final double NANOS_PER_SECOND = 1e9;

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

  /** Starts at the times of earlier processes, in seconds. */
  public Stopwatch(double wallBefore, double cpuBefore) {
    this.wallBefore = wallBefore;
    this.cpuBefore = cpuBefore;
  }

  /** Elapsed seconds. */
  public double wallSeconds() {
    return wallBefore + (System.nanoTime() - wallStart) / NANOS_PER_SECOND;
  }

  /**
   * CPU seconds, summed over all threads; only those of earlier processes if the system does not
   * report CPU time.
   */
  public double cpuSeconds() {
    return cpuBefore
        + (cpuStart < 0 ? 0 : (process.getProcessCpuTime() - cpuStart) / NANOS_PER_SECOND);
  }
}
