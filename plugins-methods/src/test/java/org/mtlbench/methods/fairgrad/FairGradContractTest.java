package org.mtlbench.methods.fairgrad;

import java.util.Arrays;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class FairGradContractTest extends AggregationContract<FairGradConfig> {
  @Override
  protected MethodPlugin<FairGradConfig> plugin() {
    return new FairGradPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"alpha\": 2.0");
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {0.0313, 0.7908, 0.7908};
  }

  @Override
  protected Scale scale() {
    return Scale.OWN;
  }

  @Override
  protected double[] directionOfOneTask(double[] gradient) {
    double norm = Math.sqrt(Arrays.stream(gradient).map(x -> x * x).sum());
    return Arrays.stream(gradient).map(x -> x * Math.pow(norm, -4.0 / 3)).toArray();
  }
}
