package org.mtlbench.architectures.hps;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.toolbox.backbone.SharedTrunk;
import org.mtlbench.toolbox.network.Chain;

/** head_i(trunk(u)). */
final class HpsNetwork implements StagedNetwork {
  private final SharedTrunk parts;
  private final List<Weight> weights;

  HpsNetwork(SharedTrunk parts) {
    this.parts = parts;
    weights =
        Stream.of(parts.stages(), parts.heads())
            .flatMap(List::stream)
            .map(Chain::weights)
            .flatMap(List::stream)
            .toList();
  }

  @Override
  public int tasks() {
    return parts.heads().size();
  }

  @Override
  public int stages() {
    return parts.stages().size();
  }

  @Override
  public NDArray stage(int stage, NDArray x, Pass pass) {
    return parts.stages().get(stage).forward(x, pass);
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, Pass pass) {
    return shared;
  }

  @Override
  public NDArray head(int task, NDArray feature, Pass pass) {
    return parts.heads().get(task).forward(feature, pass);
  }

  @Override
  public List<Weight> weights() {
    return weights;
  }
}
