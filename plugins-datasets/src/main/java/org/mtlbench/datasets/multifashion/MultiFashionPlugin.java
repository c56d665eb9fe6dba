package org.mtlbench.datasets.multifashion;

import java.util.List;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.mnist.MnistVariant;
import org.mtlbench.datasets.multimnist.PairTasks;

/** MultiFashion: two overlapping articles of clothing per image. */
public final class MultiFashionPlugin extends ItemPairsPlugin {
  /** Mean and standard deviation of Fashion-MNIST's training pixels. */
  private static final Normalisation NORMALISATION =
      new Normalisation(List.of(0.2860), List.of(0.3530));

  public MultiFashionPlugin() {
    super(MnistVariant.FASHION_MNIST, MnistVariant.FASHION_MNIST, PairTasks.tasks(), NORMALISATION);
  }

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "multifashion",
        "MultiFashion",
        "Lin, Zhen, Li, Zhang, Kwong: Pareto Multi-Task Learning, NeurIPS 2019;"
            + " Xiao, Rasul, Vollgraf: Fashion-MNIST, 2017",
        List.of("needs the Fashion-MNIST files"));
  }
}
