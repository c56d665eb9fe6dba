package org.mtlbench.methods.modo;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class ModoContractTest extends AggregationContract<ModoConfig> {
  @Override
  protected MethodPlugin<ModoConfig> plugin() {
    return new ModoPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"weight-learning-rate\": 0.001, \"regularisation\": 0.1");
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {0.95, 1, 1};
  }

  @Override
  protected Scale scale() {
    return Scale.MEAN;
  }
}
