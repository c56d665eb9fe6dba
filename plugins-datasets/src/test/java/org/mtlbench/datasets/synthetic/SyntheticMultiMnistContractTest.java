package org.mtlbench.datasets.synthetic;

import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class SyntheticMultiMnistContractTest extends DatasetContract<SyntheticConfig> {
  @Override
  protected DatasetPlugin<SyntheticConfig> plugin() {
    return new SyntheticMultiMnistPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"seed": 42, "resize": "linear", "train-size": 10000, "validation-size": 2000,
         "test-size": 2000}""";
  }

  @Override
  protected String small() {
    return """
        {"train-size": 60, "validation-size": 30, "test-size": 20}""";
  }
}
