package org.mtlbench.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * One trial of a {@link SearchRecord}.
 *
 * @param number counted from 1, as in the phase names of events
 * @param values value of each config key, a JSON object; copied, not to be modified
 * @param status done, failed or diverged
 * @param reason why it is not done; absent if and only if it is done
 * @param score mean metric on validation, negated if lower is better; present if and only if it is
 *     done
 * @param epochs epochs of the finished phases, at least 0
 * @param wallSeconds elapsed time including set-up and scoring, at least 0
 * @param cpuSeconds processor time of the worker over all threads, at least 0
 */
public record TrialRecord(
    int number,
    JsonNode values,
    CellStatus status,
    Optional<String> reason,
    Optional<Double> score,
    int epochs,
    double wallSeconds,
    double cpuSeconds) {
  /** Checks the ranges, and that status, reason and score agree. */
  public TrialRecord {
    Check.atLeast("trial.number", 1, number);
    values = Check.object("trial.values", values);
    Objects.requireNonNull(reason, "trial.reason").ifPresent(t -> Check.text("trial.reason", t));
    Objects.requireNonNull(score, "trial.score").ifPresent(s -> Check.finite("trial.score", s));
    Check.atLeast("trial.epochs", 0, epochs);
    Check.notNegative("trial.wall-seconds", wallSeconds);
    Check.notNegative("trial.cpu-seconds", cpuSeconds);
    boolean done =
        switch (Objects.requireNonNull(status, "trial.status")) {
          case DONE -> true;
          case FAILED, DIVERGED -> false;
          case TIMEOUT ->
              throw Check.rejected("trial.status", status.word(), "done, failed, diverged");
        };
    if (done == reason.isPresent() || done != score.isPresent()) {
      throw Check.rejected(
          "trial " + number,
          status.word() + ", score " + score + ", reason " + reason,
          "a score if it is done, otherwise a reason");
    }
  }

  /** Whether the trial is done. */
  public boolean done() {
    return status == CellStatus.DONE;
  }
}
