package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
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
    Footnotes footnotes = new Footnotes();
    BestMarks best = new BestMarks(rows.groups());
    return new Table(
        "paper",
        "Results",
        columns(rows.tasks()),
        rows.groups().stream()
            .map(group -> Rows.row(group, entries(group, rows, best, footnotes)))
            .toList(),
        captions(rows),
        footnotes.texts());
  }

  private static List<Column> columns(TaskColumns tasks) {
    List<Column> columns = Rows.head();
    columns.add(Column.number("seeds", "Seeds"));
    columns.add(Column.number("sr-percent", "SR %"));
    columns.add(Column.number("cr", "CR"));
    columns.add(Column.number("ps", "PS"));
    for (int task = 0; task < tasks.count(); task++) {
      columns.add(Column.number(TaskColumns.id("accuracy", task), tasks.header(task) + " %"));
    }
    columns.add(Column.number("accuracy-mean", "Mean %"));
    columns.add(Column.number("main-minutes", "Min."));
    columns.add(Column.number("total-minutes", "Total"));
    columns.add(Column.text("notes", "Notes"));
    return columns;
  }

  private static List<Entry> entries(
      SeedGroup group, Rows rows, BestMarks best, Footnotes footnotes) {
    List<Entry> entries = Rows.head(group);
    entries.add(Rows.seeds(group));
    entries.add(Figures.measured(group.summary(Measures::sr)));
    entries.add(Figures.measured(group.summary(Measures::cr)));
    entries.add(Figures.measured(group.summary(Measures::ps)));
    for (int task = 0; task < rows.tasks().count(); task++) {
      entries.add(Figures.measured(rows.tasks().accuracy(group, task)));
    }
    entries.add(Figures.measured(group.summary(Measures::meanAccuracy)).styled(best.of(group)));
    entries.add(Figures.mean(group.summary(Measures::mainMinutes)));
    entries.add(Figures.mean(group.summary(Measures::totalMinutes)));
    entries.add(Rows.notes(group, RowNotes.all(group, rows.differences()), footnotes));
    return entries;
  }

  private static List<Text> captions(Rows rows) {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
                "SR, CR, PS by rows (neurons). Accuracy on the test set, of the model selected on"
                    + " validation. Best mean accuracy: ")
            .with("of the dataset", Style.BEST_OF_DATASET)
            .plain(", ")
            .with("of its architecture", Style.BEST_OF_ARCHITECTURE)
            .plain("."));
    rows.tasks().caption().ifPresent(captions::add);
    if (rows.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    Tuning.caption(rows.groups()).ifPresent(captions::add);
    if (!rows.results().results().isEmpty()) {
      captions.add(
          Text.of(
              "Min.: wall-clock minutes of the main training; Total: search included; "
                  + (rows.severalSeeds() ? "both the mean over seeds, " : "")
                  + Captions.conditions(rows.results().results())));
    }
    return captions;
  }
}
