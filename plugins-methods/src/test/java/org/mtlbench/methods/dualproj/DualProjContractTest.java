package org.mtlbench.methods.dualproj;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class DualProjContractTest extends AggregationContract<TrainingConfig> {
  @Override
  protected MethodPlugin<TrainingConfig> plugin() {
    return new DualProjPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.KEYS;
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {0.5556, 1.1111, 1.1111};
  }

  @Override
  protected Scale scale() {
    return Scale.MEAN;
  }
}
