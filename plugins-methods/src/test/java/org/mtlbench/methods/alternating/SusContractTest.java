package org.mtlbench.methods.alternating;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.ProcedureContract;

class SusContractTest extends ProcedureContract<TrainingConfig> {
  @Override
  protected MethodPlugin<TrainingConfig> plugin() {
    return new SusPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.KEYS;
  }
}
