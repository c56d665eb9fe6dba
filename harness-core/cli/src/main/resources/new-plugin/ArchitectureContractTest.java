package @{package};

import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.testkit.contract.ArchitectureContract;

class @{Name}ContractTest extends ArchitectureContract<@{Name}Plugin.Config> {
  @Override
  protected ArchitecturePlugin<@{Name}Plugin.Config> plugin() {
    return new @{Name}Plugin();
  }

  @Override
  protected String defaults() {
    return "{}";
  }

  @Override
  protected long parametersForMultiMnist() {
    // the trunk, and two heads of ten outputs from 50 features
    return 21_330 + 2 * 510;
  }
}
