package org.mtlbench.methods.nashmtl;

import java.util.Arrays;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class NashMtlContractTest extends AggregationContract<NashMtlConfig> {
  @Override
  protected MethodPlugin<NashMtlConfig> plugin() {
    return new NashMtlPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"max-norm\": 1.0");
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {0.0542, 0.7061, 0.7061};
  }

  @Override
  protected Scale scale() {
    return Scale.OWN;
  }

  @Override
  protected double[] directionOfOneTask(double[] gradient) {
    double norm = Math.sqrt(Arrays.stream(gradient).map(x -> x * x).sum());
    return Arrays.stream(gradient).map(x -> x / norm).toArray();
  }
}
