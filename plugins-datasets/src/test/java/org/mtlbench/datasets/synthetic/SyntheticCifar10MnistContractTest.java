package org.mtlbench.datasets.synthetic;

import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class SyntheticCifar10MnistContractTest extends DatasetContract<SyntheticCifar10MnistConfig> {
  @Override
  protected DatasetPlugin<SyntheticCifar10MnistConfig> plugin() {
    return new SyntheticCifar10MnistPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"seed": 42, "rotation": 20.0, "train-size": 10000, "validation-size": 2000,
         "test-size": 2000}""";
  }

  @Override
  protected String small() {
    return """
        {"train-size": 60, "validation-size": 30, "test-size": 20}""";
  }
}
