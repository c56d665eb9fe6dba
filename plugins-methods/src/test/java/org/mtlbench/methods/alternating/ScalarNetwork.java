package org.mtlbench.methods.alternating;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Position;
import org.mtlbench.api.architecture.Role;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.architecture.Weight;

/** Task t answers h_t (a x): one shared number a, one number h_t a task; small enough to follow. */
record ScalarNetwork(List<Weight> weights) implements StagedNetwork {
  static ScalarNetwork of(NDManager manager, float shared, float... heads) {
    List<Weight> weights = new ArrayList<>();
    weights.add(weight("a", shared, Role.TRUNK, Position.HIDDEN, manager));
    for (int t = 0; t < heads.length; t++) {
      weights.add(weight("h" + (t + 1), heads[t], Role.task(t), Position.OUTPUT, manager));
    }
    return new ScalarNetwork(weights);
  }

  private static Weight weight(
      String name, float value, Role role, Position position, NDManager manager) {
    NDArray number = manager.create(new float[] {value}, new Shape(1));
    return new Weight(name, number, Weight.Kind.SCALAR, role, position);
  }

  /** a, h_1, h_2 and so on. */
  double[] values() {
    return weights.stream().mapToDouble(weight -> weight.value().getFloat()).toArray();
  }

  @Override
  public int tasks() {
    return weights.size() - 1;
  }

  @Override
  public int stages() {
    return 1;
  }

  @Override
  public NDArray stage(int stage, NDArray x, Pass pass) {
    return x.mul(weights.get(0).value());
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, Pass pass) {
    return shared;
  }

  @Override
  public NDArray head(int task, NDArray feature, Pass pass) {
    return feature.mul(weights.get(1 + task).value());
  }
}
