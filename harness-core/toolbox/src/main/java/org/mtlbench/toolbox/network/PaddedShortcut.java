package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.LayerSpec;

/**
 * The shortcut without parameters of He et al. 2016 (option A): takes every {@code stride}-th row
 * and column and pads the channels with zeros; (N, C, H, W) to (N, out, ceil(H / stride), ceil(W /
 * stride)).
 *
 * @param out output channels, at least those of the input
 * @param stride distance of the pixels taken, in rows and columns, at least 1
 */
public record PaddedShortcut(int out, int stride) implements ParameterlessSpec {
  @Override
  public Shape output(Shape input) {
    Spatial.check(this, input);
    if (stride < 1) {
      throw new LayerMisfitException(this, input, "a stride above 0");
    }
    if (input.get(0) > out) {
      throw new LayerMisfitException(this, input, "an input of at most " + out + " channels");
    }
    return new Shape(out, kept(input.get(1)), kept(input.get(2)));
  }

  private long kept(long pixels) {
    return (pixels + stride - 1) / stride;
  }

  @Override
  public LayerSpec widened(Shape input, int factor) {
    return new PaddedShortcut(Math.multiplyExact(out, factor), stride);
  }

  @Override
  public NDArray forward(NDArray x, ForwardMode mode) {
    Shape shape = x.getShape();
    NDArray kept =
        stride == 1
            ? x
            : x.get(
                new NDIndex()
                    .addAllDim(2)
                    .addSliceDim(0, shape.get(2), stride)
                    .addSliceDim(0, shape.get(3), stride));
    // pairs of (before, after), from the last axis to the channels
    return kept.pad(new Shape(0, 0, 0, 0, 0, out - shape.get(1)), 0);
  }
}
