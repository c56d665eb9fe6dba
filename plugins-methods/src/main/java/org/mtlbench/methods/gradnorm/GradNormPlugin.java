package org.mtlbench.methods.gradnorm;

import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * GradNorm (Chen et al. 2018): learns w on sum_t abs(n_t - mean(n) r_t^alpha), where n_t = ||w_t
 * g_t|| are the norms of the task gradients of the trunk, the target is treated as constant, and
 * r_t = (L_t / L_t(0)) divided by its mean is the inverse training rate of task t. The norms are
 * those of the whole trunk, whereas the paper uses its last layer. The weights sum to K.
 */
public final class GradNormPlugin implements MethodPlugin<GradNormConfig> {
  private static final double ALPHA = 1.5;
  private static final double WEIGHT_LEARNING_RATE = 0.025;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "gradnorm",
            "GradNorm",
            "Chen et al., GradNorm: Gradient Normalization for Adaptive Loss Balancing in Deep"
                + " Multitask Networks, ICML 2018",
            List.of("one backward pass per task and step, plus one", "learns its weights"))
        .withLink("https://arxiv.org/abs/1711.02257");
  }

  @Override
  public GradNormConfig defaults() {
    return new GradNormConfig(ALPHA, WEIGHT_LEARNING_RATE, TrainingConfig.standard());
  }

  @Override
  public Method create(GradNormConfig config, MethodContext context) {
    return new GradNorm(config, context.dataset().tasks().size());
  }
}
