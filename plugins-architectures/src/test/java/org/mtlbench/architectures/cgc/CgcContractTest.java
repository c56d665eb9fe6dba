package org.mtlbench.architectures.cgc;

import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.testkit.contract.ArchitectureContract;

class CgcContractTest extends ArchitectureContract<CgcConfig> {
  @Override
  protected ArchitecturePlugin<CgcConfig> plugin() {
    return new CgcPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"shared-experts": 1, "task-experts": 1, "levels": 1}
        """;
  }

  @Override
  protected long parametersForMultiMnist() {
    // experts, gates, heads
    return 3L * 21_330 + 2 * 2 * (784 + 1) + 2 * 510;
  }
}
