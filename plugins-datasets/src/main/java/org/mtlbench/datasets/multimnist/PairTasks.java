package org.mtlbench.datasets.multimnist;

import java.util.List;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.task.Task;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.toolbox.task.Tasks;

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
        Tasks.classification("left", MnistFile.CLASSES),
        Tasks.classification("right", MnistFile.CLASSES));
  }

  /** Trunk, monitor and heads on (B, 1, 28, 28). */
  public static NetworkSpec network() {
    return new NetworkSpec(
        1, MnistFile.SIDE, MnistFile.SIDE, trunk(), monitor(), List.of(head(), head()));
  }

  private static List<List<LayerSpec>> trunk() {
    return List.of(
        List.of(
            new LayerSpec.Convolution(1, 10, 5), new LayerSpec.MaxPool(2), new LayerSpec.Relu()),
        List.of(
            new LayerSpec.Convolution(10, 20, 5), new LayerSpec.MaxPool(2), new LayerSpec.Relu()),
        List.of(new LayerSpec.Flatten(), new LayerSpec.Linear(320, FEATURE), new LayerSpec.Relu()));
  }

  private static List<LayerSpec> monitor() {
    return List.of(
        new LayerSpec.Convolution(1, 20, 5),
        new LayerSpec.MaxPool(2),
        new LayerSpec.Relu(),
        new LayerSpec.Flatten(),
        new LayerSpec.Linear(2880, FEATURE),
        new LayerSpec.Relu());
  }

  private static List<LayerSpec> head() {
    return List.of(new LayerSpec.Linear(FEATURE, MnistFile.CLASSES));
  }
}
