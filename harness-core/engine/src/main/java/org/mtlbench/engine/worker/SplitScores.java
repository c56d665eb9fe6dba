package org.mtlbench.engine.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Evaluation;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskRecord;
import org.mtlbench.results.score.TaskValues;

/** Tasks and their evaluations as records hold them; the only place that converts them. */
public final class SplitScores {
  private SplitScores() {}

  static List<String> names(List<Task> tasks) {
    return tasks.stream().map(Task::name).toList();
  }

  /** The tasks of a dataset with their metrics. */
  public static List<TaskRecord> tasks(List<Task> tasks) {
    return tasks.stream().map(SplitScores::task).toList();
  }

  private static TaskRecord task(Task task) {
    return new TaskRecord(
        task.name(),
        words(task.target()),
        task.loss().id(),
        task.metrics().stream().map(SplitScores::metric).toList());
  }

  private static String words(Target target) {
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

  /** The metrics of each task; those that are NaN or infinite are left out. */
  static Scores scores(List<Task> tasks, double[][] values) {
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    for (int t = 0; t < tasks.size(); t++) {
      List<Metric> metrics = tasks.get(t).metrics();
      Map<String, Double> ofTask = new LinkedHashMap<>();
      for (int m = 0; m < metrics.size(); m++) {
        ofTask.put(metrics.get(m).info().id(), values[t][m]);
      }
      scores.put(tasks.get(t).name(), ofTask);
    }
    return Scores.ofFinite(scores);
  }

  /** What selection maximises; absent if it is NaN or infinite. */
  static Optional<Double> selection(EpochReport report) {
    return report.validation().map(EpochReport.Validation::score).filter(Double::isFinite);
  }

  static SplitRecord record(List<Task> tasks, Evaluation evaluation) {
    return new SplitRecord(
        scores(tasks, evaluation.metrics()),
        TaskValues.ofFinite(names(tasks), evaluation.losses()));
  }
}
