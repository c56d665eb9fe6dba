package org.mtlbench.methods.pruning;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.ProcedureContract;

class GroupLassoContractTest extends ProcedureContract<GroupLassoConfig> {
  @Override
  protected MethodPlugin<GroupLassoConfig> plugin() {
    return new GroupLassoPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"lambda\": 0.1, \"weights\": [], \"retrain-share\": 0.5");
  }

  @Override
  protected String training() {
    return "{\"lambda\": 1}";
  }
}
