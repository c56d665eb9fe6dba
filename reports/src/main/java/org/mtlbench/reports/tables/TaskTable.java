package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.MeanRanks;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.rows.SingleTask;
import org.mtlbench.reports.rows.TaskColumns;
import org.mtlbench.reports.run.SeedGroup;

/**
 * Results per task: the metrics on the test split and the mean rank; if the run has single-task
 * learning, also the relative change against it and the mean change (Delta_m).
 */
public final class TaskTable {
  private final Rows rows;
  private final boolean compared;
  private final SingleTask single;
  private final MeanRanks ranks;
  private final Notes notes;

  private TaskTable(Rows rows) {
    this.rows = rows;
    this.compared = rows.groups().stream().anyMatch(SeedGroup::isSingleTask);
    this.single = rows.singleTask();
    this.ranks = new MeanRanks(rows);
    this.notes = new Notes(rows, rows.groups(), this::notes);
  }

  /** Builds the table of a run. */
  public static Table of(Rows rows) {
    return new TaskTable(rows).table();
  }

  private Table table() {
    ColumnList<SeedGroup> columns = columns();
    List<Row> lines =
        rows.groups().stream().map(group -> Rows.row(group, columns.entries(group))).toList();
    return new Table(
        "tasks",
        compared ? "Tasks against single-task learning" : "Tasks",
        columns.columns(),
        lines,
        captions(),
        notes.footnotes(),
        notes.common());
  }

  private ColumnList<SeedGroup> columns() {
    ColumnList<SeedGroup> columns =
        ColumnList.<SeedGroup>named(rows, group -> group).number("seeds", "Seeds", Rows::seeds);
    TaskColumns tasks = rows.tasks();
    for (int i = 0; i < tasks.count(); i++) {
      int index = i;
      boolean important = tasks.columns(i).stream().anyMatch(TaskColumns.TaskColumn::isImportant);
      for (TaskColumns.TaskColumn task : tasks.columns(i)) {
        columns
            .number(task.id(), task.header(), task::entry)
            .highestFirstIf(task.metric().higherIsBetter())
            .detailIf(!task.isImportant());
      }
      if (compared) {
        columns
            .number(
                "change-task" + (i + 1),
                "Δ " + tasks.name(i) + " %",
                group ->
                    NumberFormats.change(
                        tasks
                            .task(group.cell().dataset(), index)
                            .flatMap(task -> single.change(group, task))))
            .highestFirstIf(true)
            .detailIf(!important);
      }
    }
    if (compared) {
      columns
          .number("delta-m", "Δm %", group -> NumberFormats.change(single.change(group)))
          .highestFirstIf(true)
          .key();
    }
    return columns
        .number("mean-rank", "Mean rank", group -> NumberFormats.optional(ranks.of(group)))
        .notes(notes::of);
  }

  private List<String> notes(SeedGroup group) {
    List<String> texts = RowNotes.of(group, rows);
    if (!group.results().isEmpty()) {
      foreign(group).ifPresent(texts::add);
    }
    return texts;
  }

  private List<Text> collapsedReferences() {
    return rows.groups().stream()
        .filter(SeedGroup::isSingleTask)
        .filter(group -> rows.equalTraining().isComparable(group.cell().dataset()))
        .filter(group -> group.flags().contains(Flag.COLLAPSED))
        .map(
            group ->
                Text.of(
                    "The reference "
                        + rows.name(group)
                        + " of "
                        + group.cell().dataset()
                        + " collapsed on a task, so changes against it are not meaningful."))
        .toList();
  }

  /** A note if the reference has another architecture. */
  private Optional<String> foreign(SeedGroup group) {
    return single
        .reference(group)
        .filter(stl -> rows.equalTraining().isComparable(stl.cell().dataset()))
        .filter(stl -> !stl.cell().architecture().equals(group.cell().architecture()))
        .map(stl -> "changes against " + rows.name(stl));
  }

  /** The caption of the changes. */
  private String changes() {
    return " Δ: change"
        + (rows.plain() ? "" : " of the primary metric")
        + " relative to single-task learning in this run, on the same dataset and, if"
        + " available, the same architecture; Δm (Delta_m): mean of Δ over the tasks."
        + " Positive values are better than single-task learning; some papers use the"
        + " opposite sign. The reference is the mean over its seeds and is treated as exact.";
  }

  private List<Text> captions() {
    List<Text> captions = new ArrayList<>(rows.equalTraining().captions());
    captions.add(
        Text.of(Captions.scores(rows) + " on the test set." + (compared ? changes() : "")));
    rows.tasks().caption().ifPresent(captions::add);
    List<String> ranked =
        rows.datasets().stream()
            .filter(dataset -> ranks.ranked(dataset) > 0)
            .map(dataset -> ranks.ranked(dataset) + " of " + dataset)
            .toList();
    if (!ranked.isEmpty()) {
      captions.add(
          Text.of(
              "Mean rank: rank among the rows with results, averaged over the tasks ("
                  + String.join(", ", ranked)
                  + "); 1 is best, ties get the mean of their ranks."));
    }
    List<String> without =
        rows.datasets().stream()
            .filter(dataset -> rows.first(dataset, g -> single.reference(g).isPresent()).isEmpty())
            .toList();
    collapsedReferences().forEach(captions::add);
    if (compared && !without.isEmpty()) {
      captions.add(
          Text.of(
              "No Δ for " + String.join(", ", without) + ": no result of single-task learning."));
    }
    if (rows.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    if (rows.tests().pairs().isEmpty()
        && rows.datasets().stream().anyMatch(rows.equalTraining()::isComparable)) {
      captions.add(
          Text.of(
              "No tests: no two rows of a dataset share two seeds, and differences in one"
                  + " seed can be due to chance."));
    }
    return captions;
  }
}
