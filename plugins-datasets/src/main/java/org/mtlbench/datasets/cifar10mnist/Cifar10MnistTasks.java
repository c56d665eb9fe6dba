package org.mtlbench.datasets.cifar10mnist;

import java.util.List;
import org.mtlbench.api.dataset.Task;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.datasets.cifar10.Cifar10File;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;

/**
 * The tasks of pictures under digits and the parts of networks that fit them (Hotegni, Berkemeier,
 * Peitz 2024, experiments on Cifar10Mnist).
 */
public final class Cifar10MnistTasks {
  /** The constants that the paper normalises by, customary for CIFAR-10. */
  public static final Normalisation NORMALISATION =
      new Normalisation(List.of(0.4914, 0.4822, 0.4465), List.of(0.2023, 0.1994, 0.2010));

  private static final int FEATURE = 32;

  private Cifar10MnistTasks() {}

  /** What the picture shows, and which digit lies over it. */
  public static List<Task> tasks() {
    return List.of(
        Task.classification("cifar", Cifar10File.CLASSES),
        Task.classification("digit", MnistFile.CLASSES));
  }

  /** Trunk, monitor and heads on (B, 3, 32, 32). */
  public static NetworkSpec network() {
    return new NetworkSpec(
        Cifar10File.SHAPE.channels(),
        Cifar10File.SIDE,
        Cifar10File.SIDE,
        List.of(
            block(3, 16),
            block(16, 32),
            List.of(new Flatten(), new Linear(1152, FEATURE), Activation.RELU)),
        monitor(),
        List.of(head(Cifar10File.CLASSES), head(MnistFile.CLASSES)));
  }

  private static List<LayerSpec> block(int in, int out) {
    return List.of(
        new Convolution(in, out, 3), new MaxPool(2), new BatchNorm(out), Activation.RELU);
  }

  private static List<LayerSpec> monitor() {
    return List.of(
        new Convolution(3, 32, 3),
        new MaxPool(2),
        new BatchNorm(32),
        Activation.RELU,
        new Flatten(),
        new Linear(7200, FEATURE),
        Activation.RELU);
  }

  private static List<LayerSpec> head(int classes) {
    return List.of(new Linear(FEATURE, classes), Activation.LOG_SOFTMAX);
  }
}
