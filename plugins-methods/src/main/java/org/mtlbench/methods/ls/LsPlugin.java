package org.mtlbench.methods.ls;

import java.util.Collections;
import java.util.List;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/** Linear scalarisation: minimises sum_t w_t L_t with fixed w. The default weights sum to 1. */
public final class LsPlugin implements MethodPlugin<LsConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "ls",
            "LS",
            "Kurin et al., In Defense of the Unitary Scalarization for Deep Multi-Task Learning,"
                + " NeurIPS 2022",
            List.of("one backward pass per step"))
        .withLink("https://arxiv.org/abs/2201.04122")
        .withRole(Descriptor.Role.SCALARISATION)
        .withPreference("weights");
  }

  @Override
  public LsConfig defaults() {
    return new LsConfig(List.of(), TrainingConfig.adam(36, 2.5e-3, 0.5, 3));
  }

  @Override
  public List<Problem> check(LsConfig config, DatasetFacts dataset) {
    int tasks = dataset.tasks().size();
    if (config.weights().isEmpty() || config.weights().size() == tasks) {
      return List.of();
    }
    String allowed = tasks + " numbers, one per task, or none";
    return List.of(new Problem("weights", config.weights().toString(), allowed));
  }

  @Override
  public Method create(LsConfig config, MethodContext context) {
    int tasks = context.dataset().tasks().size();
    List<Double> weights =
        config.weights().isEmpty() ? Collections.nCopies(tasks, 1.0 / tasks) : config.weights();
    return new LinearScalarisation(
        weights.stream().mapToDouble(Double::doubleValue).toArray(), config.training());
  }

  private record LinearScalarisation(double[] fixed, TrainingConfig training) implements Weighting {
    @Override
    public double[] weights(Step step) {
      return fixed.clone();
    }
  }
}
