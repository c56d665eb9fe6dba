package org.mtlbench.api.task;

/** What a task is judged by. Implementations are stateless; each evaluation has an accumulator. */
public interface Metric {

  /** Id, title, unit, direction, ideal value, and display format. */
  MetricInfo info();

  /** Whether the metric is defined for a target. */
  boolean accepts(Target target);

  /**
   * An empty accumulator.
   *
   * @param target a target that the metric accepts
   */
  Accumulator start(Target target);
}
