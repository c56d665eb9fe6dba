package org.mtlbench.methods.mtan;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.architecture.Weight;

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
  public NDArray stage(int stage, NDArray x, Pass pass) {
    return network.stage(stage, x, pass);
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, Pass pass) {
    return network.fuse(task, shared, input, pass);
  }

  @Override
  public NDArray head(int task, NDArray feature, Pass pass) {
    return network.head(task, feature, pass);
  }

  @Override
  public List<Weight> weights() {
    return network.weights();
  }
}
