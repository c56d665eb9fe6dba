package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.gradient.GradientMode;

/** A copy of weights at one moment, in memory of its own. */
public final class WeightCopies {
  private final List<Weight> weights;
  private final List<NDArray> copies = new ArrayList<>();

  /**
   * Copies the weights as they are.
   *
   * @param weights buffers may be among them
   */
  public WeightCopies(List<Weight> weights) {
    this.weights = List.copyOf(weights);
    try (GradientMode off = GradientMode.off()) {
      for (Weight weight : weights) {
        NDArray copy = weight.value().duplicate();
        // copies outlive the scope of the step or phase they are made in
        NDScope.unregister(copy);
        copies.add(copy);
      }
    }
  }

  /** Copies the weights again, over the earlier copy. */
  public void take() {
    try (GradientMode off = GradientMode.off()) {
      for (int i = 0; i < copies.size(); i++) {
        weights.get(i).value().copyTo(copies.get(i));
      }
    }
  }

  /** Writes the copy back into the weights. */
  public void putBack() {
    try (GradientMode off = GradientMode.off()) {
      for (int i = 0; i < copies.size(); i++) {
        copies.get(i).copyTo(weights.get(i).value());
      }
    }
  }

  /** Registers the copy, each tensor under {@code <name>/<weight>}. */
  void register(String name, StateRegistry registry) {
    for (int i = 0; i < copies.size(); i++) {
      registry.tensor(name + "/" + weights.get(i).name(), copies.get(i));
    }
  }
}
