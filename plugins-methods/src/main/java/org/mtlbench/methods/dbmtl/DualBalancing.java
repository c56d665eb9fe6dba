package org.mtlbench.methods.dbmtl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.gradient.Gramian;
import org.mtlbench.toolbox.gradient.RunningTensor;
import org.mtlbench.toolbox.gradient.ScalarMath;
import org.mtlbench.toolbox.gradient.TrunkGradients;

/** Averages the gradients of the log-losses and scales them to equal norms. */
final class DualBalancing implements Aggregation {
  private static final double MIN_LOSS = 1e-8;

  private final DbMtlConfig config;
  private final RunningTensor averages = new RunningTensor("averages");
  private double steps;

  DualBalancing(DbMtlConfig config) {
    this.config = config;
  }

  @Override
  public TrainingConfig training() {
    return config.training();
  }

  /** With a moving average the direction depends on earlier gradients. */
  @Override
  public Set<Claim> claims() {
    return config.beta() > 0 ? Set.of() : Set.of(Claim.HOMOGENEOUS, Claim.STRONGLY_STATIONARY);
  }

  @Override
  public Update aggregate(TaskGradients gradients) {
    steps++;
    double kept = config.beta() / Math.pow(steps, config.betaDecay());
    double[] factors =
        Arrays.stream(gradients.losses()).map(loss -> 1 / Math.max(loss, MIN_LOSS)).toArray();
    NDArray rows = gradients.rows();
    NDArray next =
        ScalarMath.multiply(averages.like(rows), kept)
            .add(rows.mul(column(rows, factors, 1 - kept)));
    NDArray direction = TrunkGradients.combine(next, balance(Gramian.of(next)));
    averages.write(next);
    return Update.direction(direction, factors);
  }

  /** The factors as a tensor, (K, 1), multiplied by a number. */
  private static NDArray column(NDArray rows, double[] factors, double multiple) {
    float[] numbers = new float[factors.length];
    for (int t = 0; t < numbers.length; t++) {
      numbers[t] = (float) (multiple * factors[t]);
    }
    return rows.getManager().create(numbers, new Shape(numbers.length, 1));
  }

  /** The factors that make all nonzero averages as long as the longest. */
  private static double[] balance(double[][] gramian) {
    double longest = 0;
    for (int t = 0; t < gramian.length; t++) {
      longest = Math.max(longest, Math.sqrt(gramian[t][t]));
    }
    double[] balance = new double[gramian.length];
    for (int t = 0; t < balance.length; t++) {
      balance[t] = gramian[t][t] > 0 ? longest / Math.sqrt(gramian[t][t]) : 0;
    }
    return balance;
  }

  @Override
  public void state(StateRegistry registry) {
    averages.state(registry);
    registry.numbers("steps", () -> new double[] {steps}, read -> steps = read[0]);
  }
}
