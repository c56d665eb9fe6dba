package org.mtlbench.methods.modo;

import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Multi-objective gradient with double sampling (Chen et al. 2023, algorithm 1): in each step, w
 * becomes the point of the simplex nearest to w - gamma (A w + rho w), where A = J_1 J_2' with the
 * gradients of two further, independent training batches is an unbiased estimate of the Gramian.
 * The direction is J'w, (P), with the gradients J of the step's own batch. The direction has the
 * scale of the mean loss; w sums to 1, is equal before the first step, and a single task gives its
 * gradient. Heads and monitors are updated with the gradient of their own task on the step's batch.
 *
 * <p>Defaults are those of LibMTL. A is not normalised, so gamma depends on the scale of the
 * gradients: long ones move w to a vertex of the simplex in a single step. LibMTL updates heads
 * with the mean gradient of all three batches.
 */
public final class ModoPlugin implements MethodPlugin<ModoConfig> {
  private static final double WEIGHT_LEARNING_RATE = 1e-3;
  private static final double REGULARISATION = 0.1;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "modo",
            "MoDo",
            "Chen et al., Three-Way Trade-Off in Multi-Objective Learning: Optimization,"
                + " Generalization and Conflict-Avoidance, NeurIPS 2023",
            List.of(
                "three batches per step, one backward pass per task on each", "learns its weights"))
        .withLink("https://arxiv.org/abs/2305.20057");
  }

  @Override
  public ModoConfig defaults() {
    return new ModoConfig(WEIGHT_LEARNING_RATE, REGULARISATION, TrainingConfig.standard());
  }

  @Override
  public Method create(ModoConfig config, MethodContext context) {
    return new DoubleSampling(config, context.dataset().tasks().size());
  }
}
