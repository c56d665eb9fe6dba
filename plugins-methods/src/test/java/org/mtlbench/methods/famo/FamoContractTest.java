package org.mtlbench.methods.famo;

import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.StandardTraining;
import org.mtlbench.testkit.contract.Scale;
import org.mtlbench.testkit.contract.WeightingContract;

class FamoContractTest extends WeightingContract<FamoConfig> {
  @Override
  protected MethodPlugin<FamoConfig> plugin() {
    return new FamoPlugin();
  }

  @Override
  protected String defaults() {
    return StandardTraining.after(
        "\"lower-bounds\": [], \"weight-learning-rate\": 0.025, \"regularisation\": 0.01");
  }

  @Override
  protected Scale scale() {
    return Scale.MEAN;
  }
}
