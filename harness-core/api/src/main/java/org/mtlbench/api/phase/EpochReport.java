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
 * @param tasks the tasks that the epoch trained, in the order of its numbers; empty if it trained
 *     nothing
 * @param losses mean training loss of each of these tasks
 * @param validation these tasks on the validation split after the epoch, if it was evaluated
 * @param learningRate the learning rate used; 0 if the epoch trained nothing
 * @param best whether the model is the one of its phase to keep so far
 * @param measures further numbers by name, for example {@code sr} and {@code cap}, fractions in [0,
 *     1]. The toolbox's names are listed in {@code docs/results-schema.md}; those that are NaN or
 *     infinite are left out of the records
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
   * How a model does on validation.
   *
   * @param evaluation metrics and losses of the tasks
   * @param score what model selection maximises
   */
  public record Validation(Evaluation evaluation, double score) {}

  /** A copy with further measures after its own; one of the same name replaces it. */
  public EpochReport plusMeasures(Map<String, Double> further) {
    Map<String, Double> all = new LinkedHashMap<>(measures);
    all.putAll(further);
    return new EpochReport(tasks, losses, validation, learningRate, best, all);
  }

  /** An epoch that trained nothing, for example a clustering. */
  public static EpochReport ofMeasures(Map<String, Double> measures) {
    return new EpochReport(List.of(), new double[0], Optional.empty(), 0, false, measures);
  }
}
