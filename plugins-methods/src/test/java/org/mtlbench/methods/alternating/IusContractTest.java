package org.mtlbench.methods.alternating;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.ProcedureContract;

class IusContractTest extends ProcedureContract<GroupConfig> {
  @Override
  protected MethodPlugin<GroupConfig> plugin() {
    return new IusPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"group-size\": 1");
  }
}
