package org.mtlbench.testkit;

import java.util.List;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.LayerSpec.BatchNorm;
import org.mtlbench.api.layer.LayerSpec.Convolution;
import org.mtlbench.api.layer.LayerSpec.Flatten;
import org.mtlbench.api.layer.LayerSpec.Linear;
import org.mtlbench.api.layer.LayerSpec.MaxPool;
import org.mtlbench.api.layer.LayerSpec.Relu;
import org.mtlbench.api.layer.NetworkSpec;

/** The parts of Hotegni, Berkemeier and Peitz (2024). */
public final class PaperNetworks {
  private static final List<LayerSpec> MNIST_HEAD = List.of(new Linear(50, 10));
  private static final List<LayerSpec> CIFAR_HEAD = List.of(new Linear(32, 10));

  /** Images of 1x28x28, two tasks of ten classes. */
  public static final NetworkSpec MULTI_MNIST =
      new NetworkSpec(
          1,
          28,
          28,
          List.of(
              List.of(new Convolution(1, 10, 5), new MaxPool(2), new Relu()),
              List.of(new Convolution(10, 20, 5), new MaxPool(2), new Relu()),
              List.of(new Flatten(), new Linear(320, 50), new Relu())),
          List.of(
              new Convolution(1, 20, 5),
              new MaxPool(2),
              new Relu(),
              new Flatten(),
              new Linear(2880, 50),
              new Relu()),
          List.of(MNIST_HEAD, MNIST_HEAD));

  /** Images of 3x32x32, two tasks of ten classes. */
  public static final NetworkSpec CIFAR10_MNIST =
      new NetworkSpec(
          3,
          32,
          32,
          List.of(
              List.of(new Convolution(3, 16, 3), new MaxPool(2), new BatchNorm(16), new Relu()),
              List.of(new Convolution(16, 32, 3), new MaxPool(2), new BatchNorm(32), new Relu()),
              List.of(new Flatten(), new Linear(1152, 32), new Relu())),
          List.of(
              new Convolution(3, 32, 3),
              new MaxPool(2),
              new BatchNorm(32),
              new Relu(),
              new Flatten(),
              new Linear(7200, 32),
              new Relu()),
          List.of(CIFAR_HEAD, CIFAR_HEAD));

  private PaperNetworks() {}
}
