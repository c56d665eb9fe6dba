package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.Label;

/** Text alternative of a chart for screen readers, limited to the first rows. */
final class ChartDescription {
  private static final int MAX_ROWS = 12;

  private final String beginning;
  private final List<String> entries = new ArrayList<>();

  ChartDescription(String beginning) {
    this.beginning = beginning;
  }

  void add(ChartRow row, String values) {
    entries.add(Label.clean(row.name()) + " " + values);
  }

  String text() {
    int more = entries.size() - MAX_ROWS;
    return beginning
        + ": "
        + String.join("; ", entries.subList(0, Math.min(MAX_ROWS, entries.size())))
        + (more > 0 ? "; and " + more + " more rows, see the table" : "")
        + ".";
  }
}
