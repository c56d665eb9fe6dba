package org.mtlbench.reports.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.PlannedCell;

/** A run's rows, and entries that several tables share. */
public final class Rows {
  private final RunResults results;
  private final List<SeedGroup> groups;
  private final TaskColumns tasks;
  private final ConfigDifference differences;
  private final Optimisers optimisers;
  private final EqualTraining equalTraining;
  private final PairedTests tests;

  private Rows(RunResults results) {
    this.results = results;
    this.groups = SeedGroup.of(results.outcomes());
    this.tasks = new TaskColumns(results.tasksByDataset());
    this.differences = new ConfigDifference(groups);
    this.optimisers = new Optimisers(results.run(), groups);
    this.equalTraining = new EqualTraining(groups);
    this.tests = new PairedTests(groups, equalTraining);
  }

  /** Groups a run's cells. */
  public static Rows of(RunResults results) {
    return new Rows(results);
  }

  /** What was read. */
  public RunResults results() {
    return results;
  }

  /** The groups in the order of the tables. */
  public List<SeedGroup> groups() {
    return groups;
  }

  TaskColumns tasks() {
    return tasks;
  }

  ConfigDifference differences() {
    return differences;
  }

  Optimisers optimisers() {
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
  Optional<String> training() {
    return SharedTraining.of(results.run());
  }

  /** The row that another one is compared with: single-task learning on its dataset. */
  public Optional<SeedGroup> reference(SeedGroup group) {
    return new SingleTask(this).reference(group);
  }

  /** Whether a row is single-task learning, the reference of multi-task learning. */
  public boolean isReference(SeedGroup group) {
    return SingleTask.isReference(group);
  }

  /** The tasks of a dataset in order; empty if it has no result. */
  public List<String> tasks(String dataset) {
    return tasks.of(dataset);
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
  boolean severalSeeds() {
    return groups.stream().anyMatch(group -> group.results().size() > 1);
  }

  /** Epochs of main training, which every comparison of rows rests on. */
  static Entry mainEpochs(SeedGroup group) {
    return counts(group, Measures::mainEpochs);
  }

  /** Epochs of teachers, grid searches and trials. */
  static Entry searchEpochs(SeedGroup group) {
    return counts(group, Measures::searchEpochs);
  }

  private static Entry counts(SeedGroup group, Function<CellRecord, Optional<Double>> measure) {
    return Figures.counts(group.bySeed(measure), group.summary(measure));
  }

  /** How many seeds are done, and of how many if not all. */
  static Entry seeds(SeedGroup group) {
    int done = group.results().size();
    int planned = group.outcomes().size();
    return Entry.number(done == planned ? Integer.toString(planned) : done + "/" + planned, done);
  }

  static Row row(SeedGroup group, List<Entry> entries) {
    return new Row(entries, group.flags(), group.ids());
  }

  /** The first row of a dataset for which something holds. */
  Optional<SeedGroup> first(String dataset, Predicate<SeedGroup> condition) {
    return groups.stream()
        .filter(group -> group.cell().dataset().equals(dataset))
        .filter(condition)
        .findFirst();
  }
}
