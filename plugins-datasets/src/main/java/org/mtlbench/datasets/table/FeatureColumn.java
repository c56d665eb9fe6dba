package org.mtlbench.datasets.table;

import java.util.List;

/** A column of the network's input. */
public sealed interface FeatureColumn {
  /** The column's name. */
  String name();

  /** Whether the value of a row is missing. */
  boolean missing(int row);

  /**
   * Numbers.
   *
   * @param values one per row; NaN if missing
   */
  record Numbers(String name, double[] values) implements FeatureColumn {
    @Override
    public boolean missing(int row) {
      return Double.isNaN(values[row]);
    }
  }

  /**
   * Categories.
   *
   * @param categories their names
   * @param codes the category of each row, from 0; -1 if missing
   */
  record Categories(String name, List<String> categories, int[] codes) implements FeatureColumn {
    public Categories {
      categories = List.copyOf(categories);
    }

    @Override
    public boolean missing(int row) {
      return codes[row] < 0;
    }
  }
}
