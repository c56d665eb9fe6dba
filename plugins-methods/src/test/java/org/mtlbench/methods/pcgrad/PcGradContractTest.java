package org.mtlbench.methods.pcgrad;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class PcGradContractTest extends AggregationContract<TrainingConfig> {
  @Override
  protected MethodPlugin<TrainingConfig> plugin() {
    return new PcGradPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.KEYS;
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {0.5848, 3.8012, 3.8012};
  }

  @Override
  protected Scale scale() {
    return Scale.SUM;
  }

  @Override
  protected boolean isSymmetric() {
    return false;
  }
}
