package org.mtlbench.datasets.csv;

import java.util.List;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.ShortForm;

/** A task of a table; its short form is the kind. */
@ShortForm("kind")
public record TargetSpec(
    @ConfigKey("what is predicted") Kind kind,
    @ConfigKey(
            value = "the columns of the labels; empty for the column of the task's name",
            allowed = "a list of column names")
        @Default("[]")
        List<String> columns) {
  /** What is predicted. */
  public enum Kind {
    /** One of several classes, in one column. */
    CLASSIFICATION,
    /** A real number, or one for each column. */
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
