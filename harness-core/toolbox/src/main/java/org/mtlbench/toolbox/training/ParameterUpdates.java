package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.optimiser.Optimiser;

/** Applies gradients at the end of a training step. */
public final class ParameterUpdates {
  private ParameterUpdates() {}

  /** Updates trainable parameters from their gradients and clears the gradients. */
  public static void apply(List<Parameter> parameters, Optimiser optimiser, double learningRate) {
    try (GradientMode off = GradientMode.off()) {
      List<NDArray> gradients = parameters.stream().map(p -> p.value().getGradient()).toList();
      optimiser.update(parameters, gradients, learningRate);
    }
    Backward.clear(parameters);
  }
}
