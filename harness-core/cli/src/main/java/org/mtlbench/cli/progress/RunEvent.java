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
 * What {@code run --json-events} prints, one JSON object per line, distinguished by its key {@code
 * event}; keys in kebab case, absent values left out. Described in docs/json-events.md.
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
  /** The version of these lines. */
  int SCHEMA = 2;

  /**
   * The folder is ready.
   *
   * @param kept cells that are not run again: they are done, or have diverged
   * @param again of those to run, cells that ended before
   * @param resuming of those to run, cells that resume from a checkpoint
   * @param cells those to run, the longest expected first
   */
  record RunBegun(int schema, Instant time, int kept, int again, int resuming, List<Cell> cells)
      implements RunEvent {}

  /**
   * A cell that is going to run.
   *
   * @param cell its id
   * @param estimatedSeconds where an estimate is known
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
   * A cell's worker reported.
   *
   * @param report the line of the cell's file in {@code events/}
   * @param share of the cell's work that is done, 0 to 1
   * @param secondsLeft of the cell, where known
   * @param runSecondsLeft of the whole run, where known
   */
  record CellReported(
      Instant time,
      String cell,
      Event report,
      double share,
      Optional<Double> secondsLeft,
      Optional<Double> runSecondsLeft)
      implements RunEvent {}

  /** An attempt failed and the cell is going to be run again; attempts count from 1. */
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
   * @param scores every metric of every task on the test split, of a cell that is done
   * @param seconds elapsed in all, of a cell that is done
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

  /** Something a user should know that stops nothing. */
  record Warning(Instant time, String text) implements RunEvent {}

  /**
   * The run ended; nothing follows.
   *
   * @param failed cells without a result, those that diverged not included
   * @param stopped whether it was interrupted
   * @param folder the run folder
   */
  record RunEnded(
      Instant time, int done, int failed, int diverged, int open, boolean stopped, String folder)
      implements RunEvent {}

  /**
   * The run could not start or go on; nothing follows.
   *
   * @param category of an error that a user can do something about; absent for an error of the
   *     program
   * @param message the place and what is wrong with it, one line for each problem
   * @param hint what to do about it, where the message does not say it
   */
  record RunFailed(
      Instant time, Optional<ErrorCategory> category, String message, Optional<String> hint)
      implements RunEvent {}
}
