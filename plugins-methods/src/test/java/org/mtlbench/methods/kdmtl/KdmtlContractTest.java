package org.mtlbench.methods.kdmtl;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.testkit.contract.ProcedureContract;

class KdmtlContractTest extends ProcedureContract<KdmtlConfig> {
  @Override
  protected MethodPlugin<KdmtlConfig> plugin() {
    return new KdmtlPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"lambdas": [], "distillation-gradient": true, "adaptor-learning-rate": 0.0001,
         "adaptor-weight-decay": 0.0005,
         "teacher": {
         "epochs": 100, "batch-size": 256, "optimiser": "adam", "learning-rate": 0.01,
         "momentum": 0.0, "weight-decay": 0.0,
         "schedule": "step", "decay": 0.5, "decay-first": 1, "decay-every": 30,
         "initialisation": "pytorch", "selection": "best"},
         "epochs": 200, "batch-size": 256, "optimiser": "adam", "learning-rate": 0.0001,
         "momentum": 0.0, "weight-decay": 0.0,
         "schedule": "step", "decay": 0.98, "decay-first": 25, "decay-every": 25,
         "initialisation": "lsuv", "selection": "best",
         "search-epochs": 50, "search-fraction": 0.2, "search-learning-rates": false,
         "learning-rates": [1.0E-5, 0.0001, 0.001, 0.01, 0.1]}""";
  }

  @Override
  protected String training() {
    return """
        {"search-epochs": 1, "teacher": {"epochs": 2, "batch-size": 60, "learning-rate": 0.03}}""";
  }
}
