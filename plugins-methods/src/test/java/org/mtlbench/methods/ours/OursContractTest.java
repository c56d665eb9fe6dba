package org.mtlbench.methods.ours;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.testkit.contract.ProcedureContract;

class OursContractTest extends ProcedureContract<OursConfig> {
  @Override
  protected MethodPlugin<OursConfig> plugin() {
    return new OursPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"k": [], "start-from": [], "reference-point": [], "constraint": "equality", "lambda-update": "mean",
         "mu": 2.5E-8, "mu-factor": 2.0, "theta": "spike", "theta-b1": 0.8, "theta-b2": 0.2,
         "growl": "proximal", "prox-step": 1.0, "phase1-mask": false, "restore": "random",
         "min-sparsity": 0.2, "max-layer-sparsity": 0.8, "max-trunk-sparsity": 1.0, "min-layer-rows": 0, "search-iterations": 3,
         "retrain-iterations": 10, "dense-iterations": 12, "epochs-per-iteration": 3, "epochs": 0,
         "affinity-preference": 0.7, "batch-size": 256, "learning-rate": 0.0025,
         "schedule": "step", "decay": 0.5, "decay-every": 0,
         "initialisation": "lsuv"}""";
  }

  @Override
  protected String training() {
    return """
        {"k": [0.2, 0.4, 0.4], "search-iterations": 2, "retrain-iterations": 2,
         "epochs-per-iteration": 2}""";
  }
}
