package org.mtlbench.architectures.conv;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.testkit.contract.BackboneContract;

class ConvContractTest extends BackboneContract<ConvConfig> {
  @Override
  protected BackbonePlugin<ConvConfig> plugin() {
    return new ConvPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"channels": [16, 32], "kernel": 3, "features": 32}
        """;
  }

  @Override
  protected Shape input() {
    return new Shape(3, 32, 32);
  }
}
