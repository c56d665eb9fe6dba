package org.mtlbench.datasets.table;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.dataset.ColumnSummary;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;

/** A table whose inputs were computed when it was opened. */
record TableDataset(Split train, Split validation, Split test, List<ColumnSummary> columns)
    implements Dataset {
  @Override
  public Split split(SplitName name) {
    return switch (name) {
      case TRAIN -> train;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  @Override
  public List<NDArray> prepare(List<NDArray> raw) {
    return raw;
  }

  @Override
  public boolean augments() {
    return false;
  }
}
