package org.example.mixed;

import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

/** Contract test of the images. */
public final class ScenesContractTest extends DatasetContract<ScenesPlugin.Config> {
  @Override
  protected DatasetPlugin<ScenesPlugin.Config> plugin() {
    return new ScenesPlugin();
  }

  @Override
  protected String defaults() {
    return "{\"train-size\": 96}";
  }
}
