package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.BestMarks;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.rows.TaskColumns;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;

/**
 * The table of results, with the columns of Table I of Hotegni et al. 2024: dataset, architecture,
 * method with its preference vector, SR, CR and PS in neuron rows, test metrics per task and the
 * headline, minutes. Cells that differ only in the seed share a row. A row without a result shows
 * the reason.
 */
public final class PaperTable {
  private PaperTable() {}

  /** Builds the table of a run. */
  public static Table of(Rows rows) {
    Notes notes = new Notes(rows, rows.groups(), group -> RowNotes.all(group, rows));
    BestMarks best = new BestMarks(rows);
    ColumnList<SeedGroup> columns = columns(rows, best, notes);
    List<Row> lines =
        rows.groups().stream().map(group -> Rows.row(group, columns.entries(group))).toList();
    return new Table(
        "paper",
        "Results",
        columns.columns(),
        lines,
        captions(rows),
        notes.footnotes(),
        notes.common());
  }

  private static ColumnList<SeedGroup> columns(Rows rows, BestMarks best, Notes notes) {
    ColumnList<SeedGroup> columns =
        ColumnList.<SeedGroup>named(rows, group -> group)
            .number("seeds", "Seeds", Rows::seeds)
            .number("main-epochs", "Epochs", Rows::mainEpochs)
            .number("search-epochs", "Search epochs", Rows::searchEpochs)
            .detail()
            .number(
                "sr-percent", "SR %", group -> NumberFormats.measured(group.summary(Measures::sr)))
            .highestFirstIf(true)
            .number("cr", "CR", group -> NumberFormats.measured(group.summary(Measures::cr)))
            .highestFirstIf(true)
            .detail()
            .number("ps", "PS", group -> NumberFormats.measured(group.summary(Measures::ps)))
            .highestFirstIf(true)
            .detail();
    for (TaskColumns.TaskColumn task : rows.tasks().columns()) {
      columns
          .number(task.id(), task.header(), task::entry)
          .highestFirstIf(task.metric().higherIsBetter())
          .detailIf(!task.isImportant());
    }
    for (Headline headline : rows.headlines()) {
      columns
          .number(
              headline.id(),
              headline.header(rows.plain()),
              group ->
                  rows.headlineOf(group).hasSameMetric(headline)
                      ? rows.headline(group, headline).styled(best.of(group))
                      : Entry.missing())
          .highestFirstIf(headline.metric().higherIsBetter())
          .key();
    }
    return columns
        .number(
            "main-minutes",
            "Train min",
            group -> NumberFormats.mean(group.summary(Measures::mainMinutes)))
        .detail()
        .number(
            "total-minutes",
            "Total min",
            group -> NumberFormats.mean(group.summary(Measures::totalMinutes)))
        .key()
        .numberIf(
            hasMultiplyAdds(rows),
            "mega-multiply-adds",
            "M multiply-adds",
            group -> NumberFormats.significant(group.summary(Measures::megaMultiplyAdds)))
        .notes(notes::of);
  }

  private static boolean hasMultiplyAdds(Rows rows) {
    return rows.results().results().stream()
        .anyMatch(cell -> Measures.megaMultiplyAdds(cell).isPresent());
  }

  private static List<Text> captions(Rows rows) {
    List<Text> captions = new ArrayList<>(rows.equalTraining().captions());
    if (hasMultiplyAdds(rows)) {
      captions.add(
          Text.of(
              "M multiply-adds: millions of multiply-adds of the forward pass of one example"
                  + " through all networks, without those of weights that are 0."));
    }
    captions.add(
        Text.of(
            "Epochs: passes over the training data for the reported model, including its"
                + " sparsity search; with one network per task, the passes for each network."
                + " Search epochs: teachers, grid searches and trials."));
    captions.add(
        Text.of(
                "SR, CR, PS: by neuron rows. "
                    + Captions.scores(rows)
                    + " on the test set"
                    + Captions.selection(rows)
                    + ". Best "
                    + Captions.headlines(rows)
                    + " of a multi-task method: ")
            .with("of the dataset", Style.BEST_OF_DATASET)
            .plain(", ")
            .with("of its architecture", Style.BEST_OF_ARCHITECTURE)
            .plain("."));
    rows.tasks().caption().ifPresent(captions::add);
    captions.addAll(Captions.definitions(rows));
    Captions.constantPredictor(rows).ifPresent(captions::add);
    if (rows.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    TuningNotes.caption(rows.groups()).ifPresent(captions::add);
    if (!rows.results().results().isEmpty()) {
      captions.add(
          Text.of(
              "Train min: wall-clock minutes of the main phases; Total min: including"
                  + " search phases; "
                  + (rows.severalSeeds() ? "both are means over seeds, " : "")
                  + Captions.conditions(rows.results().results())));
    }
    return captions;
  }
}
