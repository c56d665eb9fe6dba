package org.mtlbench.architectures.crossstitch;

import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.testkit.contract.ArchitectureContract;

class UniformCrossStitchContractTest extends ArchitectureContract<CrossStitchConfig> {
  @Override
  protected ArchitecturePlugin<CrossStitchConfig> plugin() {
    return new CrossStitchPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"alpha-same": 0.9, "alpha-other": 0.1, "channelwise": true}
        """;
  }

  @Override
  protected CrossStitchConfig config() {
    return new CrossStitchConfig(0.8, 0.2, false);
  }

  @Override
  protected long parametersForMultiMnist() {
    // trunks, heads, and one weight per stage (three) and pair of tasks
    return 2L * 21_330 + 2 * 510 + 2 * 2 * 3;
  }
}
