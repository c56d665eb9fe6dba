package org.mtlbench.reports.terminal;

import java.util.Locale;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;

/**
 * A row of the results as shown on the terminal.
 *
 * @param row row of the table
 * @param group the row's cells
 * @param method text of the first column
 * @param marks references to its notes, {@code [1][3]}; empty if it has none
 */
record ResultLine(Row row, SeedGroup group, String method, String marks) {
  String dataset() {
    return group.cell().dataset();
  }

  /** Epochs of the main training, followed by a plus and those of the search, if any. */
  String epochs() {
    String search = hasSearchEpochs() ? "+" + whole(searchEpochs()) : "";
    return group
        .summary(Measures::mainEpochs)
        .map(epochs -> whole(epochs.mean()) + search)
        .orElse("-");
  }

  /** Whether a part of the epochs belongs to a search. */
  boolean hasSearchEpochs() {
    return searchEpochs() > 0;
  }

  private double searchEpochs() {
    return group.summary(Measures::searchEpochs).map(Summary::mean).orElse(0.0);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%d", Math.round(value));
  }
}
