package org.mtlbench.datasets.arrays;

import java.io.IOException;
import java.nio.file.Path;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class ArraysContractTest extends DatasetContract<ArraysConfig> {
  @Override
  protected DatasetPlugin<ArraysConfig> plugin() {
    return new ArraysPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"folder": "arrays", "image": "image", "targets": {}, "train": "train", "validation": "",
         "test": "val", "seed": 1, "validation-share": 0.1, "train-size": 0, "means": [],
         "deviations": [], "scales": [], "flip": false}""";
  }

  @Override
  protected String small() {
    return """
        {"folder": "mine", "train": "a", "validation": "b", "test": "c",
         "means": [0.5, 0.5, 0.5], "deviations": [0.2, 0.2, 0.2], "scales": [1.5], "flip": true,
         "targets": {"ground": {"kind": "classes", "classes": 5, "missing": -1},
                     "far": {"kind": "depth", "folder": "depth", "missing": 0},
                     "raw": {"kind": "values", "folder": "normal", "channels": 3}}}""";
  }

  @Override
  protected boolean readsFilesWhenPlanned() {
    return true;
  }

  @Override
  protected void provide(Path data) throws IOException {
    ArraysFixture files = new ArraysFixture(data.resolve("mine"), 12, 20);
    files.write("a", 9, "ground", 5, true);
    files.write("b", 4, "ground", 5, true);
    files.write("c", 3, "ground", 5, true);
  }
}
