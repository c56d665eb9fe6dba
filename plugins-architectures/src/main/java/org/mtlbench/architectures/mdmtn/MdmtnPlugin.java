package org.mtlbench.architectures.mdmtn;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.architectures.TrunkAndHeads;

/** The monitored deep multi-task network: a trunk, and a monitor and a head for each task. */
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

  /**
   * {@inheritDoc}
   *
   * @throws InvalidConfigException if the parts do not fit together or have no monitor
   */
  @Override
  public Network create(
      MdmtnConfig config, NetworkSpec parts, NDManager manager, Randomness random) {
    if (parts.monitor().isEmpty()) {
      throw new InvalidConfigException("monitor", "no layers", "the layers of a monitor");
    }
    TrunkAndHeads trunkAndHeads = TrunkAndHeads.of(parts, manager, random);
    List<Fusion> fusions = new ArrayList<>();
    for (int task = 0; task < parts.tasks(); task++) {
      fusions.add(Fusion.of(task, config, parts.monitor(), manager, random));
    }
    return new MdmtnNetwork(trunkAndHeads, fusions);
  }
}
