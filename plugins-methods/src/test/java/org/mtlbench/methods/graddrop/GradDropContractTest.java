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

  /** The published (6, 2, 2) has another draw for the first element, -4 or 6. */
  @Override
  protected double[] directionOfReference() {
    return new double[] {-4, 2, 2};
  }

  @Override
  protected Scale scale() {
    return Scale.SUM;
  }
}
