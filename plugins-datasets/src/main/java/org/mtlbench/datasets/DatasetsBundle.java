package org.mtlbench.datasets;

import org.mtlbench.datasets.cifar10mnist.Cifar10MnistPlugin;
import org.mtlbench.datasets.multidigits.MultiDigitsPlugin;
import org.mtlbench.datasets.multidigits.SyntheticMultiDigitsPlugin;
import org.mtlbench.datasets.multimnist.MultiMnistPlugin;
import org.mtlbench.datasets.synthetic.SyntheticCifar10MnistPlugin;
import org.mtlbench.datasets.synthetic.SyntheticMultiMnistPlugin;
import org.mtlbench.spi.plugin.Bundle;

/** The datasets that come with the program. */
public final class DatasetsBundle extends Bundle {
  @Override
  protected void configure() {
    dataset(new MultiMnistPlugin());
    dataset(new SyntheticMultiMnistPlugin());
    dataset(new Cifar10MnistPlugin());
    dataset(new SyntheticCifar10MnistPlugin());
    dataset(new MultiDigitsPlugin());
    dataset(new SyntheticMultiDigitsPlugin());
  }
}
