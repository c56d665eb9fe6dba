package org.mtlbench.methods.upgrad;

import java.util.List;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Unconflicting projection of gradients (Quinton and Rey 2024): the direction, (P), is the mean of
 * the g_i, each projected onto the cone of non-conflicting directions v, Jv >= 0. The direction has
 * the scale of the mean loss. Heads and monitors are updated with the gradient of their own task.
 */
public final class UpGradPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "upgrad",
            "UPGrad",
            "Quinton and Rey, Jacobian Descent for Multi-Objective Optimization, arXiv 2406.16232, 2024",
            List.of("one backward pass per task and step"))
        .withLink("https://arxiv.org/abs/2406.16232");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new Unconflicting(config);
  }

  private record Unconflicting(TrainingConfig training) implements Aggregation {
    @Override
    public Set<Claim> claims() {
      return Set.of(
          Claim.NON_CONFLICTING,
          Claim.HOMOGENEOUS,
          Claim.LINEAR_UNDER_SCALING,
          Claim.STRONGLY_STATIONARY);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      return Update.ofTrunk(UpGrad.weights(gradients.gramian()));
    }
  }
}
