package org.mtlbench.methods.descent;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The table of the ends of trajectories, with one row per method and one column per start. */
final class Ends {
  /** An end farther from the Pareto set is marked. */
  static final double NEAR = 0.15;

  private static final String MARKED = " *";

  private Ends() {}

  /**
   * The table in Markdown.
   *
   * @param trajectories from all starting points in order, method by method
   */
  static String table(List<Trajectory> trajectories) {
    StringBuilder table = new StringBuilder();
    StringJoiner heading = new StringJoiner(" | ", "| method | ", " |\n");
    ToyLoss.STARTS.forEach(start -> heading.add("from " + cell(start)));
    table.append(heading).append("|---|").append("---|".repeat(ToyLoss.STARTS.size())).append('\n');
    int starts = ToyLoss.STARTS.size();
    for (int first = 0; first < trajectories.size(); first += starts) {
      StringJoiner row =
          new StringJoiner(" | ", "| `" + trajectories.get(first).method() + "` | ", " |\n");
      for (Trajectory trajectory : trajectories.subList(first, first + starts)) {
        double[] end = trajectory.end();
        row.add(cell(end) + (isNear(end) ? "" : MARKED));
      }
      table.append(row);
    }
    return table.toString();
  }

  static boolean isNear(double... end) {
    return ParetoSet.distance(end) <= NEAR;
  }

  static String cell(double... point) {
    return String.format(Locale.ROOT, "(%.1f, %.1f)", rounded(point[0]), rounded(point[1]));
  }

  /** One decimal, and 0 instead of -0. */
  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0 + 0.0;
  }
}
