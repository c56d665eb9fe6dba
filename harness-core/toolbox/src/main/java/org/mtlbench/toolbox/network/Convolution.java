package org.mtlbench.toolbox.network;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.LayerContext;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.initialisation.PyTorchDefault;

/**
 * Convolution, (N, in, H, W) to (N, out, H', W') where H' = (H + 2 * padding - kernel) / stride +
 * 1, rounded down, and likewise W'.
 *
 * @param in input channels
 * @param out output channels, at least 1
 * @param kernel side of the square kernel, at least 1
 * @param stride step of the window in rows and columns, at least 1
 * @param padding zeros around the image, at least 0
 * @param bias whether a constant is added to each output channel
 */
public record Convolution(int in, int out, int kernel, int stride, int padding, boolean bias)
    implements LayerSpec {
  /** A convolution with bias. */
  public Convolution(int in, int out, int kernel, int stride, int padding) {
    this(in, out, kernel, stride, padding, true);
  }

  /** A convolution of stride 1 without padding. */
  public Convolution(int in, int out, int kernel) {
    this(in, out, kernel, 1, 0);
  }

  /** A convolution of stride 1 that preserves height and width; for odd kernels. */
  public static Convolution same(int in, int out, int kernel) {
    return new Convolution(in, out, kernel, 1, kernel / 2);
  }

  /** The same without a bias, for a convolution whose output is normalised. */
  public Convolution withoutBias() {
    return new Convolution(in, out, kernel, stride, padding, false);
  }

  @Override
  public String kind() {
    return "conv";
  }

  @Override
  public boolean hasRows() {
    return true;
  }

  @Override
  public Shape output(Shape input) {
    Spatial.check(this, input);
    if (out < 1 || kernel < 1 || stride < 1 || padding < 0) {
      throw new LayerMisfitException(
          this, input, "out, kernel and stride above 0 and padding of at least 0");
    }
    if (input.get(0) != in) {
      throw new LayerMisfitException(this, input, "an input of " + in + " channels");
    }
    long height = input.get(1) + 2L * padding - kernel;
    long width = input.get(2) + 2L * padding - kernel;
    if (height < 0 || width < 0) {
      throw new LayerMisfitException(this, input, "a kernel no larger than the padded image");
    }
    return new Shape(out, height / stride + 1, width / stride + 1);
  }

  @Override
  public long multiplyAdds(Shape input) {
    return output(input).size() * in * kernel * kernel;
  }

  @Override
  public LayerSpec widened(Shape input, int factor) {
    return new Convolution(
        Math.toIntExact(input.get(0)),
        Math.multiplyExact(out, factor),
        kernel,
        stride,
        padding,
        bias);
  }

  @Override
  public Layer create(LayerContext context) {
    int fanIn = in * kernel * kernel;
    Shape shape = new Shape(out, in, kernel, kernel);
    return new ConvolutionLayer(
        this,
        PyTorchDefault.draw(context, "weight", shape, fanIn, Parameter.Kind.KERNEL),
        PyTorchDefault.bias(context, bias, out, fanIn));
  }
}
