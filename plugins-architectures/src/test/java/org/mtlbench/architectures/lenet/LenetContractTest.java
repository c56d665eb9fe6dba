package org.mtlbench.architectures.lenet;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.testkit.contract.BackboneContract;

class LenetContractTest extends BackboneContract<LenetConfig> {
  @Override
  protected BackbonePlugin<LenetConfig> plugin() {
    return new LenetPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"channels": [10, 20], "kernel": 5, "features": 50}
        """;
  }

  @Override
  protected Shape input() {
    return new Shape(1, 28, 28);
  }
}
