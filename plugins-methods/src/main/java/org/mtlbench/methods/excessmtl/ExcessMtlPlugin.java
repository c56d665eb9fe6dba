package org.mtlbench.methods.excessmtl;

import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Excess risks (He et al. 2024, algorithm 1): the distance of a task from convergence is estimated
 * as e_t = sum_p g_tp^2 / h_tp, where h_tp is the root of the sum of g_tp^2 over all steps, and the
 * weights grow as w_t proportional to w_t exp(eta e_t / u_t), where u_t is the mean of e_t over the
 * first {@code warm-up-steps}. The direction is sum_t w_t g_t, (P); trunk, heads and monitors are
 * updated with the gradient of sum_t w_t L_t. The weights sum to 1, so the direction has the scale
 * of the mean loss; they are equal at first, and a single task has weight 1. A task whose gradients
 * are zero during warm-up has e_t / u_t = 0.
 *
 * <p>In the authors' code and LibMTL, w sums to K, and the gradients are those of the trunk, as
 * here; their unit u_t is e_t of the first step, as here by default, while the paper averages over
 * three epochs. TorchJD without warm-up already changes w in the first step, by e_t without unit.
 * All three add 1e-7 below the root, so that e_t depends on the unit of the loss.
 */
public final class ExcessMtlPlugin implements MethodPlugin<ExcessMtlConfig> {
  private static final double WEIGHT_STEP = 0.01;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "excess-mtl",
            "ExcessMTL",
            "He et al., Robust Multi-Task Learning with Excess Risks, ICML 2024",
            List.of(
                "one backward pass per task and step",
                "learns its weights",
                "one sum of squares per task of the trunk's gradients"))
        .withLink("https://arxiv.org/abs/2402.02009");
  }

  @Override
  public ExcessMtlConfig defaults() {
    return new ExcessMtlConfig(WEIGHT_STEP, 1, TrainingConfig.standard());
  }

  @Override
  public Method create(ExcessMtlConfig config, MethodContext context) {
    return new ExcessRisks(config, context.dataset().tasks().size());
  }
}
