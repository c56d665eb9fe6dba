package org.mtlbench.methods.descent;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;

/**
 * A network whose output for every task and every input is its only parameter.
 *
 * @param point all coordinates, (1, D)
 */
record PointNetwork(Parameter point, int tasks) implements StagedNetwork {
  @Override
  public int stages() {
    return 1;
  }

  @Override
  public NDArray stage(int stage, NDArray x, ForwardMode mode) {
    return point.value();
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, ForwardMode mode) {
    return shared;
  }

  @Override
  public NDArray head(int task, NDArray feature, ForwardMode mode) {
    return feature;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(point);
  }
}
