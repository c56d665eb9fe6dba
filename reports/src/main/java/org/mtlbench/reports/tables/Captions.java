package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Text;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.ExecutionRecord;

/** Sentences that several tables and documents need. */
public final class Captions {
  static final Text INTERVALS =
      Text.of(
          "Rows of several seeds: the mean over the seeds done; ± is the half-width of its 95 %"
              + " confidence interval (Student's t, seeds taken as independent and normal). One seed"
              + " has none, nor have seeds that agree.");

  private Captions() {}

  /** The constant predictor's accuracy by dataset and task; absent if no record knows it. */
  static Optional<Text> constantPredictor(Rows rows) {
    List<String> parts = new ArrayList<>();
    rows.results()
        .constantAccuracies()
        .forEach(
            (dataset, byTask) ->
                parts.add(
                    byTask.entrySet().stream()
                        .map(task -> task.getKey() + " " + Figures.decimals(task.getValue()) + " %")
                        .collect(Collectors.joining(", ", dataset + ": ", ""))));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Text.of(
                "Constant predictor (most frequent class of the training data) on the test set: "
                    + String.join("; ", parts)
                    + ". A task is collapsed if a row is not two standard errors above it."));
  }

  /** That times of cells which ran at once do not compare; absent if each ran alone. */
  public static Optional<String> concurrency(Rows rows) {
    Set<Integer> slots = new TreeSet<>();
    rows.results().results().forEach(cell -> slots.add(cell.execution().slots()));
    return slots.stream().allMatch(count -> count == 1)
        ? Optional.empty()
        : Optional.of(
            "Times were measured with "
                + slots.stream().map(String::valueOf).collect(Collectors.joining(" or "))
                + " cells running at once; do not compare them.");
  }

  /** Under which conditions times were taken. */
  static String conditions(List<CellRecord> cells) {
    Set<String> conditions = new LinkedHashSet<>();
    boolean shared = false;
    for (CellRecord cell : cells) {
      conditions.add(conditions(cell.execution()));
      shared |= cell.execution().slots() > 1;
    }
    return "taken with "
        + String.join("; others with ", conditions)
        + (shared ? "; slots share the machine, compare times of runs with one slot only" : "")
        + ".";
  }

  private static String conditions(ExecutionRecord execution) {
    return counted(execution.slots(), "slot")
        + " of "
        + counted(execution.threads(), "thread")
        + " on "
        + execution.device();
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
