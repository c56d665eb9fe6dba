package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Max pooling with a stride equal to its window; a remainder at the edge is dropped.
 *
 * @param window side of the square window, at least 1
 */
public record MaxPool(int window) implements ParameterlessSpec {
  @Override
  public boolean channelwise() {
    return true;
  }

  @Override
  public Shape output(Shape input) {
    return Spatial.pooled(this, input, window);
  }

  @Override
  public NDArray forward(NDArray x, ForwardMode mode) {
    if (GradientMode.recording()) {
      Shape side = new Shape(window, window);
      return Pool.maxPool2d(x, side, side, new Shape(0, 0), false);
    }
    return largestOfWindows(x);
  }

  /**
   * The same without the positions of the maxima, which only a backward pass needs: the maximum
   * over one strided view per position in the window.
   */
  private NDArray largestOfWindows(NDArray x) {
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
}
