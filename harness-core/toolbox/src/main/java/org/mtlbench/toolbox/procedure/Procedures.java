package org.mtlbench.toolbox.procedure;

import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Weighting;

/** Lets the engine run the three kinds of method in one way. */
public final class Procedures {
  private Procedures() {}

  /**
   * The method as a procedure.
   *
   * @param tasks number of tasks of the dataset; enters the estimate of the cost
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
    // a third of a pass goes forward, the rest backward once a task
    return new SinglePhase(
        aggregation.training(), new AggregatedStep(aggregation), (1 + 2.0 * tasks) / 3);
  }
}
