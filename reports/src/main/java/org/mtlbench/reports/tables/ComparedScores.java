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

/** The tasks of two runs together, and the headline that rows of each dataset are compared by. */
final class ComparedScores {
  private final TaskColumns tasks;
  private final Map<String, Headline> headlines = new LinkedHashMap<>();

  ComparedScores(Rows first, Rows second) {
    Map<String, List<TaskRecord>> all = new LinkedHashMap<>();
    for (Rows rows : List.of(first, second)) {
      rows.results()
          .tasksByDataset()
          .forEach((dataset, more) -> all.merge(dataset, more, ComparedScores::joined));
    }
    this.tasks = new TaskColumns(all);
    // Delta_m of two runs has two references: their means of skill compare, the changes do not.
    all.forEach(
        (dataset, known) ->
            headlines.put(dataset, Headline.mean(known).orElseGet(() -> Headline.skill(known))));
  }

  /** The tasks of both lists, by their names. */
  private static List<TaskRecord> joined(List<TaskRecord> one, List<TaskRecord> other) {
    Map<String, TaskRecord> byName = new LinkedHashMap<>();
    Stream.concat(one.stream(), other.stream())
        .forEach(task -> byName.putIfAbsent(task.name(), task));
    return List.copyOf(byName.values());
  }

  /** The columns of the tasks of both runs. */
  TaskColumns tasks() {
    return tasks;
  }

  /** What the rows of a dataset are compared by. */
  Headline headline(String dataset) {
    return headlines.getOrDefault(dataset, Headline.skill(List.of()));
  }

  /** The headlines of all datasets, alike ones once. */
  List<Headline> distinctHeadlines() {
    List<Headline> distinct = new ArrayList<>();
    for (Headline headline : headlines.values()) {
      if (distinct.stream().noneMatch(headline::isLike)) {
        distinct.add(headline);
      }
    }
    return distinct;
  }
}
