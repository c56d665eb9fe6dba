package org.mtlbench.methods.alternating;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.training.StepValues;

/**
 * Measures how far the shared parameters theta move during training (Pascal et al. 2022,
 * "exploration"): path length sum ||delta theta|| over all steps, distance ||theta - theta_0|| from
 * the start, and path over distance, which is 1 for a straight path.
 */
final class Exploration {
  private final List<Parameter> shared;
  private final NDArray start;
  private StepValues lengths = new StepValues();
  private double path;

  /**
   * Starts measuring at the current parameters.
   *
   * @param shared parameters of the trunk
   */
  Exploration(List<Parameter> shared) {
    this.shared = List.copyOf(shared);
    start = position();
    // Outlives the scope in which it may be created.
    NDScope.unregister(start);
  }

  /** Runs an update and adds the length of its step; must be called inside a scope. */
  void step(Runnable update) {
    NDArray before = position();
    update.run();
    lengths.add(distance(before));
  }

  /** The three measures after an epoch; the ratio is omitted until the parameters have moved. */
  Map<String, Double> measures() {
    Map<String, Double> measures = new LinkedHashMap<>();
    for (double[] length : lengths.rows()) {
      path += length[0];
    }
    lengths = new StepValues();
    try (NDScope scope = new NDScope()) {
      double distance = distance(start).getFloat();
      measures.put("path-length", path);
      measures.put("distance", distance);
      if (distance > 0) {
        measures.put("path-per-distance", path / distance);
      }
    }
    return measures;
  }

  void state(StateRegistry registry) {
    registry.tensor("exploration/start", start);
    registry.numbers("exploration/path", () -> new double[] {path}, read -> path = read[0]);
  }

  private NDArray distance(NDArray from) {
    try (GradientMode off = GradientMode.off()) {
      return position().sub(from).norm();
    }
  }

  /** A copy of all shared parameters as one vector. */
  private NDArray position() {
    try (GradientMode off = GradientMode.off()) {
      NDList parts = new NDList();
      shared.forEach(parameter -> parts.add(parameter.value().reshape(-1)));
      return parts.size() == 1 ? parts.get(0).duplicate() : NDArrays.concat(parts);
    }
  }
}
