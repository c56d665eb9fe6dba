package org.mtlbench.methods.gradvac;

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

/**
 * Gradient vaccine (Wang et al. 2021, algorithm 1): as PCGrad, but v_i is changed whenever its
 * cosine with another task's gradient is below a target, and so that it equals the target. The
 * target of a pair of tasks is the moving average of their cosine, t = (1 - beta) t + beta c, which
 * starts at 0; the first step is that of PCGrad. The direction, (P), is the sum of the v_i. The
 * direction has the scale of the sum of the losses; a single task gives its gradient. A task with a
 * zero gradient changes no other and keeps its targets. Heads and monitors are updated with the
 * gradient of their own task.
 *
 * <p>One target per pair for the whole trunk, as in LibMTL and TorchJD, from which the default of
 * {@code beta} comes; the paper also has one per layer. Both libraries add 1e-8 to the
 * denominators, so that short gradients count as orthogonal; here the result does not depend on
 * their length.
 */
public final class GradVacPlugin implements MethodPlugin<GradVacConfig> {
  private static final double BETA = 0.5;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "gradvac",
            "GradVac",
            "Wang et al., Gradient Vaccine: Investigating and Improving Multi-task Optimization in"
                + " Massively Multilingual Models, ICLR 2021",
            List.of("one backward pass per task and step", "learns its targets"))
        .withLink("https://arxiv.org/abs/2010.05874");
  }

  @Override
  public GradVacConfig defaults() {
    return new GradVacConfig(BETA, TrainingConfig.standard());
  }

  @Override
  public Method create(GradVacConfig config, MethodContext context) {
    return new Vaccine(config, context.dataset().tasks().size());
  }

  private static final class Vaccine implements Aggregation {
    private final GradVacConfig config;
    private final double[][] targets;

    Vaccine(GradVacConfig config, int tasks) {
      this.config = config;
      targets = new double[tasks][tasks];
    }

    @Override
    public TrainingConfig training() {
      return config.training();
    }

    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.HOMOGENEOUS, Claim.LINEAR_UNDER_SCALING, Claim.STRONGLY_STATIONARY);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      GradVac.Surgery surgery = GradVac.surgery(gradients.gramian(), targets, gradients.random());
      for (int i = 0; i < targets.length; i++) {
        double[] target = targets[i];
        double[] cosines = surgery.cosines()[i];
        Arrays.setAll(
            target,
            j ->
                Double.isNaN(cosines[j])
                    ? target[j]
                    : (1 - config.beta()) * target[j] + config.beta() * cosines[j]);
      }
      return Update.ofTrunk(surgery.weights());
    }

    @Override
    public void state(StateRegistry registry) {
      int tasks = targets.length;
      registry.numbers(
          "target-cosines",
          () -> Arrays.stream(targets).flatMapToDouble(Arrays::stream).toArray(),
          read -> {
            for (int i = 0; i < tasks; i++) {
              System.arraycopy(read, i * tasks, targets[i], 0, tasks);
            }
          });
    }
  }
}
