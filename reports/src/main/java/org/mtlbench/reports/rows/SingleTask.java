package org.mtlbench.reports.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.score.TaskRecord;

/**
 * Changes against single-task learning, by the tasks' primary metrics. The reference of a row is
 * the mean over seeds of the first single-task baseline row on the same dataset and architecture,
 * or on the same dataset if there is none. Changes are undefined for datasets whose rows were not
 * trained equally. The reference is treated as exact: confidence intervals include only the
 * variance of the row's own seeds.
 */
public final class SingleTask {
  private final List<SeedGroup> groups;
  private final EqualTraining equal;

  SingleTask(List<SeedGroup> groups, EqualTraining equal) {
    this.groups = groups;
    this.equal = equal;
  }

  /** The reference row of a row. */
  public Optional<SeedGroup> reference(SeedGroup group) {
    return reference(group.cell().dataset(), group.cell().architecture());
  }

  private Optional<SeedGroup> reference(String dataset, String architecture) {
    List<SeedGroup> known =
        groups.stream()
            .filter(group -> group.isSingleTask() && !group.results().isEmpty())
            .filter(group -> group.cell().dataset().equals(dataset))
            .toList();
    return known.stream()
        .filter(group -> group.cell().architecture().equals(architecture))
        .findFirst()
        .or(() -> known.stream().findFirst());
  }

  /** The relative change of one task in percent, over seeds. */
  public Optional<Summary> change(SeedGroup group, TaskRecord task) {
    return group.summary(deltaM(List.of(task))::valueOf);
  }

  /** The mean relative change of the tasks in percent, over seeds. */
  public Optional<Summary> change(SeedGroup group) {
    return group.summary(deltaM(group.tasks())::valueOf);
  }

  /** Delta_m over the given tasks of a dataset. */
  public Headline deltaM(List<TaskRecord> tasks) {
    Map<List<String>, Optional<Map<String, Double>>> references = new HashMap<>();
    return Headline.deltaM(
        tasks,
        cell ->
            references.computeIfAbsent(
                List.of(cell.dataset(), cell.architecture()),
                place -> means(place.get(0), place.get(1), tasks)));
  }

  private Optional<Map<String, Double>> means(
      String dataset, String architecture, List<TaskRecord> tasks) {
    if (!equal.isComparable(dataset)) {
      return Optional.empty();
    }
    return reference(dataset, architecture).map(group -> means(group, tasks));
  }

  /** The means over seeds of a row's primary metrics, in displayed units. */
  static Map<String, Double> means(SeedGroup group, List<TaskRecord> tasks) {
    Map<String, Double> means = new HashMap<>();
    for (TaskRecord task : tasks) {
      group
          .summary(TaskMetric.primary(task)::test)
          .ifPresent(summary -> means.put(task.name(), summary.mean()));
    }
    return means;
  }
}
