package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.convolutional.Conv2d;
import java.util.List;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Weight;

/**
 * Convolution of stride 1 without padding: (N, in, H, W) to (N, out, H - kh + 1, W - kw + 1).
 *
 * @param kernel (out, in, kh, kw)
 * @param bias (out)
 */
record ConvolutionLayer(Weight kernel, Weight bias) implements Layer {
  @Override
  public NDArray forward(NDArray x, Pass pass) {
    NDArray y = Conv2d.conv2d(x, kernel.value(), bias.value()).singletonOrThrow();
    pass.probe().accept(kernel, y);
    return y;
  }

  /** Whether it could be one convolution with another that reads the same input. */
  boolean suits(ConvolutionLayer other) {
    return kernel.value().getShape().slice(1).equals(other.kernel.value().getShape().slice(1));
  }

  /** The outputs of convolutions that suit each other, along the channel axis. */
  static NDArray together(List<ConvolutionLayer> convolutions, NDArray x, Pass pass) {
    NDList kernels = new NDList();
    NDList biases = new NDList();
    for (ConvolutionLayer convolution : convolutions) {
      kernels.add(convolution.kernel.value());
      biases.add(convolution.bias.value());
    }
    NDArray y =
        Conv2d.conv2d(x, NDArrays.concat(kernels), NDArrays.concat(biases)).singletonOrThrow();
    List<NDArray> outputs = split(y, convolutions);
    for (int i = 0; i < convolutions.size(); i++) {
      pass.probe().accept(convolutions.get(i).kernel, outputs.get(i));
    }
    return y;
  }

  /** Cuts what comes of the outputs of {@link #together} into the convolutions' parts. */
  static List<NDArray> split(NDArray wide, List<ConvolutionLayer> convolutions) {
    long[] borders = new long[convolutions.size() - 1];
    long border = 0;
    for (int i = 0; i < borders.length; i++) {
      border += convolutions.get(i).bias.size();
      borders[i] = border;
    }
    return wide.split(borders, 1);
  }

  @Override
  public List<Weight> weights() {
    return List.of(kernel, bias);
  }
}
