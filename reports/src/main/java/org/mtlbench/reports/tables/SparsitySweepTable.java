package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.HolmAdjustment;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.rows.SparsitySweep;
import org.mtlbench.reports.rows.TaskColumns;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.results.score.TaskRecord;

/** At what sparsity each task becomes worse than in the dense row, see {@link SparsitySweep}. */
final class SparsitySweepTable {
  private final Rows rows;
  private final List<SparsitySweep.Point> lines = new ArrayList<>();
  private final Notes notes;

  private SparsitySweepTable(Rows rows) {
    this.rows = rows;
    for (SparsitySweep sweep : SparsitySweep.of(rows)) {
      if (lines.stream().noneMatch(line -> line.group().equals(sweep.dense()))) {
        lines.add(new SparsitySweep.Point(sweep.dense(), List.of()));
      }
      lines.addAll(sweep.points());
    }
    this.notes =
        new Notes(
            rows,
            lines.stream().map(SparsitySweep.Point::group).toList(),
            group -> RowNotes.of(group, rows));
  }

  /** The table of a run; absent if it has no sweep with a dense row. */
  static Optional<Table> of(Rows rows) {
    SparsitySweepTable table = new SparsitySweepTable(rows);
    return table.lines.isEmpty() ? Optional.empty() : Optional.of(table.table());
  }

  private Table table() {
    ColumnList<SparsitySweep.Point> columns =
        ColumnList.<SparsitySweep.Point>named(rows, SparsitySweep.Point::group)
            .number("seeds", "Seeds", line -> Rows.seeds(line.group()))
            .number(
                "sr-percent",
                "SR %",
                line -> NumberFormats.measured(line.group().summary(Measures::sr)))
            .highestFirstIf(true)
            .number("cr", "CR", line -> NumberFormats.measured(line.group().summary(Measures::cr)))
            .highestFirstIf(true);
    for (int i = 0; i < rows.tasks().count(); i++) {
      int index = i;
      for (TaskColumns.TaskColumn task : rows.tasks().columns(i)) {
        if (task.isImportant()) {
          columns
              .number(task.id(), task.header(), line -> task.entry(line.group()))
              .highestFirstIf(task.metric().higherIsBetter());
        }
      }
      columns.number(
          "difference-task" + (i + 1), "Δ " + rows.tasks().name(i), line -> change(line, index));
    }
    columns.text("worse", "Worse", SparsitySweepTable::worse).notes(line -> notes.of(line.group()));
    return new Table(
        "sparsity-sweeps",
        "Sparsity sweeps",
        columns.columns(),
        lines.stream().map(line -> Rows.row(line.group(), columns.entries(line))).toList(),
        captions(),
        notes.footnotes(),
        notes.common());
  }

  private Entry change(SparsitySweep.Point line, int index) {
    List<TaskRecord> tasks = rows.tasks(line.group().cell().dataset());
    if (index >= tasks.size()) {
      return Entry.missing();
    }
    return line.changes().stream()
        .filter(change -> change.score().task().equals(tasks.get(index).name()))
        .findFirst()
        .map(change -> HolmAdjustment.change(change.difference(), change.score().metric()))
        .orElse(Entry.missing());
  }

  private static String worse(SparsitySweep.Point line) {
    return line.changes().stream()
        .filter(SparsitySweep.Change::isWorse)
        .map(change -> change.score().task())
        .collect(Collectors.joining(", "));
  }

  private List<Text> captions() {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "Rows whose labels differ in a number, in the order of their sparsity rates, after the"
                + " dense row of their architecture. Δ: difference to the dense row in the primary"
                + " metric of the task on the test set (percentage points, or the unit of the"
                + " metric), mean over the common seeds ± half-width of its 95 % confidence"
                + " interval, not corrected. Worse: tasks that are significantly worse than in the"
                + " dense row (paired t test, 0.05, with Holm's correction for all tests of the"
                + " dataset in this table)."));
    rows.tasks().caption().ifPresent(captions::add);
    if (rows.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    return captions;
  }
}
