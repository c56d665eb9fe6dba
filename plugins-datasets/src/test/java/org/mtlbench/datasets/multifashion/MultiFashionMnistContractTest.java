package org.mtlbench.datasets.multifashion;

import java.io.IOException;
import java.nio.file.Path;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.datasets.mnist.IdxFixture;
import org.mtlbench.testkit.contract.DatasetContract;

class MultiFashionMnistContractTest extends DatasetContract<MultiFashionConfig> {
  @Override
  protected DatasetPlugin<MultiFashionConfig> plugin() {
    return new MultiFashionMnistPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"seed": 42, "construction": "multimnist", "train-size": 50000,
         "validation-size": 10000}""";
  }

  @Override
  protected void provide(Path data) throws IOException {
    IdxFixture.writeBlankMnist(data.resolve("mnist"));
    IdxFixture.writeBlankMnist(data.resolve("fashion-mnist"));
  }

  @Override
  protected boolean areDistinct() {
    return false;
  }
}
