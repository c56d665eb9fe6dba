package org.mtlbench.methods.stch;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.Scale;
import org.mtlbench.testkit.contract.WeightingContract;

class StchContractTest extends WeightingContract<StchConfig> {
  @Override
  protected MethodPlugin<StchConfig> plugin() {
    return new StchPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"preference\": [], \"ideal\": [], \"smoothing\": 0.1");
  }

  @Override
  protected Scale scale() {
    return Scale.OWN;
  }
}
