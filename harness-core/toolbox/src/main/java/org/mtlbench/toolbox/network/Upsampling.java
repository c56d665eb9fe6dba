package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.LayerMisfitException;

/**
 * Resizes (N, C, h, w) to (N, C, height, width) as PyTorch's {@code interpolate} with {@code
 * align_corners=False}.
 *
 * @param height rows of the output, at least those of the input
 * @param width columns of the output, at least those of the input
 * @param mode interpolation mode
 */
public record Upsampling(int height, int width, Mode mode) implements ParameterlessSpec {
  /** Interpolation modes. */
  public enum Mode {
    /** Nearest: the value of pixel floor(i * h / height). */
    NEAREST(0),
    /** Linear in both directions between pixel centres, constant outside the outermost ones. */
    BILINEAR(1);

    /** The number of the mode in DJL's binding. */
    private final int number;

    Mode(int number) {
      this.number = number;
    }
  }

  @Override
  public boolean channelwise() {
    return true;
  }

  @Override
  public Shape output(Shape input) {
    Spatial.check(this, input);
    if (input.get(1) > height || input.get(2) > width) {
      throw new LayerMisfitException(
          this, input, "an input of at most " + height + " rows and " + width + " columns");
    }
    return new Shape(input.get(0), height, width);
  }

  @Override
  public NDArray forward(NDArray x, ForwardMode forwardMode) {
    return x.getNDArrayInternal().interpolation(new long[] {height, width}, mode.number, false);
  }
}
