package org.mtlbench.reports.terminal;

import java.util.function.Function;

/**
 * A column of the results.
 *
 * @param kind what it shows
 * @param name unique among the columns
 * @param title of a dataset's rows
 * @param text of a line
 */
record ResultField(
    Kind kind, String name, Function<String, String> title, Function<ResultLine, String> text) {
  /** What a column shows. */
  enum Kind {
    HEADLINE("headline"),
    TASK("tasks"),
    SPARSITY("SR %"),
    EPOCHS("epochs"),
    MINUTES("train min");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What users call it. */
    String words() {
      return words;
    }
  }

  /** A column with one title for all datasets. */
  static ResultField of(Kind kind, Function<ResultLine, String> text) {
    return new ResultField(kind, kind.words(), dataset -> kind.words(), text);
  }
}
