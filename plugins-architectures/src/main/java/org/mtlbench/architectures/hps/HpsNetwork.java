package org.mtlbench.architectures.hps;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.backbone.SharedTrunk;
import org.mtlbench.toolbox.network.Chain;

/** head_i(trunk(u)). */
final class HpsNetwork implements StagedNetwork {
  private final SharedTrunk parts;
  private final List<Parameter> parameters;

  HpsNetwork(SharedTrunk parts) {
    this.parts = parts;
    parameters =
        Stream.of(parts.stages(), parts.heads())
            .flatMap(List::stream)
            .map(Chain::parameters)
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
  public NDArray stage(int stage, NDArray x, ForwardMode mode) {
    return parts.stages().get(stage).forward(x, mode);
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, ForwardMode mode) {
    return shared;
  }

  @Override
  public NDArray head(int task, NDArray feature, ForwardMode mode) {
    return parts.heads().get(task).forward(feature, mode);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }
}
