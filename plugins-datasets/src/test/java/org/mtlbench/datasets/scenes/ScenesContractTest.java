package org.mtlbench.datasets.scenes;

import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class ScenesContractTest extends DatasetContract<ScenesConfig> {
  @Override
  protected DatasetPlugin<ScenesConfig> plugin() {
    return new ScenesPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"seed": 1, "flip": true, "train-size": 2000, "validation-size": 500, "test-size": 500}""";
  }

  @Override
  protected String small() {
    return """
        {"train-size": 30, "validation-size": 12, "test-size": 10}""";
  }
}
