package org.mtlbench.datasets.arrays;

import java.io.IOException;
import java.nio.file.Path;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class Nyuv2ContractTest extends DatasetContract<PreprocessedConfig> {
  @Override
  protected DatasetPlugin<PreprocessedConfig> plugin() {
    return new Nyuv2Plugin();
  }

  @Override
  protected String defaults() {
    return """
        {"folder": "nyuv2", "seed": 1, "validation-share": 0.1, "train-size": 0,
         "scales": [1.0, 1.2, 1.5], "flip": true}""";
  }

  @Override
  protected String small() {
    return """
        {"validation-share": 0.25}""";
  }

  @Override
  protected boolean countsItsFiles() {
    return true;
  }

  @Override
  protected void provide(Path data) throws IOException {
    ArraysFixture files = new ArraysFixture(data.resolve("nyuv2"), 288, 384);
    files.write("train", 8, "label", 13, true);
    files.write("val", 4, "label", 13, true);
  }
}
