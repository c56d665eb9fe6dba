package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;

/**
 * The table of results, with the columns of Table I of Hotegni et al. 2024: dataset, architecture,
 * method with its preference vector, SR/CR/PS by rows, test accuracy per task and mean, minutes.
 * Cells that differ in the seed only share a row. A row without a result says why.
 */
public final class PaperTable {
  private PaperTable() {}

  /** The table of a run. */
  public static Table of(Rows rows) {
    Notes notes = new Notes(rows, rows.groups(), group -> RowNotes.all(group, rows));
    BestMarks best = new BestMarks(rows);
    List<Row> lines =
        rows.groups().stream()
            .map(group -> Rows.row(group, entries(group, rows, best, notes)))
            .toList();
    return new Table(
        "paper",
        "Results",
        columns(rows.tasks()),
        lines,
        captions(rows),
        notes.footnotes(),
        notes.common());
  }

  private static List<Column> columns(TaskColumns tasks) {
    List<Column> columns = Rows.head();
    columns.add(Column.number("seeds", "Seeds"));
    columns.addAll(Rows.epochs());
    columns.add(Column.number("sr-percent", "SR %"));
    columns.add(Column.number("cr", "CR"));
    columns.add(Column.number("ps", "PS"));
    for (int task = 0; task < tasks.count(); task++) {
      columns.add(Column.number(TaskColumns.id("accuracy", task), tasks.header(task) + " %"));
    }
    columns.add(Column.number("accuracy-mean", "Mean %"));
    columns.add(Column.number("main-minutes", "Train min"));
    columns.add(Column.number("total-minutes", "Total min"));
    columns.add(Column.text("notes", "Notes"));
    return columns;
  }

  private static List<Entry> entries(SeedGroup group, Rows rows, BestMarks best, Notes notes) {
    List<Entry> entries = Rows.head(group);
    entries.add(Rows.seeds(group));
    entries.addAll(Rows.epochs(group));
    entries.add(Figures.measured(group.summary(Measures::sr)));
    entries.add(Figures.measured(group.summary(Measures::cr)));
    entries.add(Figures.measured(group.summary(Measures::ps)));
    for (int task = 0; task < rows.tasks().count(); task++) {
      entries.add(Figures.measured(rows.tasks().accuracy(group, task)));
    }
    entries.add(Figures.measured(group.summary(Measures::meanAccuracy)).styled(best.of(group)));
    entries.add(Figures.mean(group.summary(Measures::mainMinutes)));
    entries.add(Figures.mean(group.summary(Measures::totalMinutes)));
    entries.add(notes.of(group));
    return entries;
  }

  private static List<Text> captions(Rows rows) {
    List<Text> captions = new ArrayList<>(rows.equalTraining().captions());
    captions.add(
        Text.of(
            "Epochs: passes over the training data for the reported model, a sparsity search that"
                + " trains it included; where every task has a network of its own, of each of them."
                + " Search epochs: teachers, grid searches and trials."));
    captions.add(
        Text.of(
                "SR, CR, PS by rows (neurons). Accuracy on the test set, of the model selected on"
                    + " validation. Best mean accuracy of a multi-task method: ")
            .with("of the dataset", Style.BEST_OF_DATASET)
            .plain(", ")
            .with("of its architecture", Style.BEST_OF_ARCHITECTURE)
            .plain("."));
    rows.tasks().caption().ifPresent(captions::add);
    Captions.constantPredictor(rows).ifPresent(captions::add);
    if (rows.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    Tuning.caption(rows.groups()).ifPresent(captions::add);
    if (!rows.results().results().isEmpty()) {
      captions.add(
          Text.of(
              "Train min: wall-clock minutes of the main phases; Total min: search phases included; "
                  + (rows.severalSeeds() ? "both the mean over seeds, " : "")
                  + Captions.conditions(rows.results().results())));
    }
    return captions;
  }
}
