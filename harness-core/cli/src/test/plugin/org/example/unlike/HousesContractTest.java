package org.example.unlike;

import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

/** The table keeps the contract of datasets. */
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
