package org.mtlbench.engine.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.mtlbench.api.task.Task;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.SelectionDiagnosticRecord;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskValues;

/**
 * Test scores of the last epochs of a training, or of all, and what follows from them. Every
 * element has the tasks that the epoch trained; the networks of single-task learning, for example,
 * are trained one after the other.
 */
final class TestedEpochs {
  private final List<SplitRecord> tested;

  /**
   * Continues a training.
   *
   * @param earlier the scores in the checkpoint
   */
  TestedEpochs(List<SplitRecord> earlier) {
    tested = new ArrayList<>(earlier);
  }

  /** The scores so far, one element per epoch, in order. */
  List<SplitRecord> tested() {
    return List.copyOf(tested);
  }

  /**
   * Adds the scores of an epoch.
   *
   * @param first whether it is the first one of its phase, whose scores replace those of an earlier
   *     phase for the same tasks
   */
  void add(SplitRecord scores, boolean first) {
    if (first) {
      tested.removeIf(
          earlier -> earlier.scores().tasks().stream().anyMatch(scores.scores().tasks()::contains));
    }
    tested.add(scores);
  }

  /** The least number of epochs of any task; 0 if a task has none. */
  int epochs(List<Task> tasks) {
    return tasks.stream().mapToInt(task -> of(task).size()).min().orElse(0);
  }

  /** The mean of every metric and loss over the epochs; a metric undefined in any of them is. */
  SplitRecord mean(List<Task> tasks) {
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    Map<String, Double> losses = new LinkedHashMap<>();
    for (Task task : tasks) {
      List<SplitRecord> epochs = of(task);
      Map<String, Double> means = new LinkedHashMap<>();
      for (String metric : epochs.get(0).scores().metrics(task.name()).keySet()) {
        means.put(
            metric,
            mean(epochs.stream().map(epoch -> epoch.scores().metrics(task.name()).get(metric))));
      }
      scores.put(task.name(), means);
      losses.put(task.name(), mean(epochs.stream().map(epoch -> epoch.losses().get(task.name()))));
    }
    return new SplitRecord(Scores.ofFinite(scores), new TaskValues(losses));
  }

  /**
   * What other rules of selecting an epoch would have reported, see {@link
   * SelectionDiagnosticRecord}. Tasks that are trained together have the same epoch.
   *
   * @param score the score by which an epoch would be selected, higher is better
   */
  SelectionDiagnosticRecord diagnostic(List<Task> tasks, ToDoubleFunction<SplitRecord> score) {
    Map<List<String>, List<SplitRecord>> trainings = new LinkedHashMap<>();
    for (SplitRecord epoch : tested) {
      trainings.computeIfAbsent(epoch.scores().tasks(), names -> new ArrayList<>()).add(epoch);
    }
    List<SplitRecord> last = new ArrayList<>();
    List<SplitRecord> best = new ArrayList<>();
    for (List<SplitRecord> epochs : trainings.values()) {
      last.add(epochs.get(epochs.size() - 1));
      best.add(epochs.stream().max(Comparator.comparingDouble(score)).orElseThrow());
    }
    return new SelectionDiagnosticRecord(joined(tasks, last), joined(tasks, best));
  }

  private static SplitRecord joined(List<Task> tasks, List<SplitRecord> parts) {
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    Map<String, Double> losses = new LinkedHashMap<>();
    for (Task task : tasks) {
      for (SplitRecord part : parts) {
        if (part.scores().tasks().contains(task.name())) {
          scores.put(task.name(), part.scores().metrics(task.name()));
          losses.put(task.name(), part.losses().get(task.name()));
        }
      }
    }
    return new SplitRecord(Scores.ofFinite(scores), new TaskValues(losses));
  }

  private List<SplitRecord> of(Task task) {
    return tested.stream().filter(epoch -> epoch.scores().tasks().contains(task.name())).toList();
  }

  /** The mean; NaN if a value is missing. */
  private static double mean(Stream<Double> values) {
    return values.mapToDouble(value -> value == null ? Double.NaN : value).average().orElseThrow();
  }
}
