package org.mtlbench.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * Hyperparameter search of a cell: trials with other values of some config keys, compared by
 * validation score before the main training. Every method of a run gets the same number of trials
 * over the same ranges.
 *
 * @param over range of each config key, {@code [low, high]} or {@code {"values": [...]}}; a JSON
 *     object, copied, not to be modified
 * @param budget factor on the cell's budget for the epochs of a trial, above 0
 * @param trials trials in order, at least one
 * @param chosen number of the trial whose values the cell was trained with; absent if and only if
 *     no trial is done
 */
public record SearchRecord(
    JsonNode over, double budget, List<TrialRecord> trials, Optional<Integer> chosen) {
  /** Checks ranges, numbers and that the chosen trial is done. */
  public SearchRecord {
    over = Check.object("search.over", over);
    Check.positive("search.budget", budget);
    trials = List.copyOf(trials);
    if (trials.isEmpty()) {
      throw Check.rejected("search.trials", "none", "at least one trial");
    }
    for (int i = 0; i < trials.size(); i++) {
      if (trials.get(i).number() != i + 1) {
        throw Check.rejected("search.trials", trials.get(i).number(), "numbers from 1 in order");
      }
    }
    List<Integer> done =
        trials.stream().filter(TrialRecord::done).map(TrialRecord::number).toList();
    if (Objects.requireNonNull(chosen, "search.chosen").isPresent()
        ? !done.contains(chosen.get())
        : !done.isEmpty()) {
      throw Check.rejected(
          "search.chosen",
          chosen.map(String::valueOf).orElse("none"),
          done.isEmpty() ? "none, no trial is done" : "the number of a trial that is done");
    }
  }

  /** Chooses the trial with the highest score; among equals the first. */
  public static SearchRecord of(JsonNode over, double budget, List<TrialRecord> trials) {
    Optional<TrialRecord> best = Optional.empty();
    for (TrialRecord trial : trials) {
      if (trial.done() && (best.isEmpty() || score(trial) > score(best.get()))) {
        best = Optional.of(trial);
      }
    }
    return new SearchRecord(over, budget, trials, best.map(TrialRecord::number));
  }

  private static double score(TrialRecord trial) {
    return trial.score().orElseThrow();
  }

  /** The trial whose values the cell was trained with. */
  public Optional<TrialRecord> chosenTrial() {
    return chosen.map(number -> trials.get(number - 1));
  }

  /** Elapsed time of all trials, in seconds. */
  public double wallSeconds() {
    return trials.stream().mapToDouble(TrialRecord::wallSeconds).sum();
  }
}
