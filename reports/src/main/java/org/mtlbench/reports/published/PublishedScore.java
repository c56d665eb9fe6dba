package org.mtlbench.reports.published;

/**
 * A figure of a paper: one metric of one task of one method.
 *
 * @param dataset the dataset's id here
 * @param tasks how many tasks the dataset has in the paper
 * @param method the method's id here
 * @param source where it is from
 * @param task the task's name here; empty for a figure of all tasks
 * @param metric the metric's id here, or {@value #DELTA_M}
 * @param value as metrics are displayed, percent for shares; Delta_m above 0 is better
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
