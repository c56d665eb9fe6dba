package org.mtlbench.methods.dwa;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.Scale;
import org.mtlbench.testkit.contract.WeightingContract;

class DwaContractTest extends WeightingContract<DwaConfig> {
  @Override
  protected MethodPlugin<DwaConfig> plugin() {
    return new DwaPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"temperature\": 2.0");
  }

  @Override
  protected Scale scale() {
    return Scale.SUM;
  }
}
