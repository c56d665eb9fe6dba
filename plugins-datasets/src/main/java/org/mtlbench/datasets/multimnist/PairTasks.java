package org.mtlbench.datasets.multimnist;

import java.util.List;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.task.Task;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.toolbox.task.Tasks;

/**
 * The tasks of images of two digits (Hotegni, Berkemeier, Peitz 2024, experiments on MultiMNIST).
 */
public final class PairTasks {
  /** Mean and standard deviation of MNIST's training pixels. */
  public static final Normalisation NORMALISATION =
      new Normalisation(List.of(0.1307), List.of(0.3081));

  /** One image of MNIST's size. */
  public static final InputSpec INPUT = InputSpec.of(1, MnistFile.SIDE, MnistFile.SIDE);

  /** The backbone of the paper's networks. */
  public static final String BACKBONE = "lenet";

  private PairTasks() {}

  /** The left digit and the right digit. */
  public static List<Task> tasks() {
    return List.of(
        Tasks.classification("left", MnistFile.CLASSES),
        Tasks.classification("right", MnistFile.CLASSES));
  }
}
