package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.rows.TaskColumns;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.score.TaskRecord;

/**
 * The loss of each task on the test split, and the further quantities that methods report about
 * their final models, for example how far the parameters moved.
 */
public final class MeasureTable {
  private MeasureTable() {}

  /** Builds the table of a run; absent if no method reports a further quantity. */
  public static Optional<Table> of(Rows rows) {
    List<String> names = Measures.furtherNames(rows.results().results());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Notes notes = new Notes(rows, rows.groups(), group -> RowNotes.of(group, rows));
    ColumnList<SeedGroup> columns =
        ColumnList.<SeedGroup>named(rows, group -> group).number("seeds", "Seeds", Rows::seeds);
    TaskColumns tasks = rows.tasks();
    for (int i = 0; i < tasks.count(); i++) {
      int index = i;
      columns.number(
          "loss-task" + (i + 1), tasks.name(i) + " loss", group -> loss(group, tasks, index));
    }
    for (String name : names) {
      columns.number(
          name,
          name.replace('-', ' '),
          group -> NumberFormats.significant(group.summary(cell -> Measures.further(cell, name))));
    }
    columns.notes(notes::of);
    List<Row> lines =
        rows.groups().stream().map(group -> Rows.row(group, columns.entries(group))).toList();
    return Optional.of(
        new Table(
            "measures",
            "Losses and further measures",
            columns.columns(),
            lines,
            captions(rows),
            notes.footnotes(),
            notes.common()));
  }

  private static Entry loss(SeedGroup group, TaskColumns tasks, int index) {
    Optional<String> task = tasks.task(group.cell().dataset(), index).map(TaskRecord::name);
    return NumberFormats.significant(
        task.flatMap(name -> group.summary(cell -> Measures.testLoss(cell, name))));
  }

  private static List<Text> captions(Rows rows) {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "Loss: mean loss of the final model on the test set. The other columns are reported"
                + " by the methods; docs/results-schema.md explains them."));
    rows.tasks().caption().ifPresent(captions::add);
    if (rows.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    return captions;
  }
}
