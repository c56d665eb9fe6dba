package org.mtlbench.engine.run;

import java.time.Duration;
import java.util.Optional;
import org.mtlbench.api.config.Checks;

/**
 * What a run does about cells that do not end well.
 *
 * @param timeout how long one attempt of a cell may take; without limit if empty
 * @param retries further attempts of a cell whose failure the machine is to blame for (killed, out
 *     of memory), 0 to 100
 * @param onlyFailed whether to run the cells that ended without a result before, and no others
 * @param failFast whether the first cell without a result ends the run
 */
public record RunPolicy(
    Optional<Duration> timeout, int retries, boolean onlyFailed, boolean failFast) {
  /** No limit, no further attempts, every cell. */
  public static final RunPolicy DEFAULT = new RunPolicy(Optional.empty(), 0, false, false);

  private static final Duration MAX_TIMEOUT = Duration.ofDays(365);
  private static final int MAX_RETRIES = 100;

  /**
   * Checks the ranges.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException naming the option
   */
  public RunPolicy {
    Checks.start()
        .that(
            timeout.map(t -> t.compareTo(MAX_TIMEOUT) <= 0 && t.toSeconds() >= 1).orElse(true),
            "--timeout",
            timeout.map(Durations::text).orElse(""),
            "a time from 1 second to 365 days")
        .that(
            retries >= 0 && retries <= MAX_RETRIES,
            "--retry",
            retries,
            "a whole number from 0 to " + MAX_RETRIES)
        .finish();
  }
}
