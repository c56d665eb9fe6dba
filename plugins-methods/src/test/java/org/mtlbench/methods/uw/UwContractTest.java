package org.mtlbench.methods.uw;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.Scale;
import org.mtlbench.testkit.contract.WeightingContract;

class UwContractTest extends WeightingContract<UwConfig> {
  @Override
  protected MethodPlugin<UwConfig> plugin() {
    return new UwPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"start\": -0.5");
  }

  @Override
  protected Scale scale() {
    return Scale.OWN;
  }

  @Override
  protected double weightOfOneTask(double loss) {
    return Math.exp(0.5) / 2;
  }
}
