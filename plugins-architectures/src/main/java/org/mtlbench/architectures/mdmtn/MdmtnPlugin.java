package org.mtlbench.architectures.mdmtn;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.backbone.SharedTrunk;
import org.mtlbench.toolbox.network.LayerShapes;

/** The monitored deep multi-task network: a shared trunk, and one monitor and one head per task. */
public final class MdmtnPlugin implements ArchitecturePlugin<MdmtnConfig> {
  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "mdmtn",
          "MDMTN",
          "Hotegni, Berkemeier and Peitz, \"Multi-Objective Optimization for Sparse Deep"
              + " Multi-Task Learning\", IJCNN 2024, arXiv 2308.12243",
          List.of("shared trunk", "one monitor and one head per task", "learned mixing weights"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public MdmtnConfig defaults() {
    return MdmtnConfig.PAPER;
  }

  @Override
  public Blueprint blueprint(MdmtnConfig config, Backbone backbone, DatasetFacts dataset) {
    Blueprint trunk = SharedTrunk.blueprint(backbone, dataset);
    long monitor = LayerShapes.multiplyAdds(Monitor.layers(trunk), trunk.input());
    Blueprint.Component feature = new Blueprint.Component(trunk.trunkFeature(), monitor);
    return Blueprint.staged(
        trunk.input(), trunk.trunk(), Collections.nCopies(trunk.tasks(), feature), trunk.heads());
  }

  @Override
  public StagedNetwork create(
      MdmtnConfig config,
      Backbone backbone,
      DatasetFacts dataset,
      NDManager manager,
      Randomness random) {
    List<LayerSpec> monitor = Monitor.layers(SharedTrunk.blueprint(backbone, dataset));
    SharedTrunk parts = SharedTrunk.of(backbone, dataset, manager, random);
    List<Fusion> fusions = new ArrayList<>();
    for (int task = 0; task < dataset.tasks().size(); task++) {
      fusions.add(Fusion.of(task, config, monitor, manager, random));
    }
    return new MdmtnNetwork(parts, fusions);
  }
}
