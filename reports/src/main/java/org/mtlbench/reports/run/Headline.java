package org.mtlbench.reports.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mtlbench.reports.statistics.DeltaM;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.MetricRecord.Direction;
import org.mtlbench.results.score.TaskRecord;

/**
 * The single number by which the rows of a dataset are compared: the mean of the primary metrics if
 * all tasks have the same one, otherwise Delta_m against single-task learning, otherwise the mean
 * skill. Values are in displayed units. A cell without a value for one of its tasks has no
 * headline.
 */
public final class Headline {
  private static final MetricRecord DELTA_M =
      new MetricRecord("delta-m", "Δm", "%", Direction.HIGHER, 1, true, 1, 2);
  private static final MetricRecord SKILL =
      new MetricRecord("mean-skill", "Skill", "", Direction.HIGHER, 1, true, 1, 3);

  private final Kind kind;
  private final MetricRecord metric;
  private final Function<CellRecord, Optional<Double>> value;

  /** The kinds of headlines. */
  public enum Kind {
    /** The mean of the metric that all tasks share. */
    MEAN,
    /** The mean relative change against single-task learning. */
    DELTA_M,
    /**
     * The mean of (value - constant) / (ideal - constant), which is 0 for the constant predictor.
     */
    SKILL
  }

  private Headline(Kind kind, MetricRecord metric, Function<CellRecord, Optional<Double>> value) {
    this.kind = kind;
    this.metric = metric;
    this.value = value;
  }

  /** The mean of the primary metrics; absent if tasks have different ones. */
  public static Optional<Headline> mean(List<TaskRecord> tasks) {
    List<MetricRecord> metrics = tasks.stream().map(TaskRecord::primary).distinct().toList();
    if (metrics.size() != 1) {
      return Optional.empty();
    }
    MetricRecord metric = metrics.get(0);
    return Optional.of(
        new Headline(
            Kind.MEAN,
            metric,
            // Averages before scaling, since scaling first can round the last digit differently.
            cell -> mean(cell, tasks, task -> raw(cell, task)).map(metric::displayed)));
  }

  /**
   * Delta_m in percent.
   *
   * @param reference returns the primary metric of each task of the single-task reference of a
   *     cell, in displayed units; absent if the cell has no reference
   */
  public static Headline deltaM(
      List<TaskRecord> tasks, Function<CellRecord, Optional<Map<String, Double>>> reference) {
    return new Headline(
        Kind.DELTA_M,
        DELTA_M,
        cell ->
            reference
                .apply(cell)
                .flatMap(known -> mean(cell, tasks, task -> change(cell, task, known))));
  }

  /** The mean skill. */
  public static Headline skill(List<TaskRecord> tasks) {
    return new Headline(Kind.SKILL, SKILL, cell -> mean(cell, tasks, task -> skill(cell, task)));
  }

  private static Optional<Double> raw(CellRecord cell, TaskRecord task) {
    return cell.test().flatMap(test -> test.scores().find(task.name(), task.primary().id()));
  }

  private static Optional<Double> change(
      CellRecord cell, TaskRecord task, Map<String, Double> reference) {
    Optional<Double> own = TaskMetric.primary(task).test(cell);
    Optional<Double> known = Optional.ofNullable(reference.get(task.name()));
    return own.isPresent() && known.isPresent()
        ? DeltaM.percent(task.primary(), own.get(), known.get())
        : Optional.empty();
  }

  private static Optional<Double> skill(CellRecord cell, TaskRecord task) {
    Optional<Double> own = raw(cell, task);
    Optional<Double> constant = constant(cell, task);
    if (own.isEmpty() || constant.isEmpty()) {
      return Optional.empty();
    }
    double range = task.primary().ideal() - constant.get();
    return range == 0 ? Optional.empty() : Optional.of((own.get() - constant.get()) / range);
  }

  private static Optional<Double> constant(CellRecord cell, TaskRecord task) {
    return cell.constantPredictor()
        .flatMap(known -> known.test().find(task.name(), task.primary().id()));
  }

  /** The mean over the tasks of the cell; absent if a task has no value. */
  private static Optional<Double> mean(
      CellRecord cell, List<TaskRecord> tasks, Function<TaskRecord, Optional<Double>> value) {
    List<TaskRecord> own = own(cell, tasks);
    List<Double> values = own.stream().flatMap(task -> value.apply(task).stream()).toList();
    return values.isEmpty() || values.size() < own.size()
        ? Optional.empty()
        : Optional.of(values.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
  }

  private static List<TaskRecord> own(CellRecord cell, List<TaskRecord> tasks) {
    List<String> names = cell.test().map(test -> test.scores().tasks()).orElse(List.of());
    return tasks.stream().filter(task -> names.contains(task.name())).toList();
  }

  /** The reasons why a cell with a result has no mean skill, one note per task without a skill. */
  public static List<String> undefinedSkillNotes(CellRecord cell, List<TaskRecord> tasks) {
    List<String> notes = new ArrayList<>();
    for (TaskRecord task : own(cell, tasks)) {
      if (raw(cell, task).isEmpty()) {
        notes.add("skill undefined: no " + task.primary().phrase() + " of " + task.name());
      } else if (constant(cell, task).isEmpty()) {
        notes.add("skill undefined: no score of the constant predictor of " + task.name());
      } else if (constant(cell, task).get() == task.primary().ideal()) {
        notes.add("skill undefined: the constant predictor of " + task.name() + " is ideal");
      }
    }
    return notes;
  }

  /** The kind of headline. */
  public Kind kind() {
    return kind;
  }

  /** The format of the headline; values are already in its displayed units. */
  public MetricRecord metric() {
    return metric;
  }

  /** The value of a cell. */
  public Optional<Double> valueOf(CellRecord cell) {
    return value.apply(cell);
  }

  /** 1 if higher is better, -1 if lower is. */
  public int sign() {
    return metric.higherIsBetter() ? 1 : -1;
  }

  /** Whether another headline is of the same kind and metric. */
  public boolean hasSameMetric(Headline other) {
    return kind == other.kind && metric.equals(other.metric);
  }

  /** The id of its column. */
  public String id() {
    return kind == Kind.MEAN ? metric.id() + "-mean" : metric.id();
  }

  /**
   * The header of its column.
   *
   * @param plain whether the table shows no other metric, so that the header omits its name
   */
  public String header(boolean plain) {
    return switch (kind) {
      case MEAN -> metric.withUnit(plain ? "Mean" : "Mean " + metric.title());
      case DELTA_M, SKILL -> metric.withUnit(metric.title());
    };
  }

  /** The name within a sentence. */
  public String phrase() {
    return kind == Kind.MEAN ? "mean test " + metric.phrase() : phraseWithoutSplit();
  }

  /** The name within a sentence that already names the split: {@code mean accuracy}. */
  public String phraseWithoutSplit() {
    return switch (kind) {
      case MEAN -> "mean " + metric.phrase();
      case DELTA_M -> "Δm (mean change against single-task learning)";
      case SKILL -> "mean skill";
    };
  }

  /** Whether values are percentages, so that differences are percentage points. */
  public boolean isPercentage() {
    return metric.unit().equals("%");
  }

  /** The unit of differences with a leading space; empty if there is none. */
  public String differenceUnit() {
    return isPercentage() ? " points" : metric.withUnit("");
  }
}
