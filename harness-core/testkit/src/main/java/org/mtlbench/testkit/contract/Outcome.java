package org.mtlbench.testkit.contract;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Update;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

/**
 * The result of an aggregation for a Jacobian.
 *
 * @param direction P numbers
 * @param terms sum of the lengths of the weighted gradients; for a direction that is not a weighted
 *     sum, the larger of its own length and the length of the longest gradient
 */
record Outcome(double[] direction, double terms) {
  static Outcome of(Aggregation aggregation, Jacobian jacobian) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return of(aggregation, jacobian, manager);
    }
  }

  /**
   * The result of one of several steps.
   *
   * @param manager closed after the last step, since it owns the state of the aggregation
   */
  static Outcome of(Aggregation aggregation, Jacobian jacobian, NDManager manager) {
    Update update = aggregation.aggregate(GivenGradients.of(jacobian, manager));
    double[] direction = GivenGradients.direction(update, jacobian);
    double terms = Math.max(jacobian.longest(), length(direction));
    if (update.taskWeights().isPresent()) {
      double[] weights = update.taskWeights().get();
      terms = 0;
      for (int task = 0; task < jacobian.tasks(); task++) {
        terms += Math.abs(weights[task]) * length(jacobian.rows()[task]);
      }
    }
    return new Outcome(direction, terms);
  }

  /** The Euclidean norm. */
  static double length(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(value -> value * value).sum());
  }
}
