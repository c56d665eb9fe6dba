package org.mtlbench.reports.terminal;

import java.util.function.Function;

/**
 * A column of the results.
 *
 * @param kind kind of column
 * @param name name, unique among the columns
 * @param title title for the rows of a dataset
 * @param text text of a line
 */
record ResultField(
    Kind kind, String name, Function<String, String> title, Function<ResultLine, String> text) {
  /** Kinds of columns. */
  enum Kind {
    HEADLINE("headline"),
    TASK("tasks"),
    SPARSITY("SR %"),
    EPOCHS("epochs"),
    MINUTES("train min");

    private final String displayName;

    Kind(String displayName) {
      this.displayName = displayName;
    }

    /** The name shown to users. */
    String displayName() {
      return displayName;
    }
  }

  /** A column with the same title for all datasets. */
  static ResultField of(Kind kind, Function<ResultLine, String> text) {
    return new ResultField(kind, kind.displayName(), dataset -> kind.displayName(), text);
  }
}
