package org.mtlbench.reports.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.mtlbench.results.run.PlannedCell;

/**
 * A row of a published table.
 *
 * @param dataset the dataset's id here
 * @param architecture the architecture's id here; empty where the paper names none
 * @param trainedOn the architecture's id that the row is compared with, also where none is named
 * @param method the method's label in the preset that follows the paper
 * @param preference the preference vector as tables write it; empty for methods without one
 * @param repetitions whose times the paper adds up
 * @param sr sparsity rate by rows, in percent
 * @param cr compression rate by rows
 * @param ps parameter sharing by rows
 * @param task1 test accuracy of the first task, in percent
 * @param task2 of the second
 * @param mean of both, as printed
 * @param minutes of the main training, all repetitions
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
   * Whether a cell is what the row is about: dataset, architecture, label and preference vector
   * agree.
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
