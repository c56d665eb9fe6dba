package org.mtlbench.methods.imtl;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.Scale;
import org.mtlbench.testkit.contract.WeightingContract;

class ImtlLContractTest extends WeightingContract<TrainingConfig> {
  @Override
  protected MethodPlugin<TrainingConfig> plugin() {
    return new ImtlLPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.KEYS;
  }

  @Override
  protected Scale scale() {
    return Scale.OWN;
  }
}
