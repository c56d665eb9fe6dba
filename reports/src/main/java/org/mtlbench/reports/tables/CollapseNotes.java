package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.run.Collapse;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.MetricRecord;

/** Notes about collapsed tasks of a row. */
final class CollapseNotes {
  private CollapseNotes() {}

  private record SeedCollapse(long seed, Collapse collapse) {}

  /**
   * A note per collapsed task, judged separately per seed: {@code collapsed: digit (11.35 %,
   * constant predictor 11.35 %)}, with the seeds unless all collapsed.
   */
  static List<String> notes(SeedGroup row) {
    Map<String, List<SeedCollapse>> byTask = new LinkedHashMap<>();
    for (CellRecord cell : row.results()) {
      for (Collapse collapse : Collapse.of(cell, row.tasks())) {
        byTask
            .computeIfAbsent(collapse.score().task(), ignored -> new ArrayList<>())
            .add(new SeedCollapse(cell.seed(), collapse));
      }
    }
    int seeds = row.results().size();
    return byTask.entrySet().stream()
        .map(entry -> note(entry.getKey(), entry.getValue(), seeds))
        .toList();
  }

  private static String note(String task, List<SeedCollapse> collapses, int seeds) {
    String where =
        collapses.size() == seeds
            ? ""
            : collapses.stream()
                .map(s -> Long.toString(s.seed()))
                .collect(
                    Collectors.joining(
                        ", ", collapses.size() == 1 ? " in seed " : " in seeds ", ""));
    MetricRecord metric = collapses.get(0).collapse().score().metric();
    return "collapsed: "
        + task
        + where
        + " ("
        + NumberFormats.range(
            metric, collapses.stream().mapToDouble(s -> s.collapse().value()).toArray())
        + ", constant predictor "
        + NumberFormats.range(
            metric, collapses.stream().mapToDouble(s -> s.collapse().constant()).toArray())
        + ")";
  }
}
