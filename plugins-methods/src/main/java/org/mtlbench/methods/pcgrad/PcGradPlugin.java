package org.mtlbench.methods.pcgrad;

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
 * Gradient surgery (Yu et al. 2020, algorithm 1): v_i starts as g_i and is projected onto the
 * normal plane of each other task's gradient g_j, in random order, if v_i . g_j is negative; the
 * direction is the sum of the v_i. The direction has the scale of the sum of the losses. Heads and
 * monitors are updated with the gradient of their own task.
 */
public final class PcGradPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "pcgrad",
            "PCGrad",
            "Yu et al., Gradient Surgery for Multi-Task Learning, NeurIPS 2020",
            List.of("one backward pass per task and step"))
        .withLink("https://arxiv.org/abs/2001.06782");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new Surgery(config);
  }

  private record Surgery(TrainingConfig training) implements Aggregation {
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.HOMOGENEOUS, Claim.LINEAR_UNDER_SCALING, Claim.STRONGLY_STATIONARY);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      return Update.ofTrunk(PcGrad.weights(gradients.gramian(), gradients.random()));
    }
  }
}
