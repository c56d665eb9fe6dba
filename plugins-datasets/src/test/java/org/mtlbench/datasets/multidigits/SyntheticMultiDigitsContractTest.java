package org.mtlbench.datasets.multidigits;

import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class SyntheticMultiDigitsContractTest extends DatasetContract<SyntheticMultiDigitsConfig> {
  @Override
  protected DatasetPlugin<SyntheticMultiDigitsConfig> plugin() {
    return new SyntheticMultiDigitsPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"digits": 4, "seed": 42, "train-size": 10000, "validation-size": 2000,
         "test-size": 2000}""";
  }

  @Override
  protected String small() {
    return """
        {"digits": 7, "train-size": 60, "validation-size": 30, "test-size": 20}""";
  }
}
