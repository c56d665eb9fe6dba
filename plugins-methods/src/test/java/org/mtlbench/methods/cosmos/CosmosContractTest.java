package org.mtlbench.methods.cosmos;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.ProcedureContract;

class CosmosContractTest extends ProcedureContract<CosmosConfig> {
  @Override
  protected MethodPlugin<CosmosConfig> plugin() {
    return new CosmosPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"preference\": [], \"alpha\": 1.2, \"lambda\": 2.0");
  }
}
