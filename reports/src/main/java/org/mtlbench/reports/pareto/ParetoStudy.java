package org.mtlbench.reports.pareto;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.score.TaskRecord;

/**
 * The rows of a dataset and an architecture that differ in the preference vector only.
 *
 * @param method the name of the method, different for every study of a network
 * @param rows the rows, with or without a result, at least {@link ParetoStudies#MIN_VECTORS}
 * @param tasks tasks of the dataset, in order
 * @param points the rows with results, in the order of the plan
 * @param objectives the objectives and their reference point
 */
public record ParetoStudy(
    String method,
    List<SeedGroup> rows,
    List<TaskRecord> tasks,
    List<StudyPoint> points,
    StudyObjectives objectives) {
  // In percentage points; smaller differences are no trade-off.
  private static final double EQUAL_RATES = 0.1;

  /** Makes defensive copies of the lists. */
  public ParetoStudy {
    rows = List.copyOf(rows);
    tasks = List.copyOf(tasks);
    points = List.copyOf(points);
    Objects.requireNonNull(objectives, "objectives");
  }

  /** The dataset's id. */
  public String dataset() {
    return rows.get(0).cell().dataset();
  }

  /** The architecture's id. */
  public String architecture() {
    return rows.get(0).cell().architecture();
  }

  /** The name within a report: {@code multimnist / mdmtn / Ours}. */
  public String name() {
    return String.join(" / ", dataset(), architecture(), method());
  }

  /** The name in ids of tables and in file names. */
  public String id() {
    String name =
        method.equals(rows.get(0).method().title()) ? rows.get(0).cell().method() : method;
    return Label.fileName(String.join("-", dataset(), architecture(), name));
  }

  /** The config key of the preference vector. */
  public String key() {
    return rows.get(0).method().preferenceKey().orElseThrow();
  }

  /** Whether the first component of the preference vectors is that of the sparsity objective. */
  public boolean prefersSparsity() {
    return rows.stream().anyMatch(row -> ParetoStudies.vector(row).size() == tasks.size() + 1);
  }

  /** Whether the sparsity rates of some points differ by more than 0.1 percentage points. */
  static boolean differInSparsity(List<StudyPoint> of) {
    DoubleSummaryStatistics rates = of.stream().mapToDouble(StudyPoint::sr).summaryStatistics();
    return !of.isEmpty() && rates.getMax() - rates.getMin() > EQUAL_RATES;
  }

  /** The points with k_0 &gt; 0; all points of a study without a sparsity objective. */
  public List<StudyPoint> weighted() {
    return points.stream()
        .filter(point -> !prefersSparsity() || point.preference().get(0) > 0)
        .toList();
  }

  /** The points with k_0 = 0; none in a study without a sparsity objective. */
  public List<StudyPoint> dense() {
    return points.stream()
        .filter(point -> prefersSparsity() && point.preference().get(0) == 0)
        .toList();
  }

  /**
   * The clusters of the points with k_0 &gt; 0 by sparsity rate, in ascending order; all points in
   * one cluster if the study has neither a sparsity objective nor a sparse network.
   */
  public List<SparsityCluster> clusters() {
    if (prefersSparsity() || points.stream().anyMatch(point -> point.sr() > 0)) {
      return SparsityCluster.of(weighted());
    }
    return points.isEmpty() ? List.of() : List.of(new SparsityCluster("all points", points));
  }

  /** The name of the points with k_0 &gt; 0. */
  public String weightedName() {
    return prefersSparsity() ? "k_0 > 0" : "all";
  }

  /** The name of the points with k_0 = 0. */
  public static String denseName() {
    return "k_0 = 0";
  }

  /** The front in L_0 and the losses; absent unless all points with k_0 &gt; 0 have L_0. */
  public Optional<Front> lossesWithSparsity() {
    List<StudyPoint> sparse = weighted();
    boolean known =
        prefersSparsity()
            && sparse.stream().allMatch(point -> point.sparsityObjective().isPresent());
    return known && !sparse.isEmpty()
        ? Optional.of(Front.of(weightedName(), objectives.lossesWithSparsity(), sparse))
        : Optional.empty();
  }

  /** The front of some points in the losses of the tasks. */
  private Front losses(String part, List<StudyPoint> of) {
    return Front.of(part, objectives.losses(), of);
  }

  /** The front of the points with k_0 &gt; 0 in the losses of the tasks. */
  public Front losses() {
    return losses(weightedName(), weighted());
  }

  /** The front of the points with k_0 = 0 in the losses of the tasks. */
  public Front denseLosses() {
    return losses(denseName(), dense());
  }

  /**
   * The front of the points with k_0 &gt; 0 in sparsity rate and primary metrics; absent if their
   * sparsity rates are equal within 0.1 percentage points.
   */
  public Optional<Front> metricsWithSparsity() {
    return differInSparsity(weighted())
        ? Optional.of(Front.of(weightedName(), objectives.metricsWithSparsity(), weighted()))
        : Optional.empty();
  }

  /** The front of the points with k_0 &gt; 0 in the primary metrics. */
  public Front metrics() {
    return Front.of(weightedName(), objectives.metrics(), weighted());
  }

  /** The front of the points with k_0 = 0 in the primary metrics. */
  public Front denseMetrics() {
    return Front.of(denseName(), objectives.metrics(), dense());
  }

  /** All fronts of the study that have points. */
  public List<Front> fronts() {
    return Stream.of(
            lossesWithSparsity(),
            Optional.of(losses()),
            metricsWithSparsity(),
            Optional.of(metrics()),
            Optional.of(denseLosses()),
            Optional.of(denseMetrics()))
        .flatMap(Optional::stream)
        .filter(front -> !front.points().isEmpty())
        .toList();
  }

  /**
   * The points nondominated in the losses: with k_0 &gt; 0 including L_0 where it is known, with
   * k_0 = 0 in the losses of the tasks.
   */
  public Set<StudyPoint> onLossFront() {
    return members(lossesWithSparsity().orElseGet(this::losses), denseLosses());
  }

  /**
   * The points nondominated in the metrics: with k_0 &gt; 0 including the sparsity rate where it
   * differs.
   */
  public Set<StudyPoint> onMetricFront() {
    return members(metricsWithSparsity().orElseGet(this::metrics), denseMetrics());
  }

  private static Set<StudyPoint> members(Front first, Front second) {
    // Identity, since hashing records of cells takes long.
    Set<StudyPoint> members = Collections.newSetFromMap(new IdentityHashMap<>());
    members.addAll(first.members());
    members.addAll(second.members());
    return members;
  }

  /** The best of some points by the selection score on validation; of ties the first. */
  public Optional<StudyPoint> best(List<StudyPoint> candidates) {
    int sign = MeanMetric.sign(tasks);
    List<StudyPoint> scored = new ArrayList<>(candidates);
    scored.removeIf(point -> point.validation().isEmpty());
    return scored.stream()
        .min(Comparator.comparingDouble(point -> -sign * point.validation().getAsDouble()));
  }
}
