package org.mtlbench.methods.si;

import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Scale-invariant linear scalarisation (for example in Navon et al. 2022, section 5): minimises
 * sum_t log L_t, whose gradient is sum_t g_t / L_t. The weights w_t = 1 / L_t make the update
 * independent of the units of the losses.
 */
public final class SiPlugin implements MethodPlugin<TrainingConfig> {
  private static final double MIN_LOSS = 1e-8;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "si",
            "SI",
            "Navon et al., Multi-Task Learning as a Bargaining Game, ICML 2022 (a baseline there)",
            List.of("one backward pass per step", "positive losses"))
        .withLink("https://arxiv.org/abs/2202.01017");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new ScaleInvariant(config);
  }

  private record ScaleInvariant(TrainingConfig training) implements Weighting {
    @Override
    public double[] weights(Step step) {
      return Arrays.stream(step.losses()).map(loss -> 1 / Math.max(loss, MIN_LOSS)).toArray();
    }
  }
}
