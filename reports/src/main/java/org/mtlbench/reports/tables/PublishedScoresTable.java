package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.reports.model.CommonNotes;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.published.PublishedScore;
import org.mtlbench.reports.published.PublishedScores;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.rows.TaskColumns.TaskColumn;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.score.MetricRecord;

/**
 * Compares the rows of a dataset with published results of the same methods. Each row is shown as
 * three lines: the measured values, the published values and their difference.
 */
final class PublishedScoresTable {
  private final Rows rows;
  private final String dataset;
  private final PublishedScores published;
  private final Notes notes;

  private PublishedScoresTable(Rows rows, String dataset, PublishedScores published) {
    this.rows = rows;
    this.dataset = dataset;
    this.published = published;
    this.notes = new Notes(rows, publishedGroups(), group -> RowNotes.of(group, rows));
  }

  /** One table for each dataset of which results with all tasks are published. */
  static List<Table> of(Rows rows, PublishedScores published) {
    List<Table> tables = new ArrayList<>();
    for (Rows part : rows.parts()) {
      for (String dataset : part.datasets()) {
        PublishedScoresTable table = new PublishedScoresTable(part, dataset, published);
        if (!table.publishedGroups().isEmpty()) {
          tables.add(table.table());
        }
      }
    }
    return tables;
  }

  private List<SeedGroup> publishedGroups() {
    return rows.groups().stream()
        .filter(group -> group.cell().dataset().equals(dataset) && !group.results().isEmpty())
        .filter(
            group -> !published.of(dataset, group.tasks().size(), group.cell().method()).isEmpty())
        .toList();
  }

  private Table table() {
    ColumnList<Line> columns =
        ColumnList.named(rows, Line::group)
            .text("source", "Source", line -> line.source().name().toLowerCase(Locale.ROOT));
    for (TaskColumn column : rows.tasks().columns()) {
      Optional<TaskMetric> score = column.score(dataset);
      columns.numberIf(
          score.filter(this::isPublished).isPresent(),
          column.id(),
          column.header(),
          line -> score.map(s -> entry(line, s)).orElseGet(Entry::missing));
    }
    columns
        .numberIf(isPublished("", PublishedScore.DELTA_M), "delta-m", "Δm %", this::deltaM)
        .notes(line -> line.source() == Source.MEASURED ? notes.of(line.group()) : Entry.text(""));
    List<Row> lines = new ArrayList<>();
    for (SeedGroup group : publishedGroups()) {
      for (Source source : Source.values()) {
        List<Entry> entries = columns.entries(new Line(group, source));
        lines.add(
            source == Source.PUBLISHED
                ? new Row(entries, Set.of(), List.of())
                : Rows.row(group, entries));
      }
    }
    return new Table(
        "published-" + Label.fileName(dataset),
        "Comparison with published results: " + dataset,
        columns.columns(),
        lines,
        captions(),
        notes.footnotes(),
        new CommonNotes(notes.common().flags(), List.of()));
  }

  private boolean isPublished(TaskMetric score) {
    return isPublished(score.task(), score.metric().id());
  }

  private boolean isPublished(String task, String metric) {
    return published.scores().stream()
        .filter(score -> score.dataset().equals(dataset))
        .anyMatch(score -> score.task().equals(task) && score.metric().equals(metric));
  }

  private Entry entry(Line line, TaskMetric score) {
    MetricRecord metric = score.metric();
    Optional<Summary> measured = line.group().summary(score::test);
    Optional<Double> publishedScore = publishedValue(line, score.task(), metric.id());
    return switch (line.source()) {
      case MEASURED -> NumberFormats.measured(measured, metric);
      case PUBLISHED ->
          publishedScore.map(v -> Entry.number(metric.number(v), v)).orElseGet(Entry::missing);
      case DIFFERENCE ->
          measured
              .flatMap(m -> publishedScore.map(v -> NumberFormats.change(m.mean() - v, metric)))
              .orElseGet(Entry::missing);
    };
  }

  private Entry deltaM(Line line) {
    Optional<Summary> measured = rows.singleTask().change(line.group());
    Optional<Double> publishedScore = publishedValue(line, "", PublishedScore.DELTA_M);
    return switch (line.source()) {
      case MEASURED -> NumberFormats.change(measured);
      case PUBLISHED -> publishedScore.map(NumberFormats::change).orElseGet(Entry::missing);
      case DIFFERENCE ->
          measured
              .flatMap(m -> publishedScore.map(v -> NumberFormats.change(m.mean() - v)))
              .orElseGet(Entry::missing);
    };
  }

  private Optional<Double> publishedValue(Line line, String task, String metric) {
    return published
        .find(dataset, line.group().cell().method(), task, metric)
        .map(PublishedScore::value);
  }

  private List<Text> captions() {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "Published: "
                + published.citation(dataset)
                + ", for rows of the same dataset and method. Difference: measured minus"
                + " published. Architecture and protocol differ: see docs/dense-data.md and"
                + " docs/images.md."));
    if (!notes.common().notes().isEmpty()) {
      captions.add(
          Text.of("All measured rows: " + String.join("; ", notes.common().notes()) + "."));
    }
    if (rows.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    return captions;
  }

  /** The source of the values in a line. */
  private enum Source {
    MEASURED,
    PUBLISHED,
    DIFFERENCE
  }

  private record Line(SeedGroup group, Source source) {}
}
