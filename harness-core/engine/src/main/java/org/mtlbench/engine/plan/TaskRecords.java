package org.mtlbench.engine.plan;

import java.util.List;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/** Converts tasks to records. */
public final class TaskRecords {
  private TaskRecords() {}

  /** The tasks of a dataset with their metrics. */
  public static List<TaskRecord> of(List<Task> tasks) {
    return tasks.stream().map(TaskRecords::task).toList();
  }

  private static TaskRecord task(Task task) {
    return new TaskRecord(
        task.name(),
        describe(task.target()),
        task.loss().id(),
        task.metrics().stream().map(TaskRecords::metric).toList());
  }

  private static String describe(Target target) {
    int n = target.outputs();
    String each = n == 1 ? "" : "s";
    return switch (target.kind()) {
      case CLASSES -> n + " classes";
      case LABELS -> n + " label" + each;
      case REAL -> n + " real number" + each;
      case CLASS_MAP -> n + " classes per pixel";
      case REAL_MAP -> n + " real number" + each + " per pixel";
    };
  }

  private static MetricRecord metric(Metric metric) {
    MetricInfo info = metric.info();
    return new MetricRecord(
        info.id(),
        info.title(),
        info.unit(),
        switch (info.direction()) {
          case HIGHER -> MetricRecord.Direction.HIGHER;
          case LOWER -> MetricRecord.Direction.LOWER;
        },
        info.ideal(),
        info.crossesZero(),
        info.scale(),
        info.decimals());
  }
}
