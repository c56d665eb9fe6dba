package org.mtlbench.architectures.resnet;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.testkit.contract.BackboneContract;

class ResnetContractTest extends BackboneContract<ResnetConfig> {
  @Override
  protected BackbonePlugin<ResnetConfig> plugin() {
    return new ResnetPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"depth": 20, "width": 16}
        """;
  }

  @Override
  protected Shape input() {
    return new Shape(3, 32, 32);
  }
}
