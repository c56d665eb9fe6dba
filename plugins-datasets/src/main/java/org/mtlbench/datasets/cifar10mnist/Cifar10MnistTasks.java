package org.mtlbench.datasets.cifar10mnist;

import java.util.List;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.task.Task;
import org.mtlbench.datasets.cifar10.Cifar10File;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.toolbox.task.Tasks;

/** The tasks of Cifar10Mnist (Hotegni, Berkemeier, Peitz 2024, experiments on Cifar10Mnist). */
public final class Cifar10MnistTasks {
  /** The normalisation constants of the paper, customary for CIFAR-10. */
  public static final Normalisation NORMALISATION =
      new Normalisation(List.of(0.4914, 0.4822, 0.4465), List.of(0.2023, 0.1994, 0.2010));

  /** One image of CIFAR-10's size. */
  public static final InputSpec INPUT =
      InputSpec.of(Cifar10File.SHAPE.channels(), Cifar10File.SIDE, Cifar10File.SIDE);

  /** The backbone of the paper's networks. */
  public static final String BACKBONE = "conv";

  private Cifar10MnistTasks() {}

  /** The class of the image, and the digit blended over it. */
  public static List<Task> tasks() {
    return List.of(
        Tasks.classification("cifar", Cifar10File.CLASSES),
        Tasks.classification("digit", MnistFile.CLASSES));
  }
}
