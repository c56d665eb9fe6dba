package org.mtlbench.architectures.mmoe;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.architectures.experts.Experts;

/**
 * The multi-gate mixture-of-experts (Ma et al. 2018): n experts f_i, each a copy of the backbone,
 * and one gate per task that combines their outputs. For a network input x, the input of the head
 * of task t is
 *
 * <p>sum_i softmax(W_t x + b_t)_i f_i(x).
 *
 * <p>The experts are shared; gates and heads are task-specific.
 */
public final class MmoePlugin implements ArchitecturePlugin<MmoeConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "mmoe",
        "MMoE",
        "Ma, Zhao, Yi, Chen, Hong and Chi, \"Modeling Task Relationships in Multi-task Learning"
            + " with Multi-gate Mixture-of-Experts\", KDD 2018",
        List.of("shared experts", "one gate and one head per task"));
  }

  @Override
  public MmoeConfig defaults() {
    return new MmoeConfig(3);
  }

  private static Experts experts(MmoeConfig config) {
    return new Experts(config.experts(), 0, 1);
  }

  @Override
  public Blueprint blueprint(MmoeConfig config, Backbone backbone, DatasetFacts dataset) {
    return experts(config).blueprint(backbone, dataset);
  }

  @Override
  public Network create(
      MmoeConfig config,
      Backbone backbone,
      DatasetFacts dataset,
      NDManager manager,
      Randomness random) {
    return experts(config).create(backbone, dataset, manager, random);
  }
}
