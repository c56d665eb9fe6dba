package org.mtlbench.cli.option;

import java.time.Duration;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.environment.Durations;
import org.mtlbench.engine.run.RunPolicy;
import picocli.CommandLine.Option;

/** Options for cells that end without a result. */
public final class PolicyArguments {
  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description =
          "The longest that one attempt of a cell may take, for example 90s, 30m or 1h30m; then it"
              + " is ended as a timeout.")
  private String timeout;

  @Option(
      names = "--retry",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Run a cell up to N more times whose failure the machine is to blame for: killed, or out"
              + " of memory. Default 0.")
  private int retries;

  @Option(names = "--only-failed", description = "Run only the cells that ended without a result.")
  private boolean onlyFailed;

  @Option(names = "--fail-fast", description = "Stop the run when a cell ends without a result.")
  private boolean failFast;

  /**
   * The policy.
   *
   * @throws InvalidConfigException if the value of an option is invalid
   */
  public RunPolicy policy() {
    return new RunPolicy(
        Optional.ofNullable(timeout).map(PolicyArguments::duration), retries, onlyFailed, failFast);
  }

  private static Duration duration(String text) {
    return Durations.parse(text)
        .orElseThrow(
            () ->
                new InvalidConfigException(
                    "--timeout",
                    "'" + text + "'",
                    "a time in days, hours, minutes and seconds, for example 90s or 1h30m"));
  }
}
