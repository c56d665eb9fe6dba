package org.mtlbench.methods.pbi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.weighting.PerTask;

/**
 * Penalty-based boundary intersection (Zhang and Li 2007, section II.C): minimises d_1 + theta d_2
 * for K losses L, where d_1 = (L - z).u is the signed distance of the losses from the ideal ones
 * along the direction u = w / ||w||, and d_2 = ||r||, r = L - z - d_1 u, the distance from the
 * direction. The weight of g_t in its gradient is u_t + theta r_t / ||r||, and u_t if the losses
 * lie on the direction. A single task has weight 1.
 *
 * <p>The weight of a task whose loss is low for the direction falls, and is negative for theta
 * above u_t ||r|| / abs(r_t), which is at least 1 / sqrt(K - 1) for equal w: its loss is then
 * increased towards the direction. The default is 1; for two tasks with equal w the objective is
 * then sqrt(2) times the larger loss above the ideal, with weight 0 for the other task, and for
 * more tasks weights can be negative. The paper uses 5, for deterministic objectives.
 */
public final class PbiPlugin implements MethodPlugin<PbiConfig> {
  private static final double THETA = 1;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "pbi",
            "PBI",
            "Zhang and Li, MOEA/D: A Multiobjective Evolutionary Algorithm Based on Decomposition,"
                + " IEEE Trans. Evolutionary Computation 11(6), 2007",
            List.of("one backward pass per step"))
        .withLink("https://doi.org/10.1109/TEVC.2007.892759")
        .withPreference("preference");
  }

  @Override
  public PbiConfig defaults() {
    return new PbiConfig(List.of(), List.of(), THETA, TrainingConfig.standard());
  }

  @Override
  public List<Problem> check(PbiConfig config, DatasetFacts dataset) {
    int tasks = dataset.tasks().size();
    return Stream.of(
            PerTask.check("preference", config.preference(), tasks),
            PerTask.check("ideal", config.ideal(), tasks))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public Method create(PbiConfig config, MethodContext context) {
    int tasks = context.dataset().tasks().size();
    double[] preference = PerTask.orElse(config.preference(), 1, tasks);
    double norm = norm(preference);
    return new Intersection(
        Arrays.stream(preference).map(w -> w / norm).toArray(),
        PerTask.orElse(config.ideal(), 0, tasks),
        config.theta(),
        config.training());
  }

  private static double norm(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(value -> value * value).sum());
  }

  private record Intersection(
      double[] direction, double[] ideal, double theta, TrainingConfig training)
      implements Weighting {
    /** A shorter distance from the direction, relative to the losses, is a rounding error. */
    private static final double ON_DIRECTION = 1e-12;

    @Override
    public double[] weights(Step step) {
      double[] excess = step.losses();
      Arrays.setAll(excess, t -> excess[t] - ideal[t]);
      double along = 0;
      for (int t = 0; t < excess.length; t++) {
        along += excess[t] * direction[t];
      }
      double distance = along;
      double[] rest = new double[excess.length];
      Arrays.setAll(rest, t -> excess[t] - distance * direction[t]);
      double penalty = norm(rest);
      double[] weights = direction.clone();
      if (penalty > ON_DIRECTION * norm(excess)) {
        Arrays.setAll(weights, t -> weights[t] + theta * rest[t] / penalty);
      }
      return weights;
    }
  }
}
