package org.mtlbench.datasets.cifar10mnist;

import java.io.IOException;
import java.nio.file.Path;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.datasets.cifar10.Cifar10Fixture;
import org.mtlbench.datasets.mnist.IdxFixture;
import org.mtlbench.testkit.contract.DatasetContract;

class Cifar10MnistContractTest extends DatasetContract<Cifar10MnistConfig> {
  @Override
  protected DatasetPlugin<Cifar10MnistConfig> plugin() {
    return new Cifar10MnistPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"seed": 42, "rotation": 20.0, "train-size": 40000, "validation-size": 10000}""";
  }

  @Override
  protected void provide(Path data) throws IOException {
    Cifar10Fixture.writeBlankCifar10(data);
    IdxFixture.writeBlankMnist(data);
  }

  @Override
  protected boolean areDistinct() {
    return false;
  }
}
