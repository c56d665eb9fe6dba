package org.mtlbench.datasets.table;

import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.dataset.SplitName;

/**
 * A table in memory.
 *
 * @param splits the split of each row
 * @param features feature columns, in order
 * @param targets target columns, in order
 */
public record Table(SplitName[] splits, List<FeatureColumn> features, List<TargetColumns> targets) {
  public Table {
    features = List.copyOf(features);
    targets = List.copyOf(targets);
  }

  /** Number of rows. */
  public int rows() {
    return splits.length;
  }

  /** Number of rows of a split. */
  public int rows(SplitName split) {
    return (int) Arrays.stream(splits).filter(s -> s == split).count();
  }
}
