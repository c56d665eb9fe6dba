package org.mtlbench.methods.gls;

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
 * Geometric loss strategy (Chennupati et al. 2019): minimises the geometric mean M = (L_1 ... L_K)^
 * (1/K) of K losses, which must not be negative, whose gradient is sum_t M / (K L_t) g_t. The
 * weights are 1/K for equal losses and 1 for a single task. It has the direction of {@code si},
 * which minimises the logarithm of M, but shrinks with the losses. A loss below 1e-8 counts as
 * 1e-8, since the derivative at 0 is infinite.
 */
public final class GlsPlugin implements MethodPlugin<TrainingConfig> {
  private static final double MIN_LOSS = 1e-8;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "gls",
            "GLS",
            "Chennupati et al., MultiNet++: Multi-Stream Feature Aggregation and Geometric Loss"
                + " Strategy for Multi-Task Learning, CVPR Workshops 2019",
            List.of("one backward pass per step", "positive losses"))
        .withLink("https://arxiv.org/abs/1904.08492");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new GeometricMean(config);
  }

  private record GeometricMean(TrainingConfig training) implements Weighting {
    @Override
    public double[] weights(Step step) {
      double[] losses =
          Arrays.stream(step.losses()).map(loss -> Math.max(loss, MIN_LOSS)).toArray();
      double meanLog = Arrays.stream(losses).map(Math::log).sum() / losses.length;
      return Arrays.stream(losses)
          .map(loss -> Math.exp(meanLog - Math.log(loss)) / losses.length)
          .toArray();
    }
  }
}
