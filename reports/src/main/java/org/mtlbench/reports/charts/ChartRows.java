package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.ChartScores;
import org.mtlbench.reports.plot.Estimate;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.run.MethodRole;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/** Converts the rows of a run to rows of charts. */
final class ChartRows {
  private ChartRows() {}

  /** The rows with a result, by dataset, in the order of the tables. */
  static Map<String, List<ChartRow>> byDataset(Rows rows) {
    List<String> measures = Measures.furtherNames(rows.results().results());
    Map<String, List<ChartRow>> byDataset = new LinkedHashMap<>();
    for (SeedGroup group : rows.groups()) {
      if (rows.headline(group).isPresent()) {
        byDataset
            .computeIfAbsent(group.cell().dataset(), dataset -> new ArrayList<>())
            .add(row(group, rows, measures));
      }
    }
    return byDataset;
  }

  private static ChartRow row(SeedGroup group, Rows rows, List<String> further) {
    PlannedCell cell = group.cell();
    Map<String, Estimate> tasks = new LinkedHashMap<>();
    for (TaskRecord task : rows.tasks(cell.dataset())) {
      group
          .summary(TaskMetric.primary(task)::test)
          .ifPresent(s -> tasks.put(task.name(), estimate(s)));
    }
    List<Double> weights = new ArrayList<>();
    if (group.method().has(MethodRole.SCALARISATION)) {
      group
          .method()
          .preferenceKey()
          .ifPresent(
              key ->
                  cell.config()
                      .method()
                      .path(key)
                      .forEach(weight -> weights.add(weight.asDouble())));
    }
    Function<Function<CellRecord, Optional<Double>>, Optional<Estimate>> of =
        measure -> group.summary(measure).map(ChartRows::estimate);
    Map<String, Estimate> measures = new LinkedHashMap<>();
    for (String name : further) {
      of.apply(record -> Measures.further(record, name))
          .ifPresent(value -> measures.put(name, value));
    }
    return new ChartRow(
        cell.id(),
        cell.dataset(),
        cell.architecture(),
        cell.label(),
        group.preference(),
        weights,
        tasks,
        of.apply(rows.headlineOf(group)::valueOf).orElseThrow(),
        scores(cell.dataset(), rows),
        of.apply(Measures::sr),
        of.apply(Measures::totalMinutes),
        measures,
        caveats(group));
  }

  /** The flags of a row that limit a comparison with published rows. */
  static List<String> caveats(SeedGroup group) {
    return group.flags().stream().filter(ChartRows::spoilsNumbers).map(Flag::displayName).toList();
  }

  private static ChartScores scores(String dataset, Rows rows) {
    Map<String, MetricRecord> metrics = new LinkedHashMap<>();
    Map<String, Double> constants = new LinkedHashMap<>();
    for (TaskRecord task : rows.tasks(dataset)) {
      metrics.put(task.name(), task.primary());
      rows.results()
          .constant(dataset, TaskMetric.primary(task))
          .ifPresent(value -> constants.put(task.name(), value));
    }
    Headline headline = rows.headlineOf(dataset);
    OptionalDouble constant =
        switch (headline.kind()) {
          case MEAN -> constants.values().stream().mapToDouble(Double::doubleValue).average();
          case SKILL -> OptionalDouble.of(0);
          case DELTA_M -> OptionalDouble.empty();
        };
    String subject =
        headline.kind() == Headline.Kind.MEAN ? headline.metric().phrase() : headline.phrase();
    return new ChartScores(
        metrics, headline.phrase(), subject, headline.metric(), constants, constant);
  }

  private static boolean spoilsNumbers(Flag flag) {
    return switch (flag) {
      case SYNTHETIC_DATA, UNVERIFIED_DATA, REDUCED_BUDGET, EXTENDED_BUDGET -> true;
      case MISSING, FAILED, DIVERGED, TIMEOUT, COLLAPSED -> false;
    };
  }

  private static Estimate estimate(Summary summary) {
    OptionalDouble spread = summary.spread();
    return new Estimate(summary.mean(), spread);
  }
}
