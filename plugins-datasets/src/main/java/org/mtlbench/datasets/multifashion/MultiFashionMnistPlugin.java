package org.mtlbench.datasets.multifashion;

import java.util.List;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.datasets.mnist.MnistVariant;
import org.mtlbench.toolbox.task.Tasks;

/**
 * MultiFashion+MNIST: a digit in the upper left, overlapped by an article of clothing in the lower
 * right. In the files of Lin et al. the upper left item is the digit as well.
 */
public final class MultiFashionMnistPlugin extends ItemPairsPlugin {
  /** Mean and standard deviation of the training pixels of MNIST and Fashion-MNIST together. */
  private static final Normalisation NORMALISATION =
      new Normalisation(List.of(0.2084), List.of(0.3403));

  public MultiFashionMnistPlugin() {
    super(
        MnistVariant.MNIST,
        MnistVariant.FASHION_MNIST,
        List.of(
            Tasks.classification("digit", MnistFile.CLASSES),
            Tasks.classification("fashion", MnistFile.CLASSES)),
        NORMALISATION);
  }

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "multifashion-mnist",
        "MultiFashion+MNIST",
        "Lin, Zhen, Li, Zhang, Kwong: Pareto Multi-Task Learning, NeurIPS 2019;"
            + " Xiao, Rasul, Vollgraf: Fashion-MNIST, 2017",
        List.of("needs the MNIST and Fashion-MNIST files"));
  }
}
