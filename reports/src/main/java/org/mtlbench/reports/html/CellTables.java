package org.mtlbench.reports.html;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.Measure;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.SearchRecord;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.TrialRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskRecord;

/** The tables in the section of a cell. */
final class CellTables {
  private CellTables() {}

  /**
   * Scores and losses per task.
   *
   * @param headline the headline of the dataset
   */
  static DomContent scores(CellRecord cell, List<TaskRecord> tasks, Headline headline) {
    if (cell.test().isEmpty()) {
      return each();
    }
    boolean plain =
        headline.kind() == Headline.Kind.MEAN
            && tasks.stream().allMatch(task -> task.metrics().size() == 1);
    String unit = plain ? headline.metric().withUnit("") : "";
    List<List<String>> rows = new ArrayList<>();
    for (TaskRecord task : tasks) {
      for (MetricRecord metric : task.metrics()) {
        TaskMetric score = new TaskMetric(task.name(), metric);
        boolean first = metric.equals(task.primary());
        rows.add(
            List.of(
                task.name() + (plain ? "" : ", " + metric.title()),
                shown(score.test(cell), metric, plain),
                shown(score.constant(cell), metric, plain),
                first ? loss(cell.test(), task.name()) : "",
                shown(score.validation(cell), metric, plain),
                first ? loss(cell.validation(), task.name()) : ""));
      }
    }
    rows.add(
        List.of(
            plain ? "mean" : headline.header(false),
            shown(headline.valueOf(cell), headline.metric(), plain),
            "",
            "",
            plain ? shown(validationMean(cell, tasks), headline.metric(), plain) : "",
            ""));
    return grid(
        plain ? headline.metric().title() : "Scores",
        List.of(
            "Task",
            "Test" + unit,
            "Constant predictor" + unit,
            "Test loss",
            "Validation" + unit,
            "Validation loss"),
        rows);
  }

  private static Optional<Double> validationMean(CellRecord cell, List<TaskRecord> tasks) {
    OptionalDouble mean =
        tasks.stream()
            .flatMap(task -> TaskMetric.primary(task).validation(cell).stream())
            .mapToDouble(Double::doubleValue)
            .average();
    return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
  }

  private static String shown(Optional<Double> value, MetricRecord metric, boolean plain) {
    return value
        .map(known -> plain ? metric.number(known) : metric.withUnit(metric.number(known)))
        .orElse("");
  }

  /**
   * Sparsity of the components and layers that have zero rows or may have them, with the sparsity
   * limits of layers.
   */
  static DomContent sparsity(CellRecord cell) {
    Optional<SparsityRecord> sparsity = cell.sparsity().filter(found -> found.zeroRows() > 0);
    if (sparsity.isEmpty() || sparsity.get().layers().isEmpty()) {
      return each();
    }
    Map<String, Double> measures = cell.measures();
    List<List<String>> rows = new ArrayList<>();
    long others = 0;
    for (SparsityRecord.RowCounts part :
        Stream.of(sparsity.get().components(), sparsity.get().layers())
            .flatMap(Optional::stream)
            .flatMap(List::stream)
            .toList()) {
      if (part.zeroRows() > 0 || Measure.CAP.find(measures, part.name()).isPresent()) {
        rows.add(
            List.of(
                part.name(),
                percent(Optional.of(part.sr())),
                percent(Measure.CAP.find(measures, part.name())),
                Long.toString(part.zeroRows()),
                Long.toString(part.rows())));
      } else {
        others++;
      }
    }
    return each(
        grid(
            "Sparsity by component and layer",
            List.of("Component or layer", "SR %", "Max. SR %", "Zero rows", "Rows"),
            rows),
        iff(
            others > 0,
            p("No zero rows in the other " + others + " components and layers.")
                .withClass("soft")));
  }

  /** The phases of training. */
  static DomContent phases(CellRecord cell) {
    List<List<String>> rows = new ArrayList<>();
    for (PhaseRecord phase : cell.phases()) {
      rows.add(
          List.of(
              phase.name(),
              phase.kind().name().toLowerCase(Locale.ROOT),
              Integer.toString(phase.epochs()),
              NumberFormats.decimals(phase.wallSeconds() / 60),
              NumberFormats.decimals(phase.cpuSeconds() / 60),
              phase
                  .artefact()
                  .map(use -> use.key() + (use.reused() ? ", made by another cell" : ", made here"))
                  .orElse("")));
    }
    return rows.isEmpty()
        ? each()
        : grid(
            "Phases",
            List.of("Phase", "Kind", "Epochs", "Minutes", "CPU minutes", "Artefact"),
            rows);
  }

  /** The trials of the hyperparameter search. */
  static DomContent trials(CellRecord cell) {
    if (cell.search().isEmpty()) {
      return each();
    }
    SearchRecord search = cell.search().get();
    List<List<String>> rows = new ArrayList<>();
    for (TrialRecord trial : search.trials()) {
      boolean chosen = search.chosen().filter(n -> n == trial.number()).isPresent();
      rows.add(
          List.of(
              trial.number() + (chosen ? ", chosen" : ""),
              trial.values().toString(),
              trial.score().map(s -> String.format(Locale.ROOT, "%.4f", s)).orElse("-"),
              trial.status().word() + trial.reason().map(why -> ": " + why).orElse(""),
              Integer.toString(trial.epochs()),
              NumberFormats.decimals(trial.wallSeconds() / 60)));
    }
    return grid(
        "Trials",
        List.of("Trial", "Values", "Validation score", "Status", "Epochs", "Minutes"),
        rows);
  }

  private static DomContent grid(String title, List<String> headers, List<List<String>> rows) {
    return each(
        h4(title),
        div(table(
                thead(tr(each(headers, header -> th(header).attr("scope", "col")))),
                tbody(
                    each(
                        rows,
                        row ->
                            tr(
                                th(HtmlText.clean(row.get(0))).attr("scope", "row"),
                                each(
                                    row.subList(1, row.size()),
                                    entry -> td(HtmlText.clean(entry))))))))
            .withClass("wide")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", title));
  }

  private static String loss(Optional<SplitRecord> split, String task) {
    return split
        .map(s -> s.losses().byTask().get(task))
        .map(value -> String.format(Locale.ROOT, "%.4f", value))
        .orElse("");
  }

  private static String percent(Optional<Double> fraction) {
    return fraction.map(value -> NumberFormats.decimals(100 * value)).orElse("");
  }
}
