package org.mtlbench.datasets.csv;

import java.util.List;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.ShortForm;

/** Config of a task of a table; the short form is the kind alone. */
@ShortForm("kind")
public record TargetSpec(
    @ConfigKey("kind of the target") Kind kind,
    @ConfigKey(
            value = "the columns of the labels; empty for the column with the name of the task",
            allowed = "a list of column names")
        @Default("[]")
        List<String> columns) {
  /** The kind of a target. */
  public enum Kind {
    /** One of several classes, in one column. */
    CLASSIFICATION,
    /** Real numbers, one per column. */
    REGRESSION,
    /** Any of several labels: texts with separators in one column, or 0 and 1 in several. */
    MULTI_LABEL
  }

  public TargetSpec {
    columns = List.copyOf(columns);
  }

  /** The columns of a task. */
  List<String> columns(String task) {
    return columns.isEmpty() ? List.of(task) : columns;
  }
}
