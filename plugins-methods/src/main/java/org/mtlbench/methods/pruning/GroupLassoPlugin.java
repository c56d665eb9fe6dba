package org.mtlbench.methods.pruning;

import java.util.List;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.toolbox.weighting.PerTask;

/**
 * Group lasso on neuron rows (Yuan and Lin 2006; Wen et al. 2016): minimises sum_t w_t L_t + lambda
 * sum_r ||w_r|| over the rows w_r of all hidden layers, by a step on the losses and a proximal step
 * of length rate * lambda; then retrains without the penalty, with the rows that have become zero
 * kept exactly at zero. With SGD without momentum these are the steps of proximal gradient descent;
 * with Adam the proximal step is not scaled by Adam's denominators. The penalty is that of GrOWL
 * with equal weights: rows are not weighted by their length, as they are by Yuan and Lin.
 *
 * <p>The default weights sum to 1. Both phases together have the epochs of the config.
 */
public final class GroupLassoPlugin implements MethodPlugin<GroupLassoConfig> {
  private static final double LAMBDA = 0.1;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "group-lasso",
            "Group lasso",
            "Wen et al., Learning Structured Sparsity in Deep Neural Networks, NeurIPS 2016",
            List.of("sparse result", "one backward pass per step"))
        .withLink("https://arxiv.org/abs/1608.03665")
        .withPreference("weights");
  }

  @Override
  public GroupLassoConfig defaults() {
    return new GroupLassoConfig(LAMBDA, RetrainedTraining.standard());
  }

  @Override
  public List<Problem> check(GroupLassoConfig config, DatasetFacts dataset) {
    return PerTask.check("weights", config.training().weights(), dataset.tasks().size()).stream()
        .toList();
  }

  @Override
  public Method create(GroupLassoConfig config, MethodContext context) {
    return new PruneAndRetrain(
        config.training(), (parameters, masks) -> new ShrunkRows(config.lambda(), parameters));
  }
}
