package org.mtlbench.architectures.mmoe;

import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.testkit.contract.ArchitectureContract;

class MmoeContractTest extends ArchitectureContract<MmoeConfig> {
  @Override
  protected ArchitecturePlugin<MmoeConfig> plugin() {
    return new MmoePlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"experts": 3}
        """;
  }

  @Override
  protected long parametersForMultiMnist() {
    // experts, gates, heads
    return 3L * 21_330 + 2 * 3 * (784 + 1) + 2 * 510;
  }
}
