package org.example.mixed;

import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

/** Contract test of the table. */
public final class HousesContractTest extends DatasetContract<HousesPlugin.Config> {
  @Override
  protected DatasetPlugin<HousesPlugin.Config> plugin() {
    return new HousesPlugin();
  }

  @Override
  protected String defaults() {
    return "{\"train-size\": 240}";
  }
}
