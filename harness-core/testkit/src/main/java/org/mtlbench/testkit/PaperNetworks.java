package org.mtlbench.testkit;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;

/** The backbones of Hotegni, Berkemeier and Peitz (2024), layer by layer. */
public final class PaperNetworks {
  /** Images of 1x28x28, two tasks of ten classes. */
  public static final NetworkCase MULTI_MNIST =
      NetworkCase.of(
          new Shape(1, 28, 28),
          List.of(
              List.of(new Convolution(1, 10, 5), new MaxPool(2), Activation.RELU),
              List.of(new Convolution(10, 20, 5), new MaxPool(2), Activation.RELU),
              List.of(new Flatten(), new Linear(320, 50), Activation.RELU)),
          2,
          10);

  /** Images of 3x32x32, two tasks of ten classes. */
  public static final NetworkCase CIFAR10_MNIST =
      NetworkCase.of(
          new Shape(3, 32, 32),
          List.of(
              List.of(
                  new Convolution(3, 16, 3), new MaxPool(2), new BatchNorm(16), Activation.RELU),
              List.of(
                  new Convolution(16, 32, 3), new MaxPool(2), new BatchNorm(32), Activation.RELU),
              List.of(new Flatten(), new Linear(1152, 32), Activation.RELU)),
          2,
          10);

  private PaperNetworks() {}
}
