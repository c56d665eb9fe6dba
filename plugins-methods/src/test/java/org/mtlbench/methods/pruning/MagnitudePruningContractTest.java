package org.mtlbench.methods.pruning;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.ProcedureContract;

class MagnitudePruningContractTest extends ProcedureContract<MagnitudePruningConfig> {
  @Override
  protected MethodPlugin<MagnitudePruningConfig> plugin() {
    return new MagnitudePruningPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after(
        "\"sparsity\": 0.5, \"min-layer-rows\": 0, \"pruning\": \"one-shot\", \"weights\": [],"
            + " \"retrain-share\": 0.5");
  }

  @Override
  protected String training() {
    return "{\"epochs\": 6, \"pruning\": \"cubic\"}";
  }
}
