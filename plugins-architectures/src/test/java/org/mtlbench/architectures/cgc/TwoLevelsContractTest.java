package org.mtlbench.architectures.cgc;

import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.testkit.contract.ArchitectureContract;

class TwoLevelsContractTest extends ArchitectureContract<CgcConfig> {
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
  protected CgcConfig config() {
    return new CgcConfig(2, 1, 2);
  }

  @Override
  protected long parametersForMultiMnist() {
    // 2 shared experts and 1 per task; first gates of 3, 3 and 4 experts; the gates of the second
    // level have 20 inputs
    long experts = 4L * 21_330;
    return experts + 10L * (784 + 1) + 2L * 3 * (20 + 1) + 2 * 510;
  }
}
