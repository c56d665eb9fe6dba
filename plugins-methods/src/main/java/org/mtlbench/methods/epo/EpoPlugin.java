package org.mtlbench.methods.epo;

import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.weighting.PerTask;

/**
 * Exact Pareto optimal search (Mahapatra and Rajan 2020): moves to the Pareto optimal point at
 * which r_1 L_1 = r_2 L_2 = ... for a preference r. The direction is K J'alpha, (P), with the
 * convex weights alpha of {@link Epo}, K tasks and r of Euclidean norm 1; it has the scale of the
 * sum of the losses. A single task gives its gradient. A balancing step may increase the losses
 * that are low for the preference.
 *
 * <p>Heads and monitors are updated with the gradient of their task times K alpha_t, as in the
 * authors' code, since unscaled they would decrease a loss that is low for the preference. The
 * authors' code computes the Gramian from all parameters, not only the shared ones.
 */
public final class EpoPlugin implements MethodPlugin<EpoConfig> {
  private static final double TOLERANCE = 1e-4;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "epo",
            "EPO",
            "Mahapatra and Rajan, Multi-Task Learning with User Preferences: Gradient Descent with"
                + " Controlled Ascent in Pareto Optimization, ICML 2020",
            List.of("one backward pass per task and step"))
        .withLink("https://proceedings.mlr.press/v119/mahapatra20a.html")
        .withPreference("preference");
  }

  @Override
  public EpoConfig defaults() {
    return new EpoConfig(List.of(), TOLERANCE, TrainingConfig.standard());
  }

  @Override
  public List<Problem> check(EpoConfig config, DatasetFacts dataset) {
    return PerTask.check("preference", config.preference(), dataset.tasks().size()).stream()
        .toList();
  }

  @Override
  public Method create(EpoConfig config, MethodContext context) {
    double[] preference = PerTask.orElse(config.preference(), 1, context.dataset().tasks().size());
    double norm = Math.sqrt(Arrays.stream(preference).map(r -> r * r).sum());
    return new Search(
        Arrays.stream(preference).map(r -> r / norm).toArray(),
        config.tolerance(),
        config.training());
  }

  private record Search(double[] preference, double tolerance, TrainingConfig training)
      implements Aggregation {
    @Override
    public Update aggregate(TaskGradients gradients) {
      double[] alpha = Epo.weights(gradients.gramian(), gradients.losses(), preference, tolerance);
      return Update.weights(
          Arrays.stream(alpha).map(weight -> gradients.tasks() * weight).toArray());
    }
  }
}
