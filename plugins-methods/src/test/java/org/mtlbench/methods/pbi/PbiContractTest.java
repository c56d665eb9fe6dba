package org.mtlbench.methods.pbi;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.Scale;
import org.mtlbench.testkit.contract.WeightingContract;

class PbiContractTest extends WeightingContract<PbiConfig> {
  @Override
  protected MethodPlugin<PbiConfig> plugin() {
    return new PbiPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"preference\": [], \"ideal\": [], \"theta\": 1.0");
  }

  @Override
  protected Scale scale() {
    return Scale.OWN;
  }

  /** Weights below 0 move a loss that is low for the direction back to it. */
  @Override
  protected boolean isNonNegative() {
    return false;
  }
}
