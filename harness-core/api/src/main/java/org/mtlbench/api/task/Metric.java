package org.mtlbench.api.task;

/**
 * An evaluation metric of a task. Implementations are stateless; each evaluation has its own
 * accumulator.
 */
public interface Metric {

  /** Id, title, unit, direction, ideal value, and display format. */
  MetricInfo info();

  /** Whether the metric is defined for a target. */
  boolean accepts(Target target);

  /**
   * Creates an empty accumulator.
   *
   * @param target a target that the metric accepts
   */
  Accumulator start(Target target);
}
