package org.mtlbench.architectures.mlp;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.testkit.contract.BackboneContract;

class MlpContractTest extends BackboneContract<MlpConfig> {
  @Override
  protected BackbonePlugin<MlpConfig> plugin() {
    return new MlpPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"widths": [64, 64], "dropout": 0.0, "embedding": 8}
        """;
  }

  @Override
  protected Shape input() {
    return new Shape(13);
  }
}
