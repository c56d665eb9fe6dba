package @{package};

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class @{Name}ContractTest extends AggregationContract<TrainingConfig> {
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
  protected double[] directionOfReference() {
    // the mean of (-4, 1, 1) and (6, 1, 1)
    return new double[] {1, 1, 1};
  }

  @Override
  protected Scale scale() {
    return Scale.MEAN;
  }
}
