package @{package};

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.contract.Scale;
import org.mtlbench.testkit.contract.WeightingContract;

class @{Name}ContractTest extends WeightingContract<TrainingConfig> {
  @Override
  protected MethodPlugin<TrainingConfig> plugin() {
    return new @{Name}Plugin();
  }

  @Override
  protected String defaults() {
    return """
        {"epochs": 36, "batch-size": 256, "optimiser": "adam", "learning-rate": 0.0025,
         "momentum": 0.0, "weight-decay": 0.0,
         "schedule": "step", "decay": 0.5, "decay-first": 3, "decay-every": 3,
         "initialisation": "lsuv", "selection": "best"}""";
  }

  @Override
  protected Scale scale() {
    return Scale.MEAN;
  }
}
