package org.mtlbench.engine.run;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * A point of time on the system's running clock, which nobody can set.
 *
 * @param nanoTime of {@link System#nanoTime}; empty for never
 */
record Deadline(OptionalLong nanoTime) {
  /** Does not pass. */
  static final Deadline NEVER = new Deadline(OptionalLong.empty());

  /** A time from now on. */
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
