package org.mtlbench.methods.conflictfree;

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
 * Conflict-free inverse gradients (Liu, Chu and Thuerey 2025, equation 2): the direction is (sum_t
 * g_t.u) u, (P), where u is the unit vector along pinv(U) 1 and U has the rows g_t / ||g_t||. The
 * direction is parallel to that of IMTL-G, which has the same cosine with all gradients, but never
 * opposite to u, as IMTL-G is if its weights sum to a negative number before they are normalised;
 * its length is the sum of the projections. The direction has the scale of the sum of the losses; a
 * single task gives its gradient, and a task with a zero gradient is ignored. If the gradients are
 * linearly dependent, no direction may have equal cosines, u is then the one of least squares, and
 * may be in conflict with a task. Heads and monitors are updated with the gradient of their own
 * task.
 */
public final class ConFigPlugin implements MethodPlugin<TrainingConfig> {
  static final String REFERENCE =
      "Liu, Chu and Thuerey, ConFIG: Towards Conflict-free Training of Physics Informed Neural"
          + " Networks, ICLR 2025";

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "con-fig", "ConFIG", REFERENCE, List.of("one backward pass per task and step"))
        .withLink("https://arxiv.org/abs/2408.11104");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new ConflictFree(config);
  }

  private record ConflictFree(TrainingConfig training) implements Aggregation {
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.HOMOGENEOUS, Claim.LINEAR_UNDER_SCALING);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      return Update.ofTrunk(ConFig.weights(gradients.gramian()));
    }
  }
}
