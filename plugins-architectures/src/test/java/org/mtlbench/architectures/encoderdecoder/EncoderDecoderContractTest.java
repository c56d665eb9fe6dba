package org.mtlbench.architectures.encoderdecoder;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.testkit.contract.BackboneContract;

class EncoderDecoderContractTest extends BackboneContract<EncoderDecoderConfig> {
  @Override
  protected BackbonePlugin<EncoderDecoderConfig> plugin() {
    return new EncoderDecoderPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"channels": [16, 32], "upsampling": "bilinear"}
        """;
  }

  @Override
  protected Shape input() {
    return new Shape(3, 18, 21);
  }
}
