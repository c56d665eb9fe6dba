package org.mtlbench.methods.dbmtl;

import java.util.Arrays;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class DbMtlContractTest extends AggregationContract<DbMtlConfig> {
  @Override
  protected MethodPlugin<DbMtlConfig> plugin() {
    return new DbMtlPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"beta\": 0.9, \"beta-decay\": 0.0");
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {0.0188, 0.2453, 0.2453};
  }

  @Override
  protected Scale scale() {
    return Scale.OWN;
  }

  @Override
  protected double[] directionOfOneTask(double[] gradient) {
    return Arrays.stream(gradient).map(x -> 0.1 * x).toArray();
  }

  @Override
  protected boolean isHomogeneousOverSteps() {
    return true;
  }
}
