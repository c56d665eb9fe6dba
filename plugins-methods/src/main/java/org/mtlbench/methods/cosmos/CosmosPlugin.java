package org.mtlbench.methods.cosmos;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.weighting.PerTask;

/**
 * COSMOS (Ruchte and Grabocka 2021): one network for all preferences r of the simplex. The network
 * reads r as K further input channels, constant over the image, or as K further columns of a
 * vector, before those of the dataset. Each step draws r from a symmetric Dirichlet distribution
 * and minimises
 *
 * <pre>sum_t r_t L_t - lambda r.L / (||r|| ||L||)</pre>
 *
 * for the whole batch. The first term has the scale of the mean loss, since r sums to 1; the second
 * lies between 0 and lambda and moves the vector of the losses to the direction of r. Validation,
 * selection and test use the configured preference. A single task has r = 1 and its own loss.
 *
 * <p>The defaults are the authors' for MultiMNIST. Their code enlarges r to the size of images with
 * learned transposed convolutions.
 */
public final class CosmosPlugin implements MethodPlugin<CosmosConfig> {
  private static final double ALPHA = 1.2;
  private static final double LAMBDA = 2;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "cosmos",
            "COSMOS",
            "Ruchte and Grabocka, Scalable Pareto Front Approximation for Deep Multi-Objective"
                + " Learning, ICDM 2021",
            List.of(
                "one backward pass per step",
                "reads the preference as further input channels, so one training serves all"
                    + " preferences"))
        .withLink("https://arxiv.org/abs/2103.13392")
        .withPreference("preference");
  }

  @Override
  public CosmosConfig defaults() {
    return new CosmosConfig(List.of(), ALPHA, LAMBDA, TrainingConfig.standard());
  }

  @Override
  public List<Problem> check(CosmosConfig config, DatasetFacts dataset) {
    return PerTask.check("preference", config.preference(), dataset.tasks().size()).stream()
        .toList();
  }

  @Override
  public List<Problem> checkNetwork(CosmosConfig config, Blueprint network) {
    Shape input = network.input();
    return input.dimension() == 1 || input.dimension() == 3
        ? List.of()
        : List.of(
            new Problem(
                "", "inputs of shape " + input, "images, (C, H, W), or vectors, which r can join"));
  }

  @Override
  public Method create(CosmosConfig config, MethodContext context) {
    double[] preference = PerTask.orElse(config.preference(), 1, context.dataset().tasks().size());
    double sum = Arrays.stream(preference).sum();
    return new Cosmos(
        config,
        Arrays.stream(preference).map(r -> r / sum).toArray(),
        context.dataset().input().shape().dimension() == 3);
  }
}
