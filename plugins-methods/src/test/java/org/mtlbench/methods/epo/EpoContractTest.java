package org.mtlbench.methods.epo;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.AggregationContract;
import org.mtlbench.testkit.contract.Scale;

/** The contract's losses are equal, so directions are those of descent; see {@link EpoTest}. */
class EpoContractTest extends AggregationContract<EpoConfig> {
  @Override
  protected MethodPlugin<EpoConfig> plugin() {
    return new EpoPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after("\"preference\": [], \"tolerance\": 1.0E-4");
  }

  /**
   * The sum of the gains is -4 alpha_1 + 16 alpha_2, and the first one, 18 alpha_1 - 22 alpha_2,
   * must not be below 0: alpha = (0.55, 0.45).
   */
  @Override
  protected double[] directionOfReference() {
    return new double[] {1, 2, 2};
  }

  @Override
  protected Scale scale() {
    return Scale.SUM;
  }
}
