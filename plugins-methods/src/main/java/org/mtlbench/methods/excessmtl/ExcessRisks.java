package org.mtlbench.methods.excessmtl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.gradient.RunningTensor;
import org.mtlbench.toolbox.gradient.ScalarMath;
import org.mtlbench.toolbox.weighting.Softmax;

/**
 * Exponentiated-gradient weights by excess risk. The sum of squares is kept as its root, whose
 * range in float32 is that of the gradients.
 */
final class ExcessRisks implements Aggregation {
  /** Below every root of a nonzero float32 number; makes 0 / 0 a 0. */
  private static final double TINY = 1e-100;

  private final ExcessMtlConfig config;
  private final RunningTensor roots = new RunningTensor("root-sum-of-squares");
  private final double[] units;
  private final double[] logWeights;
  private double steps;

  ExcessRisks(ExcessMtlConfig config, int tasks) {
    this.config = config;
    units = new double[tasks];
    logWeights = new double[tasks];
  }

  @Override
  public TrainingConfig training() {
    return config.training();
  }

  /** The weights are positive, but depend on earlier gradients. */
  @Override
  public Set<Claim> claims() {
    return Set.of(Claim.STRONGLY_STATIONARY);
  }

  @Override
  public Update aggregate(TaskGradients gradients) {
    double[] excess = excess(gradients.rows());
    steps++;
    if (steps <= config.warmUpSteps()) {
      Arrays.setAll(units, t -> units[t] + excess[t] / config.warmUpSteps());
    } else {
      Arrays.setAll(logWeights, t -> logWeights[t] + config.weightStep() * relative(excess, t));
    }
    return Update.weights(Softmax.of(logWeights));
  }

  private double relative(double[] excess, int task) {
    return units[task] > 0 ? excess[task] / units[task] : 0;
  }

  /** The estimated excess risks, and an update of the sums. */
  private double[] excess(NDArray rows) {
    NDArray squares = rows.toType(DataType.FLOAT64, false).square();
    NDArray sums = roots.like(rows).toType(DataType.FLOAT64, false).square().add(squares);
    NDArray next = sums.sqrt();
    roots.write(next.toType(DataType.FLOAT32, true));
    return squares.div(ScalarMath.atLeast(next, TINY)).sum(new int[] {1}).toDoubleArray();
  }

  @Override
  public void state(StateRegistry registry) {
    roots.state(registry);
    numbers("units", units, registry);
    numbers("log-weights", logWeights, registry);
    registry.numbers("steps", () -> new double[] {steps}, read -> steps = read[0]);
  }

  private static void numbers(String name, double[] values, StateRegistry registry) {
    registry.numbers(
        name, values::clone, read -> System.arraycopy(read, 0, values, 0, values.length));
  }
}
