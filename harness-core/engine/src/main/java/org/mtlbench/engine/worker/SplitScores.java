package org.mtlbench.engine.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.method.Evaluation;
import org.mtlbench.api.task.Task;
import org.mtlbench.results.SplitRecord;
import org.mtlbench.results.TaskValues;

/** Evaluations as records hold them: accuracies of the tasks that are judged by it, and losses. */
final class SplitScores {
  private SplitScores() {}

  static List<String> names(List<Task> tasks) {
    return tasks.stream().map(Task::name).toList();
  }

  static TaskValues accuracy(List<Task> tasks, Evaluation evaluation) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int t = 0; t < tasks.size(); t++) {
      if (tasks.get(t).primary().info().id().equals("accuracy")) {
        values.put(tasks.get(t).name(), evaluation.metrics()[t][0]);
      }
    }
    return new TaskValues(values);
  }

  static SplitRecord record(List<Task> tasks, Evaluation evaluation) {
    return SplitRecord.of(
        accuracy(tasks, evaluation), TaskValues.ofFinite(names(tasks), evaluation.losses()));
  }
}
