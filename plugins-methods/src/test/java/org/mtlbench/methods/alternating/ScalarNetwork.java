package org.mtlbench.methods.alternating;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;

/** Task t answers h_t (a x): one shared number a, one number h_t a task; small enough to follow. */
record ScalarNetwork(List<Parameter> parameters) implements StagedNetwork {
  static ScalarNetwork of(NDManager manager, float shared, float... heads) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(parameter("a", shared, Role.TRUNK, Position.HIDDEN, manager));
    for (int t = 0; t < heads.length; t++) {
      parameters.add(parameter("h" + (t + 1), heads[t], Role.task(t), Position.OUTPUT, manager));
    }
    return new ScalarNetwork(parameters);
  }

  private static Parameter parameter(
      String name, float value, Role role, Position position, NDManager manager) {
    NDArray number = manager.create(new float[] {value}, new Shape(1));
    return new Parameter(name, number, Parameter.Kind.SCALAR, role, position);
  }

  /** a, h_1, h_2 and so on. */
  double[] values() {
    return parameters.stream().mapToDouble(parameter -> parameter.value().getFloat()).toArray();
  }

  @Override
  public int tasks() {
    return parameters.size() - 1;
  }

  @Override
  public int stages() {
    return 1;
  }

  @Override
  public NDArray stage(int stage, NDArray x, ForwardMode mode) {
    return x.mul(parameters.get(0).value());
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, ForwardMode mode) {
    return shared;
  }

  @Override
  public NDArray head(int task, NDArray feature, ForwardMode mode) {
    return feature.mul(parameters.get(1 + task).value());
  }
}
