package org.mtlbench.reports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.run.PlannedCell;

/**
 * The cells of a run that differ in the seed only: a line of its tables.
 *
 * @param name within its dataset, with what tells it apart, {@code hps / Ours (0.1, 0.9)}
 * @param cell what its cells have in common, and the first one's id and seed
 * @param planned how many seeds the plan has
 * @param results the records of the seeds that are done, each of the model that was best on
 *     validation
 * @param singleTask whether it is the single-task baseline
 * @param headline what rows of its dataset are compared by: mean of the primary metrics, Delta_m,
 *     or mean skill; absent without a result
 * @param scores every metric of every task that a seed has a value of, in the order of the tasks
 * @param flags what a reader has to know before a number is compared with another
 */
public record ResultRow(
    String name,
    PlannedCell cell,
    int planned,
    List<CellRecord> results,
    boolean singleTask,
    Optional<Score> headline,
    List<Score> scores,
    Set<Flag> flags) {
  /** Keeps copies of the collections. */
  public ResultRow {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(cell, "cell");
    results = List.copyOf(results);
    Objects.requireNonNull(headline, "headline");
    scores = List.copyOf(scores);
    flags = Set.copyOf(flags);
  }

  /** The dataset's id. */
  public String dataset() {
    return cell.dataset();
  }

  /** The architecture's id. */
  public String architecture() {
    return cell.architecture();
  }

  /** The method's id. */
  public String method() {
    return cell.method();
  }

  /** The method's name in tables. */
  public String label() {
    return cell.label();
  }

  /**
   * A metric of a task.
   *
   * @param metric its id, for example {@code accuracy}
   * @return absent if no seed has a value of it
   */
  public Optional<Score> score(String task, String metric) {
    return scores.stream()
        .filter(score -> score.name().equals(task) && score.metric().id().equals(metric))
        .findFirst();
  }

  /** The row in a line, {@code hps / MGDA: 90.55 ± 0.31 %}. */
  @Override
  public String toString() {
    return name + ": " + headline.map(Score::toString).orElse("no result");
  }
}
