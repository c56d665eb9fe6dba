package org.mtlbench.methods.alignedmtl;

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
 * Independent component alignment (Senushkin et al. 2023): all principal components of the task
 * gradients are scaled to the length of the smallest. The direction is J'a, (P), a =
 * sqrt(lambda_min) V Lambda^{-1/2} V'w, of G = JJ' = V Lambda V' without its zero eigenvalues, w_t
 * = 1/T. The direction has the scale of the mean loss. Heads and monitors are updated with the
 * gradient of their own task.
 */
public final class AlignedMtlPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "aligned-mtl",
            "Aligned-MTL",
            "Senushkin et al., Independent Component Alignment for Multi-Task Learning, CVPR 2023",
            List.of("one backward pass per task and step"))
        .withLink("https://arxiv.org/abs/2305.19000");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new Aligned(config);
  }

  private record Aligned(TrainingConfig training) implements Aggregation {
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.HOMOGENEOUS, Claim.STRONGLY_STATIONARY);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      return Update.ofTrunk(AlignedMtl.weights(gradients.gramian()));
    }
  }
}
