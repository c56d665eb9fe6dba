package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.LayerMisfitException;

/** Element-wise activation functions, and the log-softmax. */
public enum Activation implements ParameterlessSpec {
  /** max(x, 0). */
  RELU {
    @Override
    public NDArray forward(NDArray x, ForwardMode mode) {
      return ai.djl.nn.Activation.relu(x);
    }
  },
  /** 1 / (1 + exp(-x)). */
  SIGMOID {
    @Override
    public NDArray forward(NDArray x, ForwardMode mode) {
      return ai.djl.nn.Activation.sigmoid(x);
    }
  },
  /** Log-softmax over the features of a flat input. */
  LOG_SOFTMAX {
    @Override
    public boolean channelwise() {
      return false;
    }

    @Override
    public Shape output(Shape input) {
      if (input.dimension() != 1) {
        throw new LayerMisfitException(this, input, "a flat input");
      }
      return input;
    }

    @Override
    public NDArray forward(NDArray x, ForwardMode mode) {
      return x.logSoftmax(-1);
    }
  };

  @Override
  public boolean channelwise() {
    return true;
  }

  @Override
  public Shape output(Shape input) {
    return input;
  }
}
