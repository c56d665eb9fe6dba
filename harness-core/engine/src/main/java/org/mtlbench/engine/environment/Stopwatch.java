package org.mtlbench.engine.environment;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Wall-clock and processor time since a start, spent by this process or by earlier ones. */
public final class Stopwatch {
  private static final double NANOS = 1e9;

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final long wallStart = System.nanoTime();
  private final long cpuStart = process.getProcessCpuTime();

  private final double wallBefore;
  private final double cpuBefore;

  /** Starts now. */
  public Stopwatch() {
    this(0, 0);
  }

  /** Goes on, with what earlier processes have spent in seconds. */
  public Stopwatch(double wallBefore, double cpuBefore) {
    this.wallBefore = wallBefore;
    this.cpuBefore = cpuBefore;
  }

  /** Elapsed seconds. */
  public double wallSeconds() {
    return wallBefore + (System.nanoTime() - wallStart) / NANOS;
  }

  /** Processor seconds of all threads; 0 where the system does not tell. */
  public double cpuSeconds() {
    return cpuBefore + (cpuStart < 0 ? 0 : (process.getProcessCpuTime() - cpuStart) / NANOS);
  }
}
