package org.mtlbench.reports.terminal;

import java.util.Locale;
import java.util.Optional;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;

/**
 * A row of the results as the terminal shows it.
 *
 * @param row of the table
 * @param group the cells that the row is of
 * @param method text of the first column
 * @param marks of its notes, {@code [1][3]}; empty if it has none
 */
record ResultLine(Row row, SeedGroup group, String method, String marks) {
  String dataset() {
    return group.cell().dataset();
  }

  /** Of the main training, and behind a plus those of the search where there are some. */
  String epochs() {
    Optional<Summary> main = group.summary(Measures::mainEpochs);
    double search = group.summary(Measures::searchEpochs).map(Summary::mean).orElse(0.0);
    return main.map(epochs -> whole(epochs.mean()) + (search > 0 ? "+" + whole(search) : ""))
        .orElse("-");
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%d", Math.round(value));
  }
}
