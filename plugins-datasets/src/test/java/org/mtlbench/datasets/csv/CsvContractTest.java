package org.mtlbench.datasets.csv;

import java.io.IOException;
import java.nio.file.Path;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.testkit.contract.DatasetContract;

class CsvContractTest extends DatasetContract<CsvConfig> {
  @Override
  protected DatasetPlugin<CsvConfig> plugin() {
    return new CsvPlugin();
  }

  @Override
  protected String defaults() {
    return """
        {"file": "", "targets": {}, "features": [], "ignore": [], "categorical": [],
         "category-encoding": "one-hot", "missing": ["", "NA", "N/A", "NaN", "null"],
         "label-separator": ";", "no-labels": "none", "validation-file": "", "test-file": "",
         "split-column": "", "validation-fraction": 0.15, "test-fraction": 0.15, "seed": 42,
         "delimiter": ",", "quote": "\\"", "header": true}""";
  }

  @Override
  protected String small() {
    return """
        {"file": "houses.csv", "ignore": ["id"], "category-encoding": "embedding",
         "targets": {"price": "regression", "sold": "classification", "tags": "multi-label"}}""";
  }

  @Override
  protected boolean readsFilesWhenPlanned() {
    return true;
  }

  @Override
  protected void provide(Path data) throws IOException {
    CsvFixture.write(data, "houses.csv", CsvFixture.table(80));
  }
}
