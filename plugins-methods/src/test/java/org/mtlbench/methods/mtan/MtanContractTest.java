package org.mtlbench.methods.mtan;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.testkit.contract.ProcedureContract;

class MtanContractTest extends ProcedureContract<MtanConfig> {
  @Override
  protected MethodPlugin<MtanConfig> plugin() {
    return new MtanPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"weights": [], "shared-attention": false,
         "epochs": 200, "batch-size": 256, "optimiser": "adam", "learning-rate": 0.001,
         "momentum": 0.0, "weight-decay": 0.0,
         "schedule": "step", "decay": 0.5, "decay-first": 25, "decay-every": 25,
         "initialisation": "lsuv", "selection": "best",
         "search-epochs": 50, "search-fraction": 0.5, "search-learning-rates": true,
         "learning-rates": [1.0E-5, 0.0001, 0.001, 0.01, 0.1]}""";
  }

  @Override
  protected String training() {
    return """
        {"search-epochs": 1, "search-learning-rates": false, "weights": [[0.5, 0.5], [1.0, 0.2]]}""";
  }
}
