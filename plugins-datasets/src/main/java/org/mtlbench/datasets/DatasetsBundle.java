package org.mtlbench.datasets;

import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.datasets.arrays.ArraysPlugin;
import org.mtlbench.datasets.arrays.CityscapesPlugin;
import org.mtlbench.datasets.arrays.Nyuv2Plugin;
import org.mtlbench.datasets.celeba.CelebaPlugin;
import org.mtlbench.datasets.cifar10mnist.Cifar10MnistPlugin;
import org.mtlbench.datasets.csv.CsvPlugin;
import org.mtlbench.datasets.houses.HousesPlugin;
import org.mtlbench.datasets.imagefolder.ImagesPlugin;
import org.mtlbench.datasets.multidigits.MultiDigitsPlugin;
import org.mtlbench.datasets.multidigits.SyntheticMultiDigitsPlugin;
import org.mtlbench.datasets.multifashion.MultiFashionMnistPlugin;
import org.mtlbench.datasets.multifashion.MultiFashionPlugin;
import org.mtlbench.datasets.multimnist.MultiMnistPlugin;
import org.mtlbench.datasets.scenes.ScenesPlugin;
import org.mtlbench.datasets.synthetic.SyntheticCifar10MnistPlugin;
import org.mtlbench.datasets.synthetic.SyntheticMultiMnistPlugin;

/** The datasets included in mtlbench. */
public final class DatasetsBundle implements Bundle {
  @Override
  public void contribute(Registry registry) {
    registry.dataset(new MultiMnistPlugin());
    registry.dataset(new SyntheticMultiMnistPlugin());
    registry.dataset(new Cifar10MnistPlugin());
    registry.dataset(new SyntheticCifar10MnistPlugin());
    registry.dataset(new MultiFashionPlugin());
    registry.dataset(new MultiFashionMnistPlugin());
    registry.dataset(new MultiDigitsPlugin());
    registry.dataset(new SyntheticMultiDigitsPlugin());
    registry.dataset(new ScenesPlugin());
    registry.dataset(new Nyuv2Plugin());
    registry.dataset(new CityscapesPlugin());
    registry.dataset(new ArraysPlugin());
    registry.dataset(new CelebaPlugin());
    registry.dataset(new ImagesPlugin());
    registry.dataset(new HousesPlugin());
    registry.dataset(new CsvPlugin());
  }
}
