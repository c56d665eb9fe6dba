package org.mtlbench.engine.cell;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * A deadline on the monotonic clock.
 *
 * @param nanoTime as in {@link System#nanoTime}; empty for never
 */
record Deadline(OptionalLong nanoTime) {
  /** Never passes. */
  static final Deadline NEVER = new Deadline(OptionalLong.empty());

  /** A deadline after the given duration from now. */
  static Deadline in(Duration duration) {
    return new Deadline(OptionalLong.of(System.nanoTime() + duration.toNanos()));
  }

  boolean never() {
    return nanoTime.isEmpty();
  }

  boolean passed() {
    return nanoTime.isPresent() && System.nanoTime() - nanoTime.getAsLong() >= 0;
  }
}
