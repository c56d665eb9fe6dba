package org.mtlbench.methods.stl;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.contract.ProcedureContract;

class StlContractTest extends ProcedureContract<TrainingConfig> {
  @Override
  protected MethodPlugin<TrainingConfig> plugin() {
    return new StlPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"epochs": 100, "batch-size": 256, "optimiser": "adam", "learning-rate": 0.01,
         "momentum": 0.0, "weight-decay": 0.0,
         "schedule": "step", "decay": 0.5, "decay-first": 1, "decay-every": 30,
         "initialisation": "pytorch", "selection": "best"}""";
  }
}
