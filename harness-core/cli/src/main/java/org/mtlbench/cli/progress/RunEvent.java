package org.mtlbench.cli.progress;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.score.Scores;

/**
 * An event printed by {@code run --json-events}: one JSON object per line with the key {@code
 * event} as type, keys in kebab case, without absent values. See docs/json-events.md.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunEvent.RunBegun.class, name = "run-begun"),
  @JsonSubTypes.Type(value = RunEvent.CellStarted.class, name = "cell-started"),
  @JsonSubTypes.Type(value = RunEvent.CellReported.class, name = "cell-reported"),
  @JsonSubTypes.Type(value = RunEvent.CellRetried.class, name = "cell-retried"),
  @JsonSubTypes.Type(value = RunEvent.CellEnded.class, name = "cell-ended"),
  @JsonSubTypes.Type(value = RunEvent.Warning.class, name = "warning"),
  @JsonSubTypes.Type(value = RunEvent.RunEnded.class, name = "run-ended"),
  @JsonSubTypes.Type(value = RunEvent.RunFailed.class, name = "run-failed")
})
sealed interface RunEvent {
  /** The schema version of the events. */
  int SCHEMA = 2;

  /**
   * The folder is ready.
   *
   * @param kept number of cells that are not run again: they are done, or have diverged
   * @param again number of cells to run that ended before
   * @param resuming number of cells to run that resume from a checkpoint
   * @param cells cells to run, the longest expected first
   */
  record RunBegun(int schema, Instant time, int kept, int again, int resuming, List<Cell> cells)
      implements RunEvent {}

  /**
   * A cell to run.
   *
   * @param cell its id
   * @param estimatedSeconds estimated time; absent if unknown
   */
  record Cell(
      String cell,
      String label,
      String dataset,
      String architecture,
      String method,
      long seed,
      Optional<Double> estimatedSeconds) {}

  /** A cell's worker was started. */
  record CellStarted(Instant time, String cell) implements RunEvent {}

  /**
   * A cell's worker reported an event.
   *
   * @param report the event, as in the cell's file in {@code events/}
   * @param share completed share of the cell's work, 0 to 1
   * @param secondsLeft remaining seconds of the cell; absent if unknown
   * @param runSecondsLeft remaining seconds of the run; absent if unknown
   */
  record CellReported(
      Instant time,
      String cell,
      Event report,
      double share,
      Optional<Double> secondsLeft,
      Optional<Double> runSecondsLeft)
      implements RunEvent {}

  /** An attempt failed and the cell will be retried; attempts are counted from 1. */
  record CellRetried(
      Instant time,
      String cell,
      int attempt,
      int retries,
      Optional<FailureKind> failure,
      Optional<String> reason)
      implements RunEvent {}

  /**
   * A cell ended.
   *
   * @param scores metrics of each task on the test split, if the cell is done
   * @param seconds total elapsed time, if the cell is done
   */
  record CellEnded(
      Instant time,
      String cell,
      CellStatus status,
      Optional<FailureKind> failure,
      Optional<String> reason,
      Optional<Scores> scores,
      Optional<Double> seconds)
      implements RunEvent {}

  /** A warning for the user; the run continues. */
  record Warning(Instant time, String text) implements RunEvent {}

  /**
   * The run ended; the last event.
   *
   * @param failed number of cells without a result, excluding diverged ones
   * @param stopped whether it was interrupted
   * @param folder the run folder
   */
  record RunEnded(
      Instant time, int done, int failed, int diverged, int open, boolean stopped, String folder)
      implements RunEvent {}

  /**
   * The run could not start or continue; the last event.
   *
   * @param category category of an error that a user can fix; absent for an error of the program
   * @param message location and problem, one line per problem
   * @param hint how to fix it, unless the message contains it
   */
  record RunFailed(
      Instant time, Optional<ErrorCategory> category, String message, Optional<String> hint)
      implements RunEvent {}
}
