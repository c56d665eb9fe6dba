package org.mtlbench.methods.fairgrad;

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
 * Fair resource allocation (Ban and Ji 2024): the direction is d = J'w, (P), with G w =
 * w^(-1/alpha) and w above 0, which maximises the alpha-fair utility of the gains J d. With alpha =
 * 1 it is that of Nash-MTL without its limit on the norm. Gradients s times as long give a
 * direction of s^((1 - alpha) / (1 + alpha)) times the length, so with alpha above 1 the steps grow
 * as gradients vanish, and a single task gives g ||g||^(-2 alpha / (1 + alpha)). Tasks with a zero
 * gradient are ignored; if gradients are opposed there is no solution and the trunk is not updated.
 * Heads and monitors are updated with the gradient of their own task.
 *
 * <p>The default is the alpha of the authors' experiments. Their code and LibMTL minimise the
 * difference of the two sides with a general least-squares solver, which for short or opposed
 * gradients ends before it has reached 0; LibMTL also multiplies the gradients of heads by w, which
 * is unbounded.
 */
public final class FairGradPlugin implements MethodPlugin<FairGradConfig> {
  private static final double ALPHA = 2;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "fairgrad",
            "FairGrad",
            "Ban and Ji, Fair Resource Allocation in Multi-Task Learning, ICML 2024",
            List.of("one backward pass per task and step"))
        .withLink("https://arxiv.org/abs/2402.15638");
  }

  @Override
  public FairGradConfig defaults() {
    return new FairGradConfig(ALPHA, TrainingConfig.standard());
  }

  @Override
  public Method create(FairGradConfig config, MethodContext context) {
    return new Fair(config.alpha(), config.training());
  }

  private record Fair(double alpha, TrainingConfig training) implements Aggregation {
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.NON_CONFLICTING);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      return Update.ofTrunk(FairGrad.weights(gradients.gramian(), alpha));
    }
  }
}
