package org.mtlbench.reports.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.SingleLine;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.results.score.TaskRecord;

/** The columns of the results, with texts from the entries of the report's table. */
final class ResultFields {
  private static final String BEST = "*";

  private final Rows rows;
  private final Table table;
  private final List<ResultLine> lines;

  /**
   * Creates the columns.
   *
   * @param table table {@code paper} of the rows
   * @param lines lines with numbers
   * @param rows rows of the run
   */
  ResultFields(Rows rows, Table table, List<ResultLine> lines) {
    this.rows = rows;
    this.table = table;
    this.lines = List.copyOf(lines);
  }

  /**
   * All columns in order.
   *
   * @param intervalsOfTasks whether single tasks show confidence intervals
   */
  List<ResultField> all(boolean intervalsOfTasks) {
    List<ResultField> fields = new ArrayList<>();
    fields.add(headline());
    for (int task = 0; task < tasks(); task++) {
      fields.add(task(task, intervalsOfTasks));
    }
    if (lines.stream().anyMatch(line -> value(line, "sr-percent") > 0)) {
      fields.add(
          ResultField.of(ResultField.Kind.SPARSITY, line -> text(line, "sr-percent", false)));
    }
    fields.add(ResultField.of(ResultField.Kind.EPOCHS, ResultLine::epochs));
    fields.add(ResultField.of(ResultField.Kind.MINUTES, line -> text(line, "main-minutes", false)));
    return fields;
  }

  private ResultField headline() {
    boolean marked = anyIsBest();
    return new ResultField(
        ResultField.Kind.HEADLINE,
        ResultField.Kind.HEADLINE.displayName(),
        dataset -> title(rows.headlineOf(dataset)) + (marked ? " " : ""),
        line ->
            text(line, rows.headlineOf(line.group()).id(), true)
                + (isBest(line) ? BEST : marked ? " " : ""));
  }

  private ResultField task(int index, boolean interval) {
    return new ResultField(
        ResultField.Kind.TASK,
        "task " + index,
        dataset -> task(dataset, index).map(this::title).orElse(""),
        line ->
            task(line.dataset(), index)
                .map(known -> known.primary().id() + "-task" + (index + 1))
                .map(column -> text(line, column, interval))
                .orElse(""));
  }

  /** Whether a line is marked as the best of its dataset. */
  boolean anyIsBest() {
    return lines.stream().anyMatch(this::isBest);
  }

  private boolean isBest(ResultLine line) {
    return table
        .entry(line.row(), rows.headlineOf(line.group()).id())
        .filter(entry -> entry.style() == Style.BEST_OF_DATASET)
        .isPresent();
  }

  private int tasks() {
    return lines.stream().mapToInt(line -> rows.tasks(line.dataset()).size()).max().orElse(0);
  }

  private Optional<TaskRecord> task(String dataset, int index) {
    List<TaskRecord> tasks = rows.tasks(dataset);
    return index < tasks.size() ? Optional.of(tasks.get(index)) : Optional.empty();
  }

  private String title(TaskRecord task) {
    String name = SingleLine.of(task.name());
    return task.primary().withUnit(rows.plain() ? name : name + " " + task.primary().title());
  }

  private String title(Headline headline) {
    String header = headline.header(rows.plain());
    return headline.kind() == Headline.Kind.MEAN
        ? header.substring(0, 1).toLowerCase(Locale.ROOT) + header.substring(1)
        : header;
  }

  private double value(ResultLine line, String column) {
    return table
        .entry(line.row(), column)
        .map(Entry::value)
        .orElse(OptionalDouble.empty())
        .orElse(0);
  }

  private String text(ResultLine line, String column, boolean interval) {
    return table
        .entry(line.row(), column)
        .map(
            entry ->
                interval || entry.halfWidth().isEmpty()
                    ? entry.text()
                    : entry.text().replaceFirst(" ±.*", ""))
        .orElse("");
  }
}
