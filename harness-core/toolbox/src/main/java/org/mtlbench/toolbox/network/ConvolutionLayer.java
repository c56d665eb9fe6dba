package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.Parameter;

/**
 * A convolution with its parameters.
 *
 * @param kernel (out, in, kh, kw)
 * @param bias (out), or empty
 */
record ConvolutionLayer(Convolution spec, Parameter kernel, Optional<Parameter> bias)
    implements Layer {
  @Override
  public NDArray forward(NDArray x, ForwardMode mode) {
    NDArray y = convolve(x, kernel.value(), bias.map(Parameter::value).orElse(null));
    mode.probe().accept(kernel, y);
    return y;
  }

  /**
   * @param biases null for none, as the engine has it
   */
  private NDArray convolve(NDArray x, NDArray kernels, NDArray biases) {
    Shape stride = new Shape(spec.stride(), spec.stride());
    Shape padding = new Shape(spec.padding(), spec.padding());
    return Conv2d.conv2d(x, kernels, biases, stride, padding).singletonOrThrow();
  }

  /** Whether it can be merged with another convolution that reads the same input. */
  boolean suits(ConvolutionLayer other) {
    Convolution o = other.spec;
    return spec.equals(
        new Convolution(o.in(), spec.out(), o.kernel(), o.stride(), o.padding(), o.bias()));
  }

  /** The outputs of compatible convolutions, concatenated along the channel axis. */
  static NDArray together(List<ConvolutionLayer> convolutions, NDArray x, ForwardMode mode) {
    NDList kernels = new NDList();
    NDList biases = new NDList();
    for (ConvolutionLayer convolution : convolutions) {
      kernels.add(convolution.kernel.value());
      convolution.bias.ifPresent(bias -> biases.add(bias.value()));
    }
    NDArray y =
        convolutions
            .get(0)
            .convolve(
                x, NDArrays.concat(kernels), biases.isEmpty() ? null : NDArrays.concat(biases));
    List<NDArray> outputs = split(y, convolutions);
    for (int i = 0; i < convolutions.size(); i++) {
      mode.probe().accept(convolutions.get(i).kernel, outputs.get(i));
    }
    return y;
  }

  /** Splits a function of the outputs of {@link #together} into the parts of the convolutions. */
  static List<NDArray> split(NDArray wide, List<ConvolutionLayer> convolutions) {
    long[] ends = new long[convolutions.size() - 1];
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += convolutions.get(i).spec.out();
      ends[i] = end;
    }
    return wide.split(ends, 1);
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(Stream.of(kernel), bias.stream()).toList();
  }
}
