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
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/** A run's rows, and entries that several tables share. */
public final class Rows {
  private final RunResults results;
  private final List<SeedGroup> groups;
  private final TaskColumns tasks;
  private final ConfigDifference differences;
  private final Optimisers optimisers;
  private final EqualTraining equalTraining;
  private final SingleTask single;
  private final Map<String, Headline> headlines = new HashMap<>();
  private final PairedTests tests;

  private Rows(RunResults results, List<SeedGroup> groups, Optimisers optimisers) {
    this.results = results;
    this.groups = groups;
    this.tasks = new TaskColumns(results.tasksByDataset());
    this.differences = new ConfigDifference(groups);
    this.optimisers = optimisers;
    this.equalTraining = new EqualTraining(groups);
    this.single = new SingleTask(groups, equalTraining);
    this.tests = new PairedTests(groups, equalTraining, this::headlineOf);
  }

  /** Groups a run's cells. */
  public static Rows of(RunResults results) {
    List<SeedGroup> groups = SeedGroup.of(results);
    return new Rows(results, groups, new Optimisers(results.run(), groups));
  }

  /** The datasets in the order of the tables, also those without a result. */
  public List<String> datasets() {
    return groups.stream().map(group -> group.cell().dataset()).distinct().toList();
  }

  /**
   * What can share a table of scores: all rows if the datasets' tasks have the same metrics in
   * order, otherwise the rows of each dataset in the order of {@link #datasets}.
   */
  public List<Rows> parts() {
    long different =
        datasets().stream().map(this::metrics).filter(list -> !list.isEmpty()).distinct().count();
    return different <= 1 ? List.of(this) : datasets().stream().map(this::part).toList();
  }

  /** The metrics of each task; empty if neither the run nor a result says what they are. */
  private List<List<MetricRecord>> metrics(String dataset) {
    return results.run().datasets().getOrDefault(dataset, tasks(dataset)).stream()
        .map(TaskRecord::metrics)
        .toList();
  }

  private Rows part(String dataset) {
    RunResults own = results.of(dataset);
    // What is usual is a matter of the whole run.
    return new Rows(own, SeedGroup.of(own), optimisers);
  }

  /** What was read. */
  public RunResults results() {
    return results;
  }

  /** The groups in the order of the tables. */
  public List<SeedGroup> groups() {
    return groups;
  }

  /** The columns of its scores. */
  public TaskColumns tasks() {
    return tasks;
  }

  /** What tells rows apart that look alike. */
  public ConfigDifference differences() {
    return differences;
  }

  /** Which rows have an unusual optimiser. */
  public Optimisers optimisers() {
    return optimisers;
  }

  /** Which datasets' rows may be compared. */
  public EqualTraining equalTraining() {
    return equalTraining;
  }

  /** Rows tested pair by pair. */
  public PairedTests tests() {
    return tests;
  }

  /** The training that the matrix gives to all rows, if it does. */
  public Optional<String> training() {
    return SharedTraining.of(results.run());
  }

  /** The row that another one is compared with: single-task learning on its dataset. */
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

  /** What the rows of a row's dataset are compared by. */
  public Headline headlineOf(SeedGroup group) {
    return headlineOf(group.cell().dataset());
  }

  /** What the rows of a dataset are compared by. */
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
            .anyMatch(group -> group.summary(deltaM::of).isPresent());
    return defined ? deltaM : Headline.skill(known);
  }

  /** A row's headline over its seeds. */
  public Optional<Summary> headline(SeedGroup group) {
    return group.summary(headlineOf(group)::of);
  }

  /** The different headlines of the datasets that have a result, in their order. */
  public List<Headline> headlines() {
    List<Headline> distinct = new ArrayList<>();
    for (String dataset : results.tasksByDataset().keySet()) {
      Headline headline = headlineOf(dataset);
      if (distinct.stream().noneMatch(headline::isLike)) {
        distinct.add(headline);
      }
    }
    return distinct;
  }

  /** A row's headline as it is shown in a column; nothing where its dataset has another one. */
  public Entry headline(SeedGroup group, Headline column) {
    return headlineOf(group).isLike(column)
        ? Figures.measured(headline(group), column.metric())
        : Entry.nothing();
  }

  /** Whether all tasks have one metric, the same, so that it goes without saying. */
  public boolean plain() {
    return tasks.plain();
  }

  /** The header of preference vectors: their key, if all methods have the same one. */
  public String preferenceHeader() {
    List<String> keys =
        groups.stream()
            .filter(group -> !group.preference().isEmpty())
            .flatMap(group -> group.method().preferenceKey().stream())
            .distinct()
            .toList();
    return keys.size() == 1 ? keys.get(0) : "Preference";
  }

  /** A row's name within its dataset, as {@code hps / Ours (0.1, 0.9)}. */
  public String name(SeedGroup group) {
    PlannedCell cell = group.cell();
    String difference = differences.of(group);
    return cell.architecture()
        + " / "
        + cell.label()
        + (group.preference().isEmpty() ? "" : " " + group.preference())
        + (difference.isEmpty() ? "" : " [" + difference + "]");
  }

  /** Whether a row is the mean of several seeds. */
  public boolean severalSeeds() {
    return groups.stream().anyMatch(group -> group.results().size() > 1);
  }

  /** Epochs of main training, which every comparison of rows rests on. */
  public static Entry mainEpochs(SeedGroup group) {
    return counts(group, Measures::mainEpochs);
  }

  /** Epochs of teachers, grid searches and trials. */
  public static Entry searchEpochs(SeedGroup group) {
    return counts(group, Measures::searchEpochs);
  }

  private static Entry counts(SeedGroup group, Function<CellRecord, Optional<Double>> measure) {
    return Figures.counts(group.bySeed(measure), group.summary(measure));
  }

  /** How many seeds are done, and of how many if not all. */
  public static Entry seeds(SeedGroup group) {
    int done = group.results().size();
    int planned = group.outcomes().size();
    return Entry.number(done == planned ? Integer.toString(planned) : done + "/" + planned, done);
  }

  /** A row of a table with the flags and cells of a group. */
  public static Row row(SeedGroup group, List<Entry> entries) {
    return new Row(entries, group.flags(), group.ids());
  }

  /** The first row of a dataset for which something holds. */
  public Optional<SeedGroup> first(String dataset, Predicate<SeedGroup> condition) {
    return groups.stream()
        .filter(group -> group.cell().dataset().equals(dataset))
        .filter(condition)
        .findFirst();
  }
}
