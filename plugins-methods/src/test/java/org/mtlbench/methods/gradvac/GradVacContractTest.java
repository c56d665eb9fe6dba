package org.mtlbench.methods.gradvac;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

class GradVacContractTest extends AggregationContract<GradVacConfig> {
  @Override
  protected MethodPlugin<GradVacConfig> plugin() {
    return new GradVacPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"beta\": 0.5");
  }

  @Override
  protected double[] directionOfReference() {
    return new double[] {0.5848, 3.8012, 3.8012};
  }

  @Override
  protected Scale scale() {
    return Scale.SUM;
  }

  /** Random orders. */
  @Override
  protected boolean isSymmetric() {
    return false;
  }
}
