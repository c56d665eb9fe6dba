package org.mtlbench.architectures.vgg;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.testkit.contract.BackboneContract;

class VggContractTest extends BackboneContract<VggConfig> {
  @Override
  protected BackbonePlugin<VggConfig> plugin() {
    return new VggPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"width": 64}
        """;
  }

  @Override
  protected Shape input() {
    return new Shape(3, 16, 16);
  }
}
