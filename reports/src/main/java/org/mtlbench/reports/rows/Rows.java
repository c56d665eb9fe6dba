package org.mtlbench.reports.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/** The rows of a run, and entries that several tables share. */
public final class Rows {
  /** The default half-width of the region of practical equivalence, in percentage points. */
  public static final double DEFAULT_ROPE = 0.5;

  private final RunResults results;
  private final List<SeedGroup> groups;
  private final TaskColumns tasks;
  private final ConfigDifference differences;
  private final Optimisers optimisers;
  private final EqualTraining equalTraining;
  private final SingleTask single;
  private final Map<String, Headline> headlines = new HashMap<>();
  private final PairedTests tests;

  private final double rope;

  private Rows(RunResults results, List<SeedGroup> groups, Optimisers optimisers, double rope) {
    this.rope = rope;
    this.results = results;
    this.groups = groups;
    this.tasks = new TaskColumns(results.tasksByDataset());
    this.differences = new ConfigDifference(groups);
    this.optimisers = optimisers;
    this.equalTraining = new EqualTraining(groups);
    this.single = new SingleTask(groups, equalTraining);
    this.tests = new PairedTests(groups, equalTraining, this::headlineOf);
  }

  /** Groups the cells of a run into rows, with the default region of practical equivalence. */
  public static Rows of(RunResults results) {
    return of(results, DEFAULT_ROPE);
  }

  /**
   * Groups the cells of a run into rows.
   *
   * @param rope differences of headlines below this number of percentage points are of no practical
   *     interest; at least 0
   */
  public static Rows of(RunResults results, double rope) {
    List<SeedGroup> groups = SeedGroup.of(results);
    return new Rows(results, groups, new Optimisers(results.run(), groups), rope);
  }

  /** The datasets in the order of the tables, including those without a result. */
  public List<String> datasets() {
    return groups.stream().map(group -> group.cell().dataset()).distinct().toList();
  }

  /**
   * The rows that can share a table of scores: all rows if all datasets have tasks with the same
   * metrics in order, otherwise one element per dataset, in the order of {@link #datasets}.
   */
  public List<Rows> parts() {
    long different =
        datasets().stream().map(this::metrics).filter(list -> !list.isEmpty()).distinct().count();
    return different <= 1 ? List.of(this) : datasets().stream().map(this::part).toList();
  }

  /** The rows of each dataset, in the order of {@link #datasets}. */
  public List<Rows> byDataset() {
    List<String> datasets = datasets();
    return datasets.size() == 1 ? List.of(this) : datasets.stream().map(this::part).toList();
  }

  /** The metrics of each task; empty if neither the run nor a result describes them. */
  private List<List<MetricRecord>> metrics(String dataset) {
    return results.run().datasets().getOrDefault(dataset, tasks(dataset)).stream()
        .map(TaskRecord::metrics)
        .toList();
  }

  private Rows part(String dataset) {
    RunResults own = results.of(dataset);
    // The usual optimiser is determined over the whole run.
    return new Rows(own, SeedGroup.of(own), optimisers, rope);
  }

  /** The results that the rows were built from. */
  public RunResults results() {
    return results;
  }

  /** The rows in the order of the tables. */
  public List<SeedGroup> groups() {
    return groups;
  }

  /** The columns of scores. */
  public TaskColumns tasks() {
    return tasks;
  }

  /** Differences between rows that look the same. */
  public ConfigDifference differences() {
    return differences;
  }

  /** The rows with an unusual optimiser. */
  public Optimisers optimisers() {
    return optimisers;
  }

  /** The datasets whose rows can be compared. */
  public EqualTraining equalTraining() {
    return equalTraining;
  }

  /** The half-width of the region of practical equivalence, in percentage points. */
  public double rope() {
    return rope;
  }

  /** The pairwise tests. */
  public PairedTests tests() {
    return tests;
  }

  /** The training that the matrix sets for all rows, if any. */
  public Optional<String> training() {
    return SharedTraining.of(results.run());
  }

  /** The row that a row is compared with: single-task learning on the same dataset. */
  public Optional<SeedGroup> reference(SeedGroup group) {
    return single.reference(group);
  }

  /** The tasks of a dataset in order; empty if it has no result. */
  public List<TaskRecord> tasks(String dataset) {
    return tasks.of(dataset);
  }

  /** Changes against single-task learning. */
  public SingleTask singleTask() {
    return single;
  }

