package org.mtlbench.datasets.houses;

import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class HousesContractTest extends DatasetContract<HousesConfig> {
  @Override
  protected DatasetPlugin<HousesConfig> plugin() {
    return new HousesPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"seed": 42, "train-size": 4000, "validation-size": 1000, "test-size": 2000,
         "category-encoding": "one-hot"}""";
  }

  @Override
  protected String small() {
    return """
        {"train-size": 120, "validation-size": 40, "test-size": 40,
         "category-encoding": "embedding"}""";
  }
}
