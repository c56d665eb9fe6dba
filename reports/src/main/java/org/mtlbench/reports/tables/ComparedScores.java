package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.rows.TaskColumns;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.results.score.TaskRecord;

/** The tasks of several runs, and the headline of each dataset. */
final class ComparedScores {
  private final TaskColumns tasks;
  private final Map<String, Headline> headlines = new LinkedHashMap<>();

  ComparedScores(List<Rows> runs) {
    Map<String, List<TaskRecord>> all = new LinkedHashMap<>();
    for (Rows rows : runs) {
      rows.results()
          .tasksByDataset()
          .forEach((dataset, more) -> all.merge(dataset, more, ComparedScores::joined));
    }
    this.tasks = new TaskColumns(all);
    // Delta_m has a different reference in each run, so mean skills are compared instead.
    all.forEach(
        (dataset, known) ->
            headlines.put(dataset, Headline.mean(known).orElseGet(() -> Headline.skill(known))));
  }

  /** The union of the tasks of both lists, by name. */
  private static List<TaskRecord> joined(List<TaskRecord> one, List<TaskRecord> other) {
    Map<String, TaskRecord> byName = new LinkedHashMap<>();
    Stream.concat(one.stream(), other.stream())
        .forEach(task -> byName.putIfAbsent(task.name(), task));
    return List.copyOf(byName.values());
  }

  /** The columns of the tasks of all runs. */
  TaskColumns tasks() {
    return tasks;
  }

  /** The headline of a dataset. */
  Headline headline(String dataset) {
    return headlines.getOrDefault(dataset, Headline.skill(List.of()));
  }

  /** The distinct headlines of all datasets. */
  List<Headline> distinctHeadlines() {
    List<Headline> distinct = new ArrayList<>();
    for (Headline headline : headlines.values()) {
      if (distinct.stream().noneMatch(headline::hasSameMetric)) {
        distinct.add(headline);
      }
    }
    return distinct;
  }
}