  /** The headline of the dataset of a row. */
  public Headline headlineOf(SeedGroup group) {
    return headlineOf(group.cell().dataset());
  }

  /** The headline of a dataset. */
  public Headline headlineOf(String dataset) {
    return headlines.computeIfAbsent(dataset, this::chooseHeadline);
  }

  private Headline chooseHeadline(String dataset) {
    List<TaskRecord> known = tasks(dataset);
    Optional<Headline> mean = Headline.mean(known);
    if (mean.isPresent()) {
      return mean.get();
    }
    Headline deltaM = single.deltaM(known);
    boolean defined =
        groups.stream()
            .filter(group -> group.cell().dataset().equals(dataset))
            .anyMatch(group -> group.summary(deltaM::valueOf).isPresent());
    return defined ? deltaM : Headline.skill(known);
  }

  /** A row's headline over its seeds. */
  public Optional<Summary> headline(SeedGroup group) {
    return group.summary(headlineOf(group)::valueOf);
  }

  /** The distinct headlines of the datasets that have a result, in order. */
  public List<Headline> headlines() {
    List<Headline> distinct = new ArrayList<>();
    for (String dataset : results.tasksByDataset().keySet()) {
      Headline headline = headlineOf(dataset);
      if (distinct.stream().noneMatch(headline::hasSameMetric)) {
        distinct.add(headline);
      }
    }
    return distinct;
  }

  /** The entry of a row in a headline column; blank if its dataset has another headline. */
  public Entry headline(SeedGroup group, Headline column) {
    return headlineOf(group).hasSameMetric(column)
        ? NumberFormats.measured(headline(group), column.metric())
        : Entry.missing();
  }

  /** Whether all tasks have one and the same metric, so that headers need not name it. */
  public boolean plain() {
    return tasks.plain();
  }

  /** The header of preference vectors: their config key, if all methods use the same one. */
  public String preferenceHeader() {
    List<String> keys =
        groups.stream()
            .filter(group -> !group.preference().isEmpty())
            .flatMap(group -> group.method().preferenceKey().stream())
            .distinct()
            .toList();
    return keys.size() == 1 ? keys.get(0) : "Preference";
  }

  /** The name of a row within its dataset: {@code hps / Ours (0.1, 0.9)}. */
  public String name(SeedGroup group) {
    return group.cell().architecture() + " / " + method(group);
  }

  /** The name of a row in the overview and in charts: {@code Ours (0.1, 0.9) · hps}. */
  public String title(SeedGroup group) {
    return method(group) + " · " + group.cell().architecture();
  }

  private String method(SeedGroup group) {
    String difference = differences.of(group);
    String label = group.cell().label();
    // The labels of a study contain the preference vector; every label contains an empty one.
    return label
        + (label.contains(group.preference()) ? "" : " " + group.preference())
        + (difference.isEmpty() ? "" : " [" + difference + "]");
  }

  /** Whether any row is a mean over several seeds. */
  public boolean severalSeeds() {
    return groups.stream().anyMatch(group -> group.results().size() > 1);
  }

  /** Epochs of main training, which must agree for rows to be comparable. */
  public static Entry mainEpochs(SeedGroup group) {
    return counts(group, Measures::mainEpochs);
  }

  /** Epochs of teachers, grid searches and trials. */
  public static Entry searchEpochs(SeedGroup group) {
    return counts(group, Measures::searchEpochs);
  }

  private static Entry counts(SeedGroup group, Function<CellRecord, Optional<Double>> measure) {
    return NumberFormats.counts(group.bySeed(measure), group.summary(measure));
  }

  /** The number of finished seeds, and the number planned if it differs. */
  public static Entry seeds(SeedGroup group) {
    int done = group.results().size();
    int planned = group.outcomes().size();
    return Entry.number(done == planned ? Integer.toString(planned) : done + "/" + planned, done);
  }

  /** A table row with the flags and cells of a group. */
  public static Row row(SeedGroup group, List<Entry> entries) {
    return new Row(entries, group.flags(), group.ids());
  }

  /** The first row of a dataset that satisfies a condition. */
  public Optional<SeedGroup> first(String dataset, Predicate<SeedGroup> condition) {
    return groups.stream()
        .filter(group -> group.cell().dataset().equals(dataset))
        .filter(condition)
        .findFirst();
  }
}
