package org.mtlbench.reports.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.mtlbench.results.run.PlannedCell;

/**
 * A row of a published table.
 *
 * @param dataset id of the dataset
 * @param architecture id of the architecture; empty if the paper names none
 * @param trainedOn id of the architecture with which the row is compared, even if the paper names
 *     none
 * @param method label of the method in the preset that follows the paper
 * @param preference preference vector as shown in tables; empty for methods without one
 * @param repetitions number of repetitions whose times the paper adds up
 * @param sr sparsity rate in neuron rows, in percent
 * @param cr compression rate in neuron rows
 * @param ps parameter sharing in neuron rows
 * @param task1 test accuracy of the first task, in percent
 * @param task2 test accuracy of the second task, in percent
 * @param mean mean of both, as printed
 * @param minutes time of the main training over all repetitions
 */
public record PublishedRow(
    String dataset,
    String architecture,
    @JsonProperty("trained-on") String trainedOn,
    String method,
    String preference,
    int repetitions,
    @JsonProperty("sr-percent") double sr,
    double cr,
    double ps,
    @JsonProperty("accuracy-task1") double task1,
    @JsonProperty("accuracy-task2") double task2,
    @JsonProperty("accuracy-mean") double mean,
    double minutes) {
  /** The accuracies in task order, in percent. */
  public List<Double> accuracies() {
    return List.of(task1, task2);
  }

  /** Whether the paper names the architecture. */
  public boolean namesArchitecture() {
    return !architecture.isEmpty();
  }

  /**
   * Whether this row corresponds to a cell: same dataset, architecture, label and preference
   * vector.
   *
   * @param vector the cell's preference vector as text
   */
  public boolean matches(PlannedCell cell, String vector) {
    return cell.dataset().equals(dataset)
        && cell.architecture().equals(trainedOn)
        && cell.label().equals(method)
        && vector.equals(preference);
  }
}
