package org.mtlbench.methods.sdmgrad;

import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Stochastic direction-oriented gradient descent (Xiao, Ban and Ji 2023, algorithm 1): w on the
 * simplex minimises ||J'(w + lambda / K)||^2 / 2 by projected SGD with momentum 0.5, whose gradient
 * A (w + lambda / K) with A = J_1 J_2' is unbiased, since J_1 and J_2 are the gradients of two
 * further, independent training batches. A is divided by the squared mean of the roots of its
 * diagonal, and w is kept from step to step. The direction is J'(w + lambda / K) / (1 + lambda),
 * (P), with the gradients J of the step's own batch. The direction has the scale of the mean loss;
 * a single task gives its gradient, and if the diagonal of A has no positive number, w is not
 * updated. Heads and monitors are updated with the gradient of their own task on the step's batch.
 *
 * <p>Defaults are those of the authors' experiments; LibMTL has half the learning rate of w. The
 * authors add 1e-4 below the roots, LibMTL 1e-8 to the squared mean; here nothing is added, so the
 * result does not depend on the unit of the losses.
 */
public final class SdmGradPlugin implements MethodPlugin<SdmGradConfig> {
  private static final double LAMBDA = 0.3;
  private static final int ITERATIONS = 20;
  private static final double WEIGHT_LEARNING_RATE = 10;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "sdmgrad",
            "SDMGrad",
            "Xiao, Ban and Ji, Direction-oriented Multi-objective Learning: Simple and Provable"
                + " Stochastic Algorithms, NeurIPS 2023",
            List.of(
                "three batches per step, one backward pass per task on each", "learns its weights"))
        .withLink("https://openreview.net/forum?id=4Ks8RPcXd9");
  }

  @Override
  public SdmGradConfig defaults() {
    return new SdmGradConfig(LAMBDA, ITERATIONS, WEIGHT_LEARNING_RATE, TrainingConfig.standard());
  }

  @Override
  public Method create(SdmGradConfig config, MethodContext context) {
    return new DirectionOriented(config, context.dataset().tasks().size());
  }
}
