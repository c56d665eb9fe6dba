package org.mtlbench.reports.published;

/**
 * A published result: one metric of one task of one method.
 *
 * @param dataset id of the dataset
 * @param tasks number of tasks of the dataset in the paper
 * @param method id of the method
 * @param source paper and table
 * @param task name of the task; empty for a result over all tasks
 * @param metric id of the metric, or {@value #DELTA_M}
 * @param value value in displayed units, percent for fractions; a positive Delta_m is better
 */
public record PublishedScore(
    String dataset,
    int tasks,
    String method,
    String source,
    String task,
    String metric,
    double value) {
  /** The mean relative change against single-task learning, in percent. */
  public static final String DELTA_M = "delta-m";
}
