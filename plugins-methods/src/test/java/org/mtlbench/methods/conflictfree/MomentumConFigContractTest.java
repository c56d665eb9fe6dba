package org.mtlbench.methods.conflictfree;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class MomentumConFigContractTest extends AggregationContract<TrainingConfig> {
  @Override
  protected MethodPlugin<TrainingConfig> plugin() {
    return new MomentumConFigPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.KEYS;
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {0.1588, 2.0706, 2.0706};
  }

  @Override
  protected Scale scale() {
    return Scale.SUM;
  }

  @Override
  protected boolean isHomogeneousOverSteps() {
    return true;
  }
}
