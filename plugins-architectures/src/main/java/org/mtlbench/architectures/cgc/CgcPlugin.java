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
 * each task's gate combines the outputs of shared experts and of experts of the task, all of which
 * are copies of the backbone; the gate is a softmax of a linear function of the input, and the
 * task's head reads the combination.
 *
 * <p>With several levels, experts of a level are copies of some of the backbone's stages. A task's
 * gate combines the shared and the task's experts for the task's experts of the next level; a
 * shared gate combines all experts for the shared ones. A gate reads what the experts of its name
 * read. Where that is spatial, gates after the first level read the mean of each channel; the paper
 * has flat layers only.
 *
 * <p>What all tasks share: see {@link Experts}.
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
