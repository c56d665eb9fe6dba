package org.mtlbench.reports.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.reports.statistics.Difference;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.score.TaskRecord;

/**
 * A sweep over a limit on the sparsity, each row of which is compared with the dense row, task by
 * task: rows of a dataset and an architecture whose labels differ only in a number at their end,
 * for example {@code Ours 0.5} and {@code Ours 0.8}.
 *
 * @param dense the only multi-task row of the dataset and the architecture without zero rows
 * @param points rows in the order of their sparsity rates; at least three distinct rates
 */
public record SparsitySweep(SeedGroup dense, List<Point> points) {
  private static final int MIN_RATES = 3;
  private static final Pattern NUMBER_AT_END = Pattern.compile("[ =,]*[-+.\\d]+ ?%?$");

  /** Makes a defensive copy. */
  public SparsitySweep {
    points = List.copyOf(points);
  }

  /**
   * A row of a sweep.
   *
   * @param group the row
   * @param changes the comparison with the dense row, of each task that has a seed in common
   */
  public record Point(SeedGroup group, List<Change> changes) {
    /** Makes a defensive copy. */
    public Point {
      changes = List.copyOf(changes);
    }
  }

  /**
   * The change of a task's primary metric.
   *
   * @param score the metric
   * @param difference sparse minus dense, over common seeds, in displayed units
   * @param corrected p value after Holm's correction over all changes of the dataset, if tested
   */
  public record Change(TaskMetric score, Difference difference, Optional<Double> corrected) {
    /** Whether the sparse row is significantly worse. */
    public boolean isWorse() {
      return corrected.filter(p -> p < HolmAdjustment.LEVEL).isPresent()
          && difference.mean() > 0 != score.metric().higherIsBetter();
    }
  }

  /**
   * Finds the sweeps of a run. Datasets whose rows cannot be compared, and architectures without a
   * dense row or with several, have none.
   */
  public static List<SparsitySweep> of(Rows rows) {
    List<SparsitySweep> sweeps = new ArrayList<>();
    for (String dataset : rows.datasets()) {
      if (rows.equalTraining().isComparable(dataset)) {
        sweeps.addAll(corrected(ofDataset(rows, dataset)));
      }
    }
    return sweeps;
  }

  /**
   * Groups rows of a dataset and an architecture into sweeps.
   *
   * @param label name of a row in tables
   * @param sr its sparsity rate; rows with 0 are omitted
   * @return by the common part of the labels, in the order of the sparsity rates; only groups of at
   *     least three distinct rates
   */
  public static <T> Map<String, List<T>> byName(
      List<T> rows, Function<T, String> label, ToDoubleFunction<T> sr) {
    Map<String, List<T>> sweeps = new LinkedHashMap<>();
    for (T row : rows) {
      String name = NUMBER_AT_END.matcher(label.apply(row)).replaceFirst("");
      if (!name.equals(label.apply(row)) && sr.applyAsDouble(row) > 0) {
        sweeps.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
      }
    }
    sweeps.values().removeIf(all -> all.stream().mapToDouble(sr).distinct().count() < MIN_RATES);
    sweeps.values().forEach(all -> all.sort(Comparator.comparingDouble(sr)));
    return sweeps;
  }

  private static List<SparsitySweep> ofDataset(Rows rows, String dataset) {
    Map<String, List<SeedGroup>> architectures = new LinkedHashMap<>();
    rows.groups().stream()
        .filter(group -> group.cell().dataset().equals(dataset) && !group.isSingleTask())
        .filter(group -> group.summary(Measures::sr).isPresent())
        .forEach(
            group ->
                architectures
                    .computeIfAbsent(group.cell().architecture(), name -> new ArrayList<>())
                    .add(group));
    List<SparsitySweep> sweeps = new ArrayList<>();
    for (List<SeedGroup> groups : architectures.values()) {
      List<SeedGroup> dense = groups.stream().filter(group -> sr(group) == 0).toList();
      if (dense.size() == 1) {
        byName(groups, group -> group.cell().label(), SparsitySweep::sr)
            .values()
            .forEach(all -> sweeps.add(compared(dense.get(0), all, rows.tasks(dataset))));
      }
    }
    return sweeps;
  }

  private static double sr(SeedGroup group) {
    return group.summary(Measures::sr).map(Summary::mean).orElseThrow();
  }

  private static SparsitySweep compared(
      SeedGroup dense, List<SeedGroup> groups, List<TaskRecord> tasks) {
    List<Point> points = new ArrayList<>();
    for (SeedGroup group : groups) {
      List<Change> changes = new ArrayList<>();
      for (TaskRecord task : tasks) {
        TaskMetric score = TaskMetric.primary(task);
        Map<Long, Double> before = dense.bySeed(score::test);
        Map<Long, Double> after = group.bySeed(score::test);
        List<Long> common = before.keySet().stream().filter(after::containsKey).toList();
        if (!common.isEmpty()) {
          changes.add(
              new Change(
                  score,
                  Difference.paired(
                      PairedTests.valuesAt(before, common), PairedTests.valuesAt(after, common)),
                  Optional.empty()));
        }
      }
      points.add(new Point(group, changes));
    }
    return new SparsitySweep(dense, points);
  }

  /** Corrects the p values of all changes of a dataset. */
  private static List<SparsitySweep> corrected(List<SparsitySweep> sweeps) {
    List<Optional<Double>> corrected =
        HolmAdjustment.of(
            sweeps.stream()
                .flatMap(sweep -> sweep.points().stream())
                .flatMap(point -> point.changes().stream())
                .map(Change::difference)
                .toList());
    List<SparsitySweep> result = new ArrayList<>();
    int next = 0;
    for (SparsitySweep sweep : sweeps) {
      List<Point> points = new ArrayList<>();
      for (Point point : sweep.points()) {
        List<Change> changes = new ArrayList<>();
        for (Change change : point.changes()) {
          changes.add(new Change(change.score(), change.difference(), corrected.get(next++)));
        }
        points.add(new Point(point.group(), changes));
      }
      result.add(new SparsitySweep(sweep.dense(), points));
    }
    return result;
  }
}
