package org.mtlbench.architectures.cgc;

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
 * Customised gate control and progressive layered extraction (Tang et al. 2020). With one level,
 * the gate of each task combines the outputs of shared and task-specific experts, all of which have
 * the layers of the backbone; the gate is a softmax of a linear function of the input, and the
 * task's head receives the combination.
 *
 * <p>With several levels, the experts of a level have the layers of consecutive stages of the
 * backbone. The gate of a task combines the shared experts and the task's experts, and provides the
 * input of the task's experts in the next level; a shared gate combines all experts and provides
 * the input of the shared experts. A gate has the same input as its experts. If it is spatial,
 * gates after the first level use the mean of each channel; the paper has only flat layers.
 *
 * <p>For the shared and task-specific parameters see {@link Experts}.
 */
public final class CgcPlugin implements ArchitecturePlugin<CgcConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "cgc",
        "CGC",
        "Tang, Liu, Zhao and Gong, \"Progressive Layered Extraction (PLE): A Novel Multi-Task"
            + " Learning (MTL) Model for Personalized Recommendations\", RecSys 2020",
        List.of("shared and task-specific experts", "one gate and one head per task"));
  }

  @Override
  public CgcConfig defaults() {
    return new CgcConfig(1, 1, 1);
  }

  private static Experts experts(CgcConfig config) {
    return new Experts(config.sharedExperts(), config.taskExperts(), config.levels());
  }

  @Override
  public Blueprint blueprint(CgcConfig config, Backbone backbone, DatasetFacts dataset) {
    return experts(config).blueprint(backbone, dataset);
  }

  @Override
  public Network create(
      CgcConfig config,
      Backbone backbone,
      DatasetFacts dataset,
      NDManager manager,
      Randomness random) {
    return experts(config).create(backbone, dataset, manager, random);
  }
}
