package org.mtlbench.api.phase;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.task.Task;

/**
 * The result of one epoch.
 *
 * @param tasks the trained tasks, in the order of the numbers; empty if nothing was trained
 * @param losses mean training loss of each of these tasks
 * @param validation scores of these tasks on the validation split after the epoch, if evaluated
 * @param learningRate learning rate of the epoch; 0 if nothing was trained
 * @param best whether this is the best epoch of its phase so far
 * @param measures further numbers by name, for example {@code sr} and {@code cap}, fractions in [0,
 *     1]. The names used by the toolbox are listed in {@code docs/results-schema.md}; NaN and
 *     infinite values are omitted from records
 */
public record EpochReport(
    List<Task> tasks,
    double[] losses,
    Optional<Validation> validation,
    double learningRate,
    boolean best,
    Map<String, Double> measures) {

  public EpochReport {
    tasks = List.copyOf(tasks);
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }

  /**
   * Validation scores of an epoch.
   *
   * @param evaluation metrics and losses of the tasks
   * @param score score for model selection, higher is better
   */
  public record Validation(Evaluation evaluation, double score) {}

  /** A copy with further measures; a measure of the same name is replaced. */
  public EpochReport plusMeasures(Map<String, Double> further) {
    Map<String, Double> all = new LinkedHashMap<>(measures);
    all.putAll(further);
    return new EpochReport(tasks, losses, validation, learningRate, best, all);
  }

  /** The report of an epoch that trained nothing, for example a clustering. */
  public static EpochReport ofMeasures(Map<String, Double> measures) {
    return new EpochReport(List.of(), new double[0], Optional.empty(), 0, false, measures);
  }
}
