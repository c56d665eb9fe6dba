package org.mtlbench.architectures.segnet;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.testkit.contract.BackboneContract;

class SegnetContractTest extends BackboneContract<SegnetConfig> {
  @Override
  protected BackbonePlugin<SegnetConfig> plugin() {
    return new SegnetPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"width": 64, "blocks": 5, "upsampling": "bilinear"}
        """;
  }

  @Override
  protected Shape input() {
    return new Shape(3, 32, 36);
  }
}
