package org.mtlbench.methods.cagrad;

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
 * Conflict-averse gradient descent (Liu et al. 2021): among the directions within c ||g_0|| of the
 * mean gradient g_0, the one with the largest worst-case improvement over the tasks, d = g_0 + c
 * ||g_0|| g_w / ||g_w||, (P), where g_w = J'w and w minimises g_w . g_0 + c ||g_0|| ||g_w|| on the
 * simplex. The direction has the scale of the mean loss; for a single task it is (1 + c) g. Heads
 * and monitors are updated with the gradient of their own task.
 */
public final class CaGradPlugin implements MethodPlugin<CaGradConfig> {
  private static final double C = 0.5;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "cagrad",
            "CAGrad",
            "Liu et al., Conflict-Averse Gradient Descent for Multi-task Learning, NeurIPS 2021",
            List.of("one backward pass per task and step"))
        .withLink("https://arxiv.org/abs/2110.14048");
  }

  @Override
  public CaGradConfig defaults() {
    return new CaGradConfig(C, TrainingConfig.standard());
  }

  @Override
  public Method create(CaGradConfig config, MethodContext context) {
    return new ConflictAverse(config.c(), config.training());
  }

  private record ConflictAverse(double c, TrainingConfig training) implements Aggregation {
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.HOMOGENEOUS, Claim.STRONGLY_STATIONARY);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      return Update.ofTrunk(CaGrad.weights(gradients.gramian(), c));
    }
  }
}
