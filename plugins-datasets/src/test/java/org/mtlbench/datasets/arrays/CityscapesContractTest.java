package org.mtlbench.datasets.arrays;

import java.io.IOException;
import java.nio.file.Path;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class CityscapesContractTest extends DatasetContract<PreprocessedConfig> {
  @Override
  protected DatasetPlugin<PreprocessedConfig> plugin() {
    return new CityscapesPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"folder": "cityscapes", "seed": 1, "validation-share": 0.1, "train-size": 0,
         "scales": [1.0, 1.2, 1.5], "flip": true}""";
  }

  @Override
  protected String small() {
    return """
        {"validation-share": 0.25, "train-size": 7}""";
  }

  @Override
  protected boolean countsItsFiles() {
    return true;
  }

  @Override
  protected void provide(Path data) throws IOException {
    ArraysFixture files = new ArraysFixture(data.resolve("cityscapes"), 128, 256);
    files.write("train", 12, "label_7", 7, false);
    files.write("val", 5, "label_7", 7, false);
  }
}
