package org.mtlbench.architectures.hps;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.architectures.TrunkAndHeads;

/** Hard parameter sharing (Caruana 1993): one trunk, a head for each task. */
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
  public Network create(HpsConfig config, NetworkSpec parts, NDManager manager, Randomness random) {
    return new HpsNetwork(TrunkAndHeads.of(parts, manager, random));
  }
}
