package org.mtlbench.methods.dualproj;

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
 * Projection onto the dual cone (Lopez-Paz and Ranzato 2017, equation 11, for the gradients of one
 * batch as in Quinton and Rey 2024): the direction, (P), is the point of the cone of
 * non-conflicting directions v, Jv >= 0, that is nearest to the mean gradient. The direction has
 * the scale of the mean loss; a single task gives its gradient, and a task with a zero gradient no
 * condition. Heads and monitors are updated with the gradient of their own task.
 *
 * <p>TorchJD adds 1e-4 to the diagonal of the normalised Gramian before it solves the program; here
 * the projection is exact up to rounding.
 */
public final class DualProjPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "dualproj",
            "DualProj",
            "Lopez-Paz and Ranzato, Gradient Episodic Memory for Continual Learning, NeurIPS 2017",
            List.of("one backward pass per task and step"))
        .withLink("https://arxiv.org/abs/1706.08840");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new Projection(config);
  }

  private record Projection(TrainingConfig training) implements Aggregation {
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.NON_CONFLICTING, Claim.HOMOGENEOUS, Claim.STRONGLY_STATIONARY);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      return Update.ofTrunk(DualProj.weights(gradients.gramian()));
    }
  }
}
