package org.mtlbench.architectures.hps;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.architectures.TrunkAndHeads;

/** head_i(trunk(u)). */
final class HpsNetwork implements Network {
  private final TrunkAndHeads parts;
  private final List<Weight> weights;

  HpsNetwork(TrunkAndHeads parts) {
    this.parts = parts;
    weights = Stream.concat(parts.trunkWeights(), parts.headWeights()).toList();
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
    return parts.stage(stage, x, pass);
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, Pass pass) {
    return shared;
  }

  @Override
  public NDArray head(int task, NDArray feature, Pass pass) {
    return parts.head(task, feature, pass);
  }

  @Override
  public List<Weight> weights() {
    return weights;
  }
}
