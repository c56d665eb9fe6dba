package org.mtlbench.datasets;

import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.datasets.cifar10mnist.Cifar10MnistPlugin;
import org.mtlbench.datasets.csv.CsvPlugin;
import org.mtlbench.datasets.houses.HousesPlugin;
import org.mtlbench.datasets.multidigits.MultiDigitsPlugin;
import org.mtlbench.datasets.multidigits.SyntheticMultiDigitsPlugin;
import org.mtlbench.datasets.multimnist.MultiMnistPlugin;
import org.mtlbench.datasets.synthetic.SyntheticCifar10MnistPlugin;
import org.mtlbench.datasets.synthetic.SyntheticMultiMnistPlugin;

/** The datasets that come with the program. */
public final class DatasetsBundle implements Bundle {
  @Override
  public void contribute(Registry registry) {
    registry.dataset(new MultiMnistPlugin());
    registry.dataset(new SyntheticMultiMnistPlugin());
    registry.dataset(new Cifar10MnistPlugin());
    registry.dataset(new SyntheticCifar10MnistPlugin());
    registry.dataset(new MultiDigitsPlugin());
    registry.dataset(new SyntheticMultiDigitsPlugin());
    registry.dataset(new HousesPlugin());
    registry.dataset(new CsvPlugin());
  }
}
