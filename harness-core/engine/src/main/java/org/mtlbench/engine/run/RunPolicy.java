package org.mtlbench.engine.run;

import java.time.Duration;
import java.util.Optional;
import org.mtlbench.api.config.Checks;
import org.mtlbench.engine.environment.Durations;

/**
 * How a run handles cells that end without a result.
 *
 * @param timeout time limit of an attempt of a cell; no limit if empty
 * @param retries further attempts of a cell that failed due to the machine (killed, out of memory),
 *     0 to 100
 * @param onlyFailed whether to run only cells that ended without a result before
 * @param failFast whether to stop the run at the first cell without a result
 */
public record RunPolicy(
    Optional<Duration> timeout, int retries, boolean onlyFailed, boolean failFast) {
  /** No time limit, no retries, all cells. */
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
