package org.mtlbench.datasets.celeba;

import java.io.IOException;
import java.nio.file.Path;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class CelebaContractTest extends DatasetContract<CelebaConfig> {
  @Override
  protected DatasetPlugin<CelebaConfig> plugin() {
    return new CelebaPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"folder": "celeba", "size": 64, "train-size": 0}""";
  }

  @Override
  protected boolean countsItsFiles() {
    return true;
  }

  @Override
  protected void provide(Path data) throws IOException {
    Path folder = data.resolve("celeba");
    CelebaFixture.write(
        folder.resolve("Img"), folder.resolve("Anno"), folder.resolve("Eval"), 8, 4, 4);
  }
}
