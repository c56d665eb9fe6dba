package org.mtlbench.methods.gradnorm;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.Scale;
import org.mtlbench.testkit.contract.WeightingContract;

class GradNormContractTest extends WeightingContract<GradNormConfig> {
  @Override
  protected MethodPlugin<GradNormConfig> plugin() {
    return new GradNormPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"alpha\": 1.5, \"weight-learning-rate\": 0.025");
  }

  @Override
  protected Scale scale() {
    return Scale.SUM;
  }
}
