package org.mtlbench.methods.ls;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.testkit.contract.Scale;
import org.mtlbench.testkit.contract.WeightingContract;

class LsContractTest extends WeightingContract<LsConfig> {
  @Override
  protected MethodPlugin<LsConfig> plugin() {
    return new LsPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"weights": [],
         "epochs": 36, "batch-size": 256, "optimiser": "adam", "learning-rate": 0.0025,
         "momentum": 0.0, "weight-decay": 0.0,
         "schedule": "step", "decay": 0.5, "decay-first": 3, "decay-every": 3,
         "initialisation": "lsuv", "selection": "best"}""";
  }

  @Override
  protected Scale scale() {
    return Scale.MEAN;
  }
}
