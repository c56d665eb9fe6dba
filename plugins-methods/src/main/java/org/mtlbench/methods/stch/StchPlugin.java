package org.mtlbench.methods.stch;

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
import org.mtlbench.toolbox.weighting.Softmax;

/**
 * Smooth Tchebycheff scalarisation (Lin et al. 2024): minimises mu log sum_t exp(w_t (L_t - z_t) /
 * mu), a smooth relative of {@code ours}. The weight of g_t in its gradient is w_t p_t with p =
 * softmax(w (L - z) / mu). With equal w the weights sum to 1/K.
 */
public final class StchPlugin implements MethodPlugin<StchConfig> {
  private static final double SMOOTHING = 0.1;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "stch",
            "STCH",
            "Lin et al., Smooth Tchebycheff Scalarization for Multi-Objective Optimization,"
                + " ICML 2024",
            List.of("one backward pass per step"))
        .withLink("https://arxiv.org/abs/2402.19078")
        .withPreference("preference");
  }

  @Override
  public StchConfig defaults() {
    return new StchConfig(List.of(), List.of(), SMOOTHING, TrainingConfig.standard());
  }

  @Override
  public List<Problem> check(StchConfig config, DatasetFacts dataset) {
    int tasks = dataset.tasks().size();
    return Stream.of(
            PerTask.check("preference", config.preference(), tasks),
            PerTask.check("ideal", config.ideal(), tasks))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public Method create(StchConfig config, MethodContext context) {
    int tasks = context.dataset().tasks().size();
    return new Tchebycheff(
        PerTask.orElse(config.preference(), 1.0 / tasks, tasks),
        PerTask.orElse(config.ideal(), 0, tasks),
        config.smoothing(),
        config.training());
  }

  private record Tchebycheff(
      double[] preference, double[] ideal, double smoothing, TrainingConfig training)
      implements Weighting {
    @Override
    public double[] weights(Step step) {
      double[] losses = step.losses();
      double[] excess = new double[losses.length];
      Arrays.setAll(excess, t -> preference[t] * (losses[t] - ideal[t]) / smoothing);
      double[] shares = Softmax.of(excess);
      Arrays.setAll(shares, t -> preference[t] * shares[t]);
      return shares;
    }
  }
}
