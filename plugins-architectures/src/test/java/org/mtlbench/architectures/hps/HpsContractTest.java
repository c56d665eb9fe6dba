package org.mtlbench.architectures.hps;

import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.testkit.contract.ArchitectureContract;

class HpsContractTest extends ArchitectureContract<HpsConfig> {
  @Override
  protected ArchitecturePlugin<HpsConfig> plugin() {
    return new HpsPlugin();
  }

  @Override
  protected String defaults() {
    return "{}";
  }

  @Override
  protected long parametersForMultiMnist() {
    return 22_350;
  }
}
