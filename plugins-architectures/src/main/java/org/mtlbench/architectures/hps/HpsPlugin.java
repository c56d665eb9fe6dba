package org.mtlbench.architectures.hps;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.backbone.SharedTrunk;

/** Hard parameter sharing (Caruana 1993): one trunk, and one head per task. */
public final class HpsPlugin implements ArchitecturePlugin<HpsConfig> {
  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "hps",
          "HPS",
          "Caruana, \"Multitask Learning: A Knowledge-Based Source of Inductive Bias\", ICML 1993",
          List.of("shared trunk", "one head per task"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public HpsConfig defaults() {
    return new HpsConfig();
  }

  @Override
  public Blueprint blueprint(HpsConfig config, Backbone backbone, DatasetFacts dataset) {
    return SharedTrunk.blueprint(backbone, dataset);
  }

  @Override
  public StagedNetwork create(
      HpsConfig config,
      Backbone backbone,
      DatasetFacts dataset,
      NDManager manager,
      Randomness random) {
    return new HpsNetwork(SharedTrunk.of(backbone, dataset, manager, random));
  }
}
