package org.mtlbench.methods.nashmtl;

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
 * Nash bargaining (Navon et al. 2022): the direction is d = J'a, (P), with G a = 1 / a and a above
 * 0, the Nash bargaining solution, in which no task's relative gain can increase by more than the
 * others lose. The norm of d is sqrt(K) for all gradients, limited to {@code max-norm}, so a single
 * task gives g / ||g||. Tasks with a zero gradient are ignored; if gradients are opposed there is
 * no solution and the trunk is not updated. Heads and monitors are updated with the gradient of
 * their own task (the authors' code scales it by a, which is unbounded).
 */
public final class NashMtlPlugin implements MethodPlugin<NashMtlConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "nash-mtl",
            "Nash-MTL",
            "Navon et al., Multi-Task Learning as a Bargaining Game, ICML 2022",
            List.of("one backward pass per task and step"))
        .withLink("https://arxiv.org/abs/2202.01017");
  }

  @Override
  public NashMtlConfig defaults() {
    return new NashMtlConfig(1, TrainingConfig.standard());
  }

  @Override
  public Method create(NashMtlConfig config, MethodContext context) {
    return new Bargaining(config.maxNorm(), config.training());
  }

  private record Bargaining(double maxNorm, TrainingConfig training) implements Aggregation {
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.NON_CONFLICTING);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      return Update.ofTrunk(NashMtl.weights(gradients.gramian(), maxNorm));
    }
  }
}
