package org.mtlbench.architectures.crossstitch;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.backbone.SharedTrunk;
import org.mtlbench.toolbox.network.Chain;

/**
 * Cross-stitch networks (Misra et al. 2016): a trunk with the backbone's stages for each task, and
 * a unit after each stage that gives each task a linear combination of the outputs of all trunks;
 * see {@link Stitch}. A network for one task has no units.
 *
 * <p>Through the units, the loss of each task depends on all trunks. All trunks and all units
 * except the last are therefore shared parameters. The last unit's weights of a task and the head
 * of the task are task-specific.
 */
public final class CrossStitchPlugin implements ArchitecturePlugin<CrossStitchConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "cross-stitch",
        "Cross-stitch",
        "Misra, Shrivastava, Gupta and Hebert, \"Cross-stitch Networks for Multi-task Learning\","
            + " CVPR 2016",
        List.of("one trunk and one head per task", "learned combination after each stage"));
  }

  @Override
  public CrossStitchConfig defaults() {
    return new CrossStitchConfig(0.9, 0.1, true);
  }

  @Override
  public Blueprint blueprint(CrossStitchConfig config, Backbone backbone, DatasetFacts dataset) {
    Blueprint single = SharedTrunk.blueprint(backbone, dataset);
    return new Blueprint(
        single.input(),
        List.of(),
        single.tasks() * single.shared(),
        single.features(),
        single.heads());
  }

  @Override
  public Network create(
      CrossStitchConfig config,
      Backbone backbone,
      DatasetFacts dataset,
      NDManager manager,
      Randomness random) {
    List<Blueprint.Stage> stages = SharedTrunk.blueprint(backbone, dataset).trunk();
    int tasks = dataset.tasks().size();
    List<List<Chain>> trunks = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      trunks.add(
          Chain.stages(
              "trunk" + (task + 1), backbone.stages(), Role.TRUNK, true, false, manager, random));
    }
    List<Stitch> units = new ArrayList<>();
    for (int stage = 0; tasks > 1 && stage < stages.size(); stage++) {
      boolean last = stage == stages.size() - 1;
      String name = "stitch" + (stage + 1);
      int channels = Math.toIntExact(stages.get(stage).output().get(0));
      units.add(Stitch.of(name, config, tasks, channels, last, manager));
    }
    return new CrossStitchNetwork(
        trunks, units, SharedTrunk.heads(backbone, dataset, manager, random));
  }
}
