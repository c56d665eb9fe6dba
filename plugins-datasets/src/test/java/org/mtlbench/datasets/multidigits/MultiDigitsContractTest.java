package org.mtlbench.datasets.multidigits;

import java.io.IOException;
import java.nio.file.Path;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.datasets.mnist.IdxFixture;
import org.mtlbench.testkit.contract.DatasetContract;

class MultiDigitsContractTest extends DatasetContract<MultiDigitsConfig> {
  @Override
  protected DatasetPlugin<MultiDigitsConfig> plugin() {
    return new MultiDigitsPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"digits": 4, "seed": 42}""";
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
