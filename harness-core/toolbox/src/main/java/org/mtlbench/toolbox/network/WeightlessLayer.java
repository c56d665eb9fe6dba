package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.pooling.Pool;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * A layer without weights; those of equal specs are equal.
 *
 * @param spec a pooling, an activation or a flatten
 */
record WeightlessLayer(LayerSpec spec) implements Layer {
  @Override
  public NDArray forward(NDArray x, Pass pass) {
    if (spec instanceof LayerSpec.MaxPool pool) {
      return maxPool(x, pool.window());
    }
    if (spec instanceof LayerSpec.Relu) {
      return Activation.relu(x);
    }
    if (spec instanceof LayerSpec.Sigmoid) {
      return Activation.sigmoid(x);
    }
    if (spec instanceof LayerSpec.Flatten) {
      return flat(x);
    }
    if (spec instanceof LayerSpec.LogSoftmax) {
      return x.logSoftmax(-1);
    }
    throw new IllegalStateException("no layer is known for " + spec);
  }

  /** Whether it treats every channel of (N, C, H, W) in the same way and apart from the others. */
  boolean channelwise() {
    return spec instanceof LayerSpec.MaxPool
        || spec instanceof LayerSpec.Relu
        || spec instanceof LayerSpec.Sigmoid;
  }

  private static NDArray maxPool(NDArray x, int window) {
    if (GradientMode.recording()) {
      Shape side = new Shape(window, window);
      return Pool.maxPool2d(x, side, side, new Shape(0, 0), false);
    }
    return largestOfWindows(x, window);
  }

  /**
   * The same without the places of the maxima, which only a backward pass needs: the largest of one
   * strided view for each place in the window.
   */
  private static NDArray largestOfWindows(NDArray x, int window) {
    long height = x.getShape().get(2) / window * window;
    long width = x.getShape().get(3) / window * window;
    NDArray largest = null;
    for (int row = 0; row < window; row++) {
      for (int column = 0; column < window; column++) {
        NDIndex every =
            new NDIndex()
                .addAllDim(2)
                .addSliceDim(row, height, window)
                .addSliceDim(column, width, window);
        NDArray view = x.get(every);
        largest = largest == null ? view : largest.maximum(view);
      }
    }
    return largest;
  }

  /** Copies a channels-last input, since the result is ordered channel by channel. */
  static NDArray flat(NDArray x) {
    long batch = x.getShape().get(0);
    return x.reshape(batch, x.getShape().slice(1).size());
  }
}
