package org.mtlbench.api.layer;

/**
 * One layer of a network, as data. Inputs of spatial layers are (N, C, H, W), of flat ones (N, F).
 * Convolutions have stride 1 and no padding.
 */
public sealed interface LayerSpec {
  /**
   * Convolution, (N, in, H, W) to (N, out, H - kernel + 1, W - kernel + 1), with bias.
   *
   * @param in input channels
   * @param out output channels
   * @param kernel side of the square kernel
   */
  record Convolution(int in, int out, int kernel) implements LayerSpec {}

  /**
   * Max pooling with a stride of its window; a remainder at the border is dropped.
   *
   * @param window side of the square window
   */
  record MaxPool(int window) implements LayerSpec {}

  /**
   * Batch normalisation over the channels, momentum 0.9 for the running statistics, eps 1e-5.
   *
   * @param features channels of a spatial input, or width of a flat one
   */
  record BatchNorm(int features) implements LayerSpec {}

  /** max(x, 0). */
  record Relu() implements LayerSpec {}

  /** 1 / (1 + exp(-x)). */
  record Sigmoid() implements LayerSpec {}

  /** (N, C, H, W) to (N, C*H*W), channel by channel. */
  record Flatten() implements LayerSpec {}

  /**
   * Fully connected, (N, in) to (N, out), with bias.
   *
   * @param in input width
   * @param out output width
   */
  record Linear(int in, int out) implements LayerSpec {}

  /** Logarithm of the softmax over the last axis. */
  record LogSoftmax() implements LayerSpec {}
}
