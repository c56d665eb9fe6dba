package org.mtlbench.datasets.imagefolder;

import java.io.IOException;
import java.nio.file.Path;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class ImagesContractTest extends DatasetContract<ImagesConfig> {
  @Override
  protected DatasetPlugin<ImagesConfig> plugin() {
    return new ImagesPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"file": "", "folder": "", "image-column": "image", "targets": {}, "height": 64,
         "width": 64, "means": [], "deviations": [], "flip": false, "shift": 0,
         "missing": ["", "NA", "N/A", "NaN", "null"], "label-separator": ";",
         "no-labels": "none", "split-column": "", "validation-fraction": 0.15,
         "test-fraction": 0.15, "seed": 42, "delimiter": ","}""";
  }

  @Override
  protected String small() {
    return """
        {"file": "mine/labels.csv", "folder": "mine/photos", "height": 16, "width": 24,
         "flip": true, "shift": 3, "split-column": "part",
         "targets": {"colour": "classification", "bar": "regression", "signs": "multi-label"}}""";
  }

  @Override
  protected boolean readsFilesWhenPlanned() {
    return true;
  }

  @Override
  protected void provide(Path data) throws IOException {
    ImagesFixture.write(data.resolve("mine"), 24);
  }
}
