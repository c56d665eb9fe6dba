package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.ExecutionRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/** Captions that several tables and documents share. */
public final class Captions {
  static final Text INTERVALS =
      Text.of(
          "Rows with several seeds: mean over the finished seeds ± half-width of its 95 %"
              + " confidence interval (Student's t; seeds assumed independent and normally"
              + " distributed). There is no ± for one seed or equal results.");

  private Captions() {}

  /** The caption of the score columns: the metric, or a hint that there are several. */
  static String scores(Rows rows) {
    List<MetricRecord> metrics = metrics(rows);
    return metrics.size() == 1
        ? metrics.get(0).title()
        : "Metrics (the first one of a task is its primary metric)";
  }

  private static List<MetricRecord> metrics(Rows rows) {
    return rows.results().tasksByDataset().values().stream()
        .flatMap(List::stream)
        .flatMap(task -> task.metrics().stream())
        .distinct()
        .toList();
  }

  /** The caption of the summary shown on the terminal. */
  public static String onTestSet(Rows rows) {
    List<MetricRecord> metrics = metrics(rows);
    return metrics.size() == 1 && metrics.get(0).showsShare()
        ? metrics.get(0).title() + " on the test set, in percent."
        : "Primary metric of each task on the test set.";
  }

  /** Which model is tested, if it is the selected one in every row. */
  static String selection(Rows rows) {
    return rows.results().results().stream().allMatch(cell -> cell.testEpochs().isEmpty())
        ? ", of the model selected on validation"
        : "";
  }

  /** The short name of the headline: {@code mean}, {@code Δm} or {@code Skill}. */
  public static String shortHeadline(Rows rows) {
    return rows.headlines().stream()
        .map(headline -> headline.kind() == Headline.Kind.MEAN ? "mean" : headline.metric().title())
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  /** The headlines of the datasets within a sentence, without the split. */
  static String headlines(Rows rows) {
    return rows.headlines().isEmpty()
        ? "mean"
        : rows.headlines().stream()
            .map(Headline::phraseWithoutSplit)
            .collect(Collectors.joining(" or "));
  }

  /** Definitions of headlines other than means; empty if there are none. */
  static List<Text> definitions(Rows rows) {
    List<Text> texts = new ArrayList<>();
    for (Headline headline : rows.headlines()) {
      switch (headline.kind()) {
        case MEAN -> {
          // A mean needs no definition.
        }
        case DELTA_M ->
            texts.add(
                Text.of(
                    "Δm: mean over the tasks of the change of the primary metric relative to"
                        + " single-task learning, above 0 is better; by distances to the ideal for"
                        + " metrics that cross 0."));
        case SKILL ->
            texts.add(
                Text.of(
                    "Skill: mean over the tasks of (value - constant) / (ideal - constant) by the"
                        + " primary metric; 0 is the constant predictor, 1 is ideal."));
      }
    }
    return texts;
  }

  /** The scores of the constant predictor by dataset and task; absent if unknown. */
  static Optional<Text> constantPredictor(Rows rows) {
    List<String> parts = new ArrayList<>();
    rows.results()
        .tasksByDataset()
        .forEach(
            (dataset, tasks) -> {
              List<String> known =
                  tasks.stream().flatMap(task -> constant(rows, dataset, task).stream()).toList();
              if (!known.isEmpty()) {
                parts.add(dataset + ": " + String.join(", ", known));
              }
            });
    boolean accuracies =
        metrics(rows).stream().allMatch(metric -> metric.id().equals(MetricRecord.ACCURACY.id()));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Text.of(
                "Constant predictor ("
                    + (accuracies ? "most frequent class" : "most frequent class or mean")
                    + " of the training data) on the test set: "
                    + String.join("; ", parts)
                    + ". A task is collapsed if a row is not "
                    + (accuracies
                        ? "two standard errors above it."
                        : "better by its primary metric; for accuracy, two standard errors better.")));
  }

  private static Optional<String> constant(Rows rows, String dataset, TaskRecord task) {
    TaskMetric score = TaskMetric.primary(task);
    return rows.results()
        .constant(dataset, score)
        .map(
            value ->
                task.name()
                    + (rows.plain() ? " " : " " + score.metric().title() + " ")
                    + NumberFormats.range(score.metric(), value));
  }

  /** A warning that times of concurrent cells are not comparable; absent if each cell ran alone. */
  public static Optional<String> concurrency(Rows rows) {
    Set<Integer> slots = new TreeSet<>();
    rows.results().results().forEach(cell -> slots.add(cell.execution().slots()));
    return slots.stream().allMatch(count -> count == 1)
        ? Optional.empty()
        : Optional.of(
            "Times were measured with "
                + slots.stream().map(String::valueOf).collect(Collectors.joining(" or "))
                + " cells running at once; do not compare them.");
  }

  /** The conditions under which times were measured. */
  static String conditions(List<CellRecord> cells) {
    Set<String> conditions = new LinkedHashSet<>();
    boolean shared = false;
    for (CellRecord cell : cells) {
      conditions.add(conditions(cell.execution()));
      shared |= cell.execution().slots() > 1;
    }
    return "measured with "
        + String.join("; others with ", conditions)
        + (shared
            ? "; cells running at once share the machine, so compare only times measured with one slot"
            : "")
        + ".";
  }

  private static String conditions(ExecutionRecord execution) {
    return counted(execution.slots(), "slot")
        + " of "
        + counted(execution.threads(), "thread")
        + " on "
        + execution.device();
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
