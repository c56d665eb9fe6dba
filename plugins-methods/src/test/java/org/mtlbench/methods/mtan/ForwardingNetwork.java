package org.mtlbench.methods.mtan;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;

/** Another network, for tests that change one part. */
class ForwardingNetwork implements StagedNetwork {
  private final StagedNetwork network;

  ForwardingNetwork(StagedNetwork network) {
    this.network = network;
  }

  @Override
  public int tasks() {
    return network.tasks();
  }

  @Override
  public int stages() {
    return network.stages();
  }

  @Override
  public NDArray stage(int stage, NDArray x, ForwardMode mode) {
    return network.stage(stage, x, mode);
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, ForwardMode mode) {
    return network.fuse(task, shared, input, mode);
  }

  @Override
  public NDArray head(int task, NDArray feature, ForwardMode mode) {
    return network.head(task, feature, mode);
  }

  @Override
  public List<Parameter> parameters() {
    return network.parameters();
  }
}
