package org.mtlbench.methods.sdmgrad;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class SdmGradContractTest extends AggregationContract<SdmGradConfig> {
  @Override
  protected MethodPlugin<SdmGradConfig> plugin() {
    return new SdmGradPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after(
        "\"lambda\": 0.3, \"iterations\": 20, \"weight-learning-rate\": 10.0");
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {4.8462, 1, 1};
  }

  @Override
  protected Scale scale() {
    return Scale.MEAN;
  }
}
