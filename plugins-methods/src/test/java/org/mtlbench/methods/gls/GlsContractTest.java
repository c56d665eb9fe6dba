package org.mtlbench.methods.gls;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.Scale;
import org.mtlbench.testkit.contract.WeightingContract;

class GlsContractTest extends WeightingContract<TrainingConfig> {
  @Override
  protected MethodPlugin<TrainingConfig> plugin() {
    return new GlsPlugin();
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
