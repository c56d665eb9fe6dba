package org.mtlbench.methods.cagrad;

import java.util.Arrays;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class CaGradContractTest extends AggregationContract<CaGradConfig> {
  @Override
  protected MethodPlugin<CaGradConfig> plugin() {
    return new CaGradPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"c\": 0.5");
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {0.1835, 1.2041, 1.2041};
  }

  @Override
  protected Scale scale() {
    return Scale.OWN;
  }

  @Override
  protected double[] directionOfOneTask(double[] gradient) {
    return Arrays.stream(gradient).map(x -> 1.5 * x).toArray();
  }
}
