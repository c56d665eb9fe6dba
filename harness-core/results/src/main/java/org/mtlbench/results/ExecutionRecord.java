package org.mtlbench.results;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * The conditions under which a cell ran, needed to interpret its times.
 *
 * @param slots number of cells running at once, at least 1
 * @param threads threads of this cell's worker, at least 1
 * @param device for example {@code cpu} or {@code gpu:0}
 * @param peakMemoryBytes largest resident memory of the worker, if known
 * @param peakDeviceMemoryBytes largest memory of the worker on the GPU, if it ran on one and the
 *     driver reports it
 */
public record ExecutionRecord(
    int slots,
    int threads,
    String device,
    Optional<Long> peakMemoryBytes,
    Optional<Long> peakDeviceMemoryBytes) {
  /** Checks the ranges. */
  public ExecutionRecord {
    Check.atLeast("slots", 1, slots);
    Check.atLeast("threads", 1, threads);
    Check.text("device", device);
    Objects.requireNonNull(peakMemoryBytes, "peak-memory-bytes")
        .ifPresent(bytes -> Check.atLeast("peak-memory-bytes", 0, bytes));
    Objects.requireNonNull(peakDeviceMemoryBytes, "peak-device-memory-bytes")
        .ifPresent(bytes -> Check.atLeast("peak-device-memory-bytes", 0, bytes));
  }

  /** The conditions of a cell on the processor. */
  public ExecutionRecord(int slots, int threads, String device, Optional<Long> peakMemoryBytes) {
    this(slots, threads, device, peakMemoryBytes, Optional.empty());
  }
}
