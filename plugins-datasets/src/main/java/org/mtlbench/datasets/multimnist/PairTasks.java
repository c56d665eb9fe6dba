package org.mtlbench.datasets.multimnist;

import java.util.List;
import org.mtlbench.api.dataset.Task;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;

/**
 * The tasks of pictures of two digits and the parts of networks that fit them (Hotegni, Berkemeier,
 * Peitz 2024, experiments on MultiMNIST).
 */
public final class PairTasks {
  /** Mean and standard deviation of MNIST's training pixels. */
  public static final Normalisation NORMALISATION =
      new Normalisation(List.of(0.1307), List.of(0.3081));

  private static final int FEATURE = 50;

  private PairTasks() {}

  /** Which digit is the left one, and which the right. */
  public static List<Task> tasks() {
    return List.of(
        Task.classification("left", MnistFile.CLASSES),
        Task.classification("right", MnistFile.CLASSES));
  }

  /** Trunk, monitor and heads on (B, 1, 28, 28). */
  public static NetworkSpec network() {
    return new NetworkSpec(
        1, MnistFile.SIDE, MnistFile.SIDE, trunk(), monitor(), List.of(head(), head()));
  }

  private static List<List<LayerSpec>> trunk() {
    return List.of(
        List.of(new Convolution(1, 10, 5), new MaxPool(2), Activation.RELU),
        List.of(new Convolution(10, 20, 5), new MaxPool(2), Activation.RELU),
        List.of(new Flatten(), new Linear(320, FEATURE), Activation.RELU));
  }

  private static List<LayerSpec> monitor() {
    return List.of(
        new Convolution(1, 20, 5),
        new MaxPool(2),
        Activation.RELU,
        new Flatten(),
        new Linear(2880, FEATURE),
        Activation.RELU);
  }

  private static List<LayerSpec> head() {
    return List.of(new Linear(FEATURE, MnistFile.CLASSES), Activation.LOG_SOFTMAX);
  }
}
