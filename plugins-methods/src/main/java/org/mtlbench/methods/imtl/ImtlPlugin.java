package org.mtlbench.methods.imtl;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.imtlg.ImtlG;

/**
 * Impartial learning, both balances (Liu et al. 2021, IMTL): IMTL-G of the gradients e^{s_t} g_t of
 * the losses that IMTL-L scales. The direction is sum_t a_t e^{s_t} g_t, (P), with the weights a of
 * IMTL-G, which sum to 1; s is updated as in IMTL-L. The first step is that of IMTL-G, and a single
 * task gives e^s g. Heads and monitors are updated with the gradient of the scaled loss of their
 * task, as in the paper. A task with a zero gradient gets no weight in the trunk.
 */
public final class ImtlPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "imtl",
            "IMTL",
            "Liu et al., Towards Impartial Multi-task Learning, ICLR 2021",
            List.of("one backward pass per task and step", "learns its loss scales"))
        .withLink("https://openreview.net/forum?id=IMPnRXEWpvr");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new BothBalances(config, new LossScales(context.dataset().tasks().size()));
  }

  private record BothBalances(TrainingConfig training, LossScales scales) implements Aggregation {
    /** Those of IMTL-G, which hold for any positive loss scales. */
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.HOMOGENEOUS, Claim.STRONGLY_STATIONARY);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      double[] factors = scales.factors();
      double[][] gramian = gradients.gramian();
      for (int i = 0; i < factors.length; i++) {
        for (int j = 0; j < factors.length; j++) {
          gramian[i][j] *= factors[i] * factors[j];
        }
      }
      double[] weights = ImtlG.weights(gramian);
      Arrays.setAll(weights, t -> weights[t] * factors[t]);
      scales.update(gradients.losses(), gradients.learningRate());
      return Update.weights(weights, factors);
    }

    @Override
    public void state(StateRegistry registry) {
      scales.state(registry);
    }
  }
}
