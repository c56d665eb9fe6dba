package org.mtlbench.methods.imtl;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class ImtlContractTest extends AggregationContract<TrainingConfig> {
  @Override
  protected MethodPlugin<TrainingConfig> plugin() {
    return new ImtlPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.KEYS;
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {0.0767, 1, 1};
  }

  @Override
  protected Scale scale() {
    return Scale.MEAN;
  }
}
