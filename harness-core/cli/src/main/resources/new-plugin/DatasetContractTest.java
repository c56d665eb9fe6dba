package @{package};

import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class @{Name}ContractTest extends DatasetContract<@{Name}Plugin.Config> {
  @Override
  protected DatasetPlugin<@{Name}Plugin.Config> plugin() {
    return new @{Name}Plugin();
  }

  @Override
  protected String defaults() {
    return """
        {"seed": 42, "train-size": 1000, "validation-size": 250, "test-size": 250}
        """;
  }

  @Override
  protected String small() {
    return """
        {"train-size": 60, "validation-size": 20, "test-size": 20}
        """;
  }
}
