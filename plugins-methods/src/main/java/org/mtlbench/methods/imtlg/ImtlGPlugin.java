package org.mtlbench.methods.imtlg;

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
 * Impartial learning (Liu et al. 2021, IMTL-G): the direction J'w, (P), has projections of equal
 * length on all task gradients: w is proportional to pinv(G) sqrt(diag G), G = JJ'. The weights sum
 * to 1. Heads and monitors are updated with the gradient of their own task.
 */
public final class ImtlGPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "imtl-g",
            "IMTL-G",
            "Liu et al., Towards Impartial Multi-task Learning, ICLR 2021",
            List.of("one backward pass per task and step"))
        .withLink("https://openreview.net/forum?id=IMPnRXEWpvr");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new Impartial(config);
  }

  private record Impartial(TrainingConfig training) implements Aggregation {
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.HOMOGENEOUS, Claim.STRONGLY_STATIONARY);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      return Update.ofTrunk(ImtlG.weights(gradients.gramian()));
    }
  }
}
