package org.mtlbench.methods.excessmtl;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class ExcessMtlContractTest extends AggregationContract<ExcessMtlConfig> {
  @Override
  protected MethodPlugin<ExcessMtlConfig> plugin() {
    return new ExcessMtlPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"weight-step\": 0.01, \"warm-up-steps\": 1");
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {1, 1, 1};
  }

  @Override
  protected Scale scale() {
    return Scale.MEAN;
  }
}
