package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.optimiser.Optimiser;

/** The end of a training step. */
public final class WeightUpdates {
  private WeightUpdates() {}

  /** Moves trainable weights against their gradients and clears these. */
  public static void apply(List<Weight> weights, Optimiser optimiser, double learningRate) {
    try (GradientMode off = GradientMode.off()) {
      List<NDArray> gradients = weights.stream().map(w -> w.value().getGradient()).toList();
      optimiser.update(weights, gradients, learningRate);
    }
    Backward.clear(weights);
  }
}
