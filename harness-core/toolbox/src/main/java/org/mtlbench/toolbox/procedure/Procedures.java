package org.mtlbench.toolbox.procedure;

import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Weighting;

/** Adapts the three kinds of methods to procedures, which the engine runs. */
public final class Procedures {
  private Procedures() {}

  /**
   * The method as a procedure.
   *
   * @param tasks number of tasks of the dataset, for the cost estimate
   */
  public static Procedure of(Method method, int tasks) {
    if (method instanceof Procedure procedure) {
      return procedure;
    }
    if (method instanceof Weighting weighting) {
      return new SinglePhase(
          weighting.training(), new WeightedStep(weighting), weighting.relativeCost(tasks));
    }
    Aggregation aggregation = (Aggregation) method;
    // A forward pass is a third of a training pass; the backward pass runs once per task. A further
    // batch costs as much as the step's own.
    int batches = 1 + aggregation.furtherBatches().size();
    return new SinglePhase(
        aggregation.training(), new AggregatedStep(aggregation), batches * (1 + 2.0 * tasks) / 3);
  }
}
