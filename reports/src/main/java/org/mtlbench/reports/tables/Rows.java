package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.PlannedCell;

/** A run's rows, and the columns that all its tables share. */
public final class Rows {
  // What is longer goes below the table, which has to fit a terminal.
  private static final int LONGEST_PHRASE = 32;

  private final RunResults results;
  private final List<SeedGroup> groups;
  private final TaskColumns tasks;
  private final ConfigDifference differences;

  private Rows(RunResults results) {
    this.results = results;
    this.groups = SeedGroup.of(results.outcomes());
    this.tasks = new TaskColumns(results.tasksByDataset());
    this.differences = new ConfigDifference(groups);
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

  static List<Column> head() {
    return new ArrayList<>(
        List.of(
            Column.text("dataset", "Dataset"),
            Column.text("architecture", "Architecture"),
            Column.text("method", "Method"),
            Column.text("k", "k")));
  }

  static List<Entry> head(SeedGroup group) {
    PlannedCell cell = group.cell();
    return new ArrayList<>(
        List.of(
            Entry.text(cell.dataset()),
            Entry.text(cell.architecture()),
            Entry.text(cell.label()),
            Entry.text(group.preference())));
  }

  /** How many seeds are done, and of how many if not all. */
  static Entry seeds(SeedGroup group) {
    int done = group.results().size();
    int planned = group.outcomes().size();
    return Entry.number(done == planned ? Integer.toString(planned) : done + "/" + planned, done);
  }

  /** Why seeds have no result, and footnotes. */
  static Entry notes(SeedGroup group, List<String> texts, Footnotes footnotes) {
    List<String> phrases = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (RowNotes.Gap gap : RowNotes.gaps(group)) {
      String phrase = gap.phrase() + (gap.reason().isEmpty() ? "" : ": " + gap.reason());
      if (phrase.length() <= LONGEST_PHRASE) {
        phrases.add(phrase);
      } else {
        phrases.add(gap.phrase());
        numbers.add(footnotes.number(gap.reason()));
      }
    }
    texts.forEach(text -> numbers.add(footnotes.number(text)));
    return Entry.text(String.join("; ", phrases))
        .noted(numbers.stream().distinct().sorted().toList());
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
