package org.mtlbench.testkit;

import java.util.List;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;

/** The parts of Hotegni, Berkemeier and Peitz (2024). */
public final class PaperNetworks {
  private static final List<LayerSpec> MNIST_HEAD =
      List.of(new Linear(50, 10), Activation.LOG_SOFTMAX);
  private static final List<LayerSpec> CIFAR_HEAD =
      List.of(new Linear(32, 10), Activation.LOG_SOFTMAX);

  /** Images of 1x28x28, two tasks of ten classes. */
  public static final NetworkSpec MULTI_MNIST =
      new NetworkSpec(
          1,
          28,
          28,
          List.of(
              List.of(new Convolution(1, 10, 5), new MaxPool(2), Activation.RELU),
              List.of(new Convolution(10, 20, 5), new MaxPool(2), Activation.RELU),
              List.of(new Flatten(), new Linear(320, 50), Activation.RELU)),
          List.of(
              new Convolution(1, 20, 5),
              new MaxPool(2),
              Activation.RELU,
              new Flatten(),
              new Linear(2880, 50),
              Activation.RELU),
          List.of(MNIST_HEAD, MNIST_HEAD));

  /** Images of 3x32x32, two tasks of ten classes. */
  public static final NetworkSpec CIFAR10_MNIST =
      new NetworkSpec(
          3,
          32,
          32,
          List.of(
              List.of(
                  new Convolution(3, 16, 3), new MaxPool(2), new BatchNorm(16), Activation.RELU),
              List.of(
                  new Convolution(16, 32, 3), new MaxPool(2), new BatchNorm(32), Activation.RELU),
              List.of(new Flatten(), new Linear(1152, 32), Activation.RELU)),
          List.of(
              new Convolution(3, 32, 3),
              new MaxPool(2),
              new BatchNorm(32),
              Activation.RELU,
              new Flatten(),
              new Linear(7200, 32),
              Activation.RELU),
          List.of(CIFAR_HEAD, CIFAR_HEAD));

  private PaperNetworks() {}
}
