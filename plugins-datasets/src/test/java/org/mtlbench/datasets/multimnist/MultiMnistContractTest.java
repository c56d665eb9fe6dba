package org.mtlbench.datasets.multimnist;

import java.io.IOException;
import java.nio.file.Path;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.datasets.mnist.IdxFixture;
import org.mtlbench.testkit.contract.DatasetContract;

class MultiMnistContractTest extends DatasetContract<MultiMnistConfig> {
  @Override
  protected DatasetPlugin<MultiMnistConfig> plugin() {
    return new MultiMnistPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"seed": 42, "resize": "linear", "train-size": 50000, "validation-size": 10000}""";
  }

  @Override
  protected void provide(Path data) throws IOException {
    IdxFixture.writeBlankMnist(data);
  }

  @Override
  protected boolean areDistinct() {
    return false;
  }
}
