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
 * Magnitude pruning with retraining (Zhu and Gupta 2018, for whole neuron rows): trains on sum_t
 * w_t L_t, sets the rows of smallest Euclidean norm in each hidden layer to zero, and retrains with
 * these rows kept exactly at zero. A layer of n rows loses floor(s n) of them: all after the first
 * phase, or, with {@code pruning: cubic}, floor(s (1 - (1 - t / e)^3) n) of them after t of the
 * phase's e epochs. The paper prunes single entries, every 100 to 1,000 steps.
 *
 * <p>The default weights sum to 1. Both phases together have the epochs of the config.
 */
public final class MagnitudePruningPlugin implements MethodPlugin<MagnitudePruningConfig> {
  private static final double SPARSITY = 0.5;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "magnitude-pruning",
            "Magnitude pruning",
            "Zhu and Gupta, To Prune, or Not to Prune: Exploring the Efficacy of Pruning for Model"
                + " Compression, ICLR Workshops 2018",
            List.of("sparse result", "one backward pass per step"))
        .withLink("https://arxiv.org/abs/1710.01878")
        .withPreference("weights");
  }

  @Override
  public MagnitudePruningConfig defaults() {
    return new MagnitudePruningConfig(
        SPARSITY, 0, PruningSchedule.ONE_SHOT, RetrainedTraining.standard());
  }

  @Override
  public List<Problem> check(MagnitudePruningConfig config, DatasetFacts dataset) {
    return PerTask.check("weights", config.training().weights(), dataset.tasks().size()).stream()
        .toList();
  }

  @Override
  public Method create(MagnitudePruningConfig config, MethodContext context) {
    return new PruneAndRetrain(
        config.training(),
        (parameters, masks) ->
            new SmallestRows(
                config.sparsity(), config.minLayerRows(), config.pruning(), parameters, masks));
  }
}
