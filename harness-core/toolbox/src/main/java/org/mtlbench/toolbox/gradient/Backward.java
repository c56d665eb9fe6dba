package org.mtlbench.toolbox.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Collection;
import org.mtlbench.api.layer.Parameter;

/**
 * Backward passes with a choice of whether to keep the graph. The engine's own collector drops it
 * after one pass; methods with one pass per task need to keep it.
 */
public final class Backward {
  private Backward() {}

  /** Adds the gradient of a scalar to the gradients of its leaves and drops the graph. */
  public static void run(NDArray scalar) {
    run(scalar, false);
  }

  /**
   * Adds the gradient of a scalar to the gradients of its leaves and keeps the graph for further
   * passes.
   */
  public static void keepingGraph(NDArray scalar) {
    run(scalar, true);
  }

  /** Sets the gradients of parameters to zero; otherwise they accumulate. */
  public static void clear(Collection<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (parameter.trainable()) {
        JniUtils.zeroGrad((PtNDArray) parameter.value());
      }
    }
  }

  private static void run(NDArray scalar, boolean keepGraph) {
    PtNDArray array = (PtNDArray) scalar;
    PtNDArray one = (PtNDArray) array.getManager().ones(array.getShape(), array.getDataType());
    JniUtils.backward(array, one, keepGraph, false);
  }
}
