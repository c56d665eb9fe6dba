package org.mtlbench.methods.si;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.Scale;
import org.mtlbench.testkit.contract.WeightingContract;

class SiContractTest extends WeightingContract<TrainingConfig> {
  @Override
  protected MethodPlugin<TrainingConfig> plugin() {
    return new SiPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.KEYS;
  }

  @Override
  protected Scale scale() {
    return Scale.OWN;
  }

  @Override
  protected double weightOfOneTask(double loss) {
    return 1 / Math.max(loss, 1e-8);
  }
}
