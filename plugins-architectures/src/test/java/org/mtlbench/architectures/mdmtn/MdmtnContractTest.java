package org.mtlbench.architectures.mdmtn;

import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.testkit.contract.ArchitectureContract;

class MdmtnContractTest extends ArchitectureContract<MdmtnConfig> {
  @Override
  protected ArchitecturePlugin<MdmtnConfig> plugin() {
    return new MdmtnPlugin();
  }

  @Override
  protected String defaults() {
    return "{\"alpha-trunk\": 1.0, \"alpha-monitor\": 0.0}";
  }

  @Override
  protected long parametersForMultiMnist() {
    return 311_494;
  }
}
