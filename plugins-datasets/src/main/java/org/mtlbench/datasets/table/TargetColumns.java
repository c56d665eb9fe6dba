package org.mtlbench.datasets.table;

import java.util.List;

/** The label columns of a task. */
public sealed interface TargetColumns {
  /** The task's name. */
  String name();

  /** Whether all labels of a row are missing. */
  boolean missing(int row);

  /**
   * One or several real numbers.
   *
   * @param columns names of the numbers
   * @param values one array per column, with one number per row; NaN if missing
   */
  record Numbers(String name, List<String> columns, List<double[]> values)
      implements TargetColumns {
    public Numbers {
      columns = List.copyOf(columns);
      values = List.copyOf(values);
    }

    @Override
    public boolean missing(int row) {
      return values.stream().allMatch(column -> Double.isNaN(column[row]));
    }
  }

  /**
   * One of several classes.
   *
   * @param classes their names, at least 2
   * @param codes the class of each row, from 0; -1 if missing
   */
  record Classes(String name, List<String> classes, int[] codes) implements TargetColumns {
    public Classes {
      classes = List.copyOf(classes);
    }

    @Override
    public boolean missing(int row) {
      return codes[row] < 0;
    }
  }

  /**
   * Any of several labels.
   *
   * @param labels their names
   * @param values one array per label: 1 if the label applies to the row, 0 if not, -1 if unknown
   */
  record Labels(String name, List<String> labels, List<byte[]> values) implements TargetColumns {
    public Labels {
      labels = List.copyOf(labels);
      values = List.copyOf(values);
    }

    @Override
    public boolean missing(int row) {
      return values.stream().allMatch(label -> label[row] < 0);
    }
  }
}
