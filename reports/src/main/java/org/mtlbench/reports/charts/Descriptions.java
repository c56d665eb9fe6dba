package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.List;

/** A picture in words; of many rows the first ones, since nobody listens to a hundred numbers. */
final class Descriptions {
  private static final int MOST = 12;

  private final String beginning;
  private final List<String> entries = new ArrayList<>();

  Descriptions(String beginning) {
    this.beginning = beginning;
  }

  void add(ChartRow row, String values) {
    String detail = row.detail().isEmpty() ? "" : " " + row.detail();
    entries.add(Label.clean(row.series() + detail) + " " + values);
  }

  String text() {
    int more = entries.size() - MOST;
    return beginning
        + ": "
        + String.join("; ", entries.subList(0, Math.min(MOST, entries.size())))
        + (more > 0 ? "; and " + more + " more rows, see the table" : "")
        + ".";
  }
}
