package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.pareto.MeanMetric;
import org.mtlbench.reports.pareto.ParetoStudy;
import org.mtlbench.reports.pareto.SparsityCluster;
import org.mtlbench.reports.pareto.StudyPoint;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.rows.TaskColumns;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;

/** The points of Pareto studies: a table per cluster of sparsity rates, and the best points. */
final class ParetoPointsTable {
  private static final String FRONT = "front";
  private static final String DOMINATED = "dominated";

  private ParetoPointsTable() {}

  /**
   * A line of a table.
   *
   * @param part its cluster, or the part of the study
   * @param front whether it is on the front in the losses, and in the metrics
   */
  private record Line(ParetoStudy study, String part, StudyPoint point, Membership front) {
    SeedGroup group() {
      return point.group();
    }
  }

  /** The points of a study that are on its fronts. */
  private record Fronts(Set<StudyPoint> losses, Set<StudyPoint> metrics) {
    Fronts(ParetoStudy study) {
      this(study.onLossFront(), study.onMetricFront());
    }

    Membership of(StudyPoint point) {
      return new Membership(losses.contains(point), metrics.contains(point));
    }
  }

  private record Membership(boolean losses, boolean metrics) {}

  /**
   * The tables of a study: the clusters in ascending order of the sparsity rate, then the points
   * with k_0 = 0.
   *
   * @param rows the rows of the study's dataset
   */
  static List<TableSection.Titled> of(Rows rows, ParetoStudy study) {
    List<SparsityCluster> clusters = new ArrayList<>(study.clusters());
    if (!study.dense().isEmpty()) {
      clusters.add(new SparsityCluster(ParetoStudy.denseName(), study.dense()));
    }
    Fronts fronts = new Fronts(study);
    List<TableSection.Titled> tables = new ArrayList<>();
    for (SparsityCluster cluster : clusters) {
      List<Line> lines =
          cluster.points().stream()
              .map(point -> new Line(study, cluster.name(), point, fronts.of(point)))
              .toList();
      String title = study.name() + ", " + cluster.name();
      tables.add(
          new TableSection.Titled(
              title,
              table(
                  "pareto-points-" + study.id() + "-" + (tables.size() + 1),
                  "Pareto points: " + title,
                  rows,
                  lines,
                  true)));
    }
    return tables;
  }

  /** The best point of each part of each study; absent if no study has one. */
  static Optional<Table> best(Rows rows, List<ParetoStudy> studies) {
    List<Line> lines = new ArrayList<>();
    for (ParetoStudy study : studies) {
      Fronts fronts = new Fronts(study);
      study
          .best(study.weighted())
          .ifPresent(p -> lines.add(new Line(study, study.weightedName(), p, fronts.of(p))));
      study
          .best(study.dense())
          .ifPresent(p -> lines.add(new Line(study, ParetoStudy.denseName(), p, fronts.of(p))));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(table("pareto-best", "Pareto studies: best points", rows, lines, false));
  }

  private static Table table(
      String id, String title, Rows rows, List<Line> lines, boolean marksBest) {
    List<SeedGroup> groups = lines.stream().map(Line::group).toList();
    Notes notes = new Notes(rows, groups, group -> RowNotes.of(group, rows));
    ColumnList<Line> columns =
        ColumnList.<Line>named(rows, Line::group)
            .text("part", "Points", Line::part)
            .number("seeds", "Seeds", line -> Rows.seeds(line.group()))
            .number(
                "sr-percent",
                "SR %",
                line -> NumberFormats.measured(line.group().summary(Measures::sr)))
            .highestFirstIf(true)
            .number("cr", "CR", line -> NumberFormats.measured(line.group().summary(Measures::cr)))
            .detail()
            .number("ps", "PS", line -> NumberFormats.measured(line.group().summary(Measures::ps)))
            .detail()
            .numberIf(
                lines.stream().anyMatch(line -> line.point().sparsityObjective().isPresent()),
                "l0",
                "L_0",
                line ->
                    NumberFormats.significant(
                        line.group().summary(rows.results()::sparsityObjective)));
    TaskColumns tasks = rows.tasks();
    for (int i = 0; i < tasks.count(); i++) {
      int index = i;
      columns.number(
          "loss-task" + (i + 1), tasks.name(i) + " loss", line -> loss(line, tasks, index));
    }
    for (TaskColumns.TaskColumn task : tasks.columns()) {
      columns
          .number(task.id(), task.header(), line -> task.entry(line.group()))
          .highestFirstIf(task.metric().higherIsBetter())
          .detailIf(!task.isImportant());
    }
    columns
        .number("validation", "Validation", line -> validation(line, marksBest))
        .highestFirstIf(true)
        .number("test", "Test", line -> score(line, line.point().test()))
        .highestFirstIf(true)
        .text("loss-front", "Losses", line -> word(line.front().losses()))
        .text("metric-front", "Metrics", line -> word(line.front().metrics()))
        .notes(line -> notes.of(line.group()));
    List<Row> entries =
        lines.stream().map(line -> Rows.row(line.group(), columns.entries(line))).toList();
    return new Table(
        id,
        title,
        columns.columns(),
        entries,
        captions(rows, lines, marksBest),
        notes.footnotes(),
        notes.common());
  }

  private static Entry loss(Line line, TaskColumns tasks, int index) {
    return NumberFormats.significant(
        tasks
            .task(line.study().dataset(), index)
            .flatMap(task -> line.group().summary(cell -> Measures.testLoss(cell, task.name()))));
  }

  private static Entry validation(Line line, boolean marksBest) {
    ParetoStudy study = line.study();
    List<StudyPoint> part = study.dense().contains(line.point()) ? study.dense() : study.weighted();
    boolean best = marksBest && study.best(part).filter(line.point()::equals).isPresent();
    Entry score = score(line, line.point().validation());
    return best ? score.styled(Style.BEST_OF_DATASET) : score;
  }

  private static Entry score(Line line, OptionalDouble value) {
    return value.isPresent()
        ? Entry.number(
            MeanMetric.text(line.study().tasks(), value.getAsDouble()), value.getAsDouble())
        : Entry.missing();
  }

  private static String word(boolean onFront) {
    return onFront ? FRONT : DOMINATED;
  }

  private static List<Text> captions(Rows rows, List<Line> lines, boolean marksBest) {
    List<Text> captions = new ArrayList<>();
    String score =
        lines.stream()
            .map(line -> MeanMetric.phrase(line.study().tasks()))
            .distinct()
            .reduce((a, b) -> a + " or " + b)
            .orElse("");
    captions.add(
        Text.of(
            "Validation, Test: "
                + score
                + " on each split; all other columns are of the test set. "
                + (marksBest
                    ? "Bold: the best point with k_0 > 0, or with k_0 = 0, on validation."
                    : "The best point is chosen on validation; its test score is the result.")));
    captions.add(
        Text.of(
            "Losses, Metrics: whether the point is on the front in the losses and in the primary"
                + " metrics, among the points with k_0 > 0 (with L_0 or SR as another objective"
                + " where the table of fronts has it) or those with k_0 = 0."));
    if (!marksBest) {
      captions.addAll(rows.equalTraining().captions());
    }
    rows.tasks().caption().ifPresent(captions::add);
    if (rows.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    return captions;
  }
}
