package org.mtlbench.methods.mgda;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class MgdaContractTest extends AggregationContract<MgdaConfig> {
  @Override
  protected MethodPlugin<MgdaConfig> plugin() {
    return new MgdaPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"task-steps": "scaled",
         "epochs": 100, "batch-size": 256, "optimiser": "sgd", "learning-rate": 0.01,
         "momentum": 0.9, "weight-decay": 0.0,
         "schedule": "step", "decay": 0.5, "decay-first": 30,
         "decay-every": 30, "initialisation": "lsuv", "selection": "best"}""";
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {0, 1, 1};
  }

  @Override
  protected Scale scale() {
    return Scale.MEAN;
  }
}
