package org.mtlbench.reports.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.tables.RowNotes;

/**
 * The results that a run prints at its end: a group of rows per dataset and architecture with the
 * columns that fit the terminal, and a legend. The complete table is in the report's files.
 */
public final class ResultsView {
  private static final List<ResultField.Kind> FIRST_OMITTED =
      List.of(ResultField.Kind.MINUTES, ResultField.Kind.EPOCHS, ResultField.Kind.SPARSITY);

  private final int width;
  private final Map<List<String>, List<ResultLine>> shown = new LinkedHashMap<>();
  private final Map<List<String>, List<ResultLine>> gaps = new LinkedHashMap<>();
  private final ResultFields fields;
  private final ResultsLegend legend;

  private ResultsView(Rows rows, Table table, int width) {
    this.width = width;
    Map<List<String>, SeedGroup> groups =
        rows.groups().stream().collect(Collectors.toMap(SeedGroup::ids, Function.identity()));
    ResultLines lines = new ResultLines(rows, table);
    for (Row row : table.rows()) {
      SeedGroup group = groups.get(row.cells());
      List<String> place = List.of(group.cell().dataset(), group.cell().architecture());
      Map<List<String>, List<ResultLine>> part = group.results().isEmpty() ? gaps : shown;
      shown.computeIfAbsent(place, ignored -> new ArrayList<>());
      part.computeIfAbsent(place, ignored -> new ArrayList<>()).add(lines.of(row, group));
    }
    this.fields = new ResultFields(rows, table, all());
    this.legend = new ResultsLegend(rows, table, all(), lines.notes(), fields.anyIsBest());
  }

  /**
   * The lines of a run's results.
   *
   * @param rows rows of the run
   * @param table table {@code paper} of these rows
   * @param width terminal width in characters
   */
  public static List<String> lines(Rows rows, Table table, int width) {
    return new ResultsView(rows, table, width).lines();
  }

  private List<String> lines() {
    List<ResultField> left = fields.all(true);
    if (!fits(left)) {
      left = fields.all(false);
    }
    List<ResultField.Kind> omitted = new ArrayList<>();
    for (ResultField.Kind kind : FIRST_OMITTED) {
      if (!fits(left) && left.stream().anyMatch(field -> field.kind() == kind)) {
        omitted.add(kind);
        left = left.stream().filter(field -> field.kind() != kind).toList();
      }
    }
    while (!fits(left) && left.size() > 1) {
      omitted.add(ResultField.Kind.TASK);
      left = left.subList(0, left.size() - 1);
    }
    List<String> lines = new ArrayList<>();
    for (List<String> place : shown.keySet()) {
      lines.add(place.get(0) + " / " + place.get(1));
      lines.addAll(group(place, left));
      lines.add("");
    }
    legend.texts(left, omitted).forEach(text -> lines.addAll(LineBreaks.hanging(text, width)));
    return lines;
  }

  private List<String> group(List<String> place, List<ResultField> columns) {
    List<String> lines = new ArrayList<>();
    if (!shown.get(place).isEmpty()) {
      lines.addAll(TextTable.lines(columns(place.get(0), columns), texts(place, columns), width));
    }
    List<String> waiting = new ArrayList<>();
    for (ResultLine line : gaps.getOrDefault(place, List.of())) {
      if (line.group().outcomes().stream().allMatch(outcome -> outcome.record().isEmpty())) {
        waiting.add(line.method());
      } else {
        lines.add(LineBreaks.cut(line.method() + ": " + reason(line.group()), width));
      }
    }
    if (!waiting.isEmpty()) {
      lines.addAll(LineBreaks.hanging("not run yet: " + String.join(", ", waiting), width));
    }
    return lines;
  }

  private static String reason(SeedGroup group) {
    return group.outcomes().stream()
        .map(RowNotes::gap)
        .distinct()
        .map(RowNotes.Gap::text)
        .collect(Collectors.joining("; "));
  }

  /** All groups of a dataset have the same column widths. */
  private List<Column> columns(String dataset, List<ResultField> shownFields) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("method", padded("method", widest(all(), ResultLine::method))));
    List<ResultLine> lines = all().stream().filter(line -> line.dataset().equals(dataset)).toList();
    for (ResultField field : shownFields) {
      String title = field.title().apply(dataset);
      String space = " ".repeat(Math.max(0, widest(lines, field.text()) - title.length()));
      columns.add(Column.number(field.name(), space + title));
    }
    columns.add(Column.text("notes", ""));
    return columns;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static int widest(List<ResultLine> lines, Function<ResultLine, String> text) {
    return lines.stream().mapToInt(line -> text.apply(line).length()).max().orElse(0);
  }

  private List<ResultLine> all() {
    return shown.values().stream().flatMap(List::stream).toList();
  }

  private List<List<String>> texts(List<String> place, List<ResultField> columns) {
    return shown.get(place).stream()
        .map(
            line -> {
              List<String> texts = new ArrayList<>(List.of(line.method()));
              columns.forEach(field -> texts.add(field.text().apply(line)));
              texts.add(line.marks());
              return texts;
            })
        .toList();
  }

  private boolean fits(List<ResultField> columns) {
    return shown.keySet().stream()
        .allMatch(
            place ->
                TextTable.width(columns(place.get(0), columns), texts(place, columns)) <= width);
  }
}
