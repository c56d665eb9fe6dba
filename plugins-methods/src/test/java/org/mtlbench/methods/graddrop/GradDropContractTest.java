package org.mtlbench.methods.graddrop;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class GradDropContractTest extends AggregationContract<TrainingConfig> {
  @Override
  protected MethodPlugin<TrainingConfig> plugin() {
    return new GradDropPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.KEYS;
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {6, 2, 2};
  }

  @Override
  protected Scale scale() {
    return Scale.SUM;
  }
}
