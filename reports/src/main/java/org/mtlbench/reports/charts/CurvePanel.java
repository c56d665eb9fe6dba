package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.ChartScores;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * Training curves of a cell that share a vertical axis.
 *
 * @param quantity what the curves show
 * @param title title with the unit
 * @param height height of the plot in pixels
 * @param curves curves in order
 * @param score the score that the curves show; present if and only if the quantity is a score
 */
record CurvePanel(
    Quantity quantity,
    String title,
    int height,
    List<Curve> curves,
    Optional<CurvePanel.Score> score) {
  private static final double PERCENT = 100;
  private static final double MAX_PERCENT = 101;
  private static final int TALL_HEIGHT = 170;
  private static final int LOW_HEIGHT = 110;
  private static final int SKILL_DECIMALS = 3;

  /** A kind of quantity. */
  enum Quantity {
    LOSS,
    SCORE,
    SPARSITY
  }

  CurvePanel {
    curves = List.copyOf(curves);
  }

  /** A curve: one value per epoch, with gaps where an epoch has none. */
  record Curve(String label, LineStyle style, Function<Event.EpochEnded, Optional<Double>> value) {
    OptionalDouble valueAt(Event.EpochEnded epoch) {
      return value.apply(epoch).filter(Double::isFinite).stream()
          .mapToDouble(Double::doubleValue)
          .findFirst();
    }
  }

  /**
   * The score that a panel shows.
   *
   * @param constant mean score of the constant predictor over the tasks that the panel shows
   * @param selection the curve by which the model is selected
   * @param metric metric of the score
   */
  record Score(MetricRecord metric, OptionalDouble constant, Optional<Curve> selection) {}

  private DoubleStream values(TrainingHistory history) {
    return curves.stream()
        .flatMapToDouble(
            curve -> history.epochs().stream().flatMapToDouble(e -> curve.valueAt(e).stream()));
  }

  /** A copy without the curves that have no value in any epoch. */
  CurvePanel withoutEmptyCurves(TrainingHistory history) {
    return new CurvePanel(
        quantity,
        title,
        height,
        curves.stream()
            .filter(curve -> history.epochs().stream().anyMatch(e -> curve.valueAt(e).isPresent()))
            .toList(),
        score);
  }

  /** Panels for the losses, for each metric and for sparsity, including panels without values. */
  static List<CurvePanel> all(TrainingHistory history, TrainingCurvesChart.Subject subject) {
    List<Curve> losses = new ArrayList<>();
    List<String> tasks = history.tasks();
    for (int i = 0; i < tasks.size(); i++) {
      String task = tasks.get(i);
      LineStyle style = LineStyle.numbered(i);
      losses.add(new Curve(task, style, e -> Optional.ofNullable(e.losses().byTask().get(task))));
    }
    List<CurvePanel> panels = new ArrayList<>();
    panels.add(
        new CurvePanel(Quantity.LOSS, "Training loss", TALL_HEIGHT, losses, Optional.empty()));
    panels.addAll(scores(tasks, subject));
    panels.add(
        new CurvePanel(
            Quantity.SPARSITY,
            "Zero rows (%)",
            LOW_HEIGHT,
            List.of(
                new Curve("SR", LineStyle.BOLD, e -> e.sr().map(v -> PERCENT * v)),
                new Curve(
                    "maximum SR of a layer",
                    LineStyle.numbered(1),
                    e -> e.cap().map(v -> PERCENT * v))),
            Optional.empty()));
    return panels;
  }

  /** One panel per metric, and one for the mean skill if it selects the model. */
  private static List<CurvePanel> scores(List<String> names, TrainingCurvesChart.Subject subject) {
    List<TaskRecord> tasks =
        subject.tasks().stream().filter(task -> names.contains(task.name())).toList();
    List<MetricRecord> primary = tasks.stream().map(TaskRecord::primary).distinct().toList();
    List<CurvePanel> panels = new ArrayList<>();
    for (MetricRecord metric :
        tasks.stream().flatMap(task -> task.metrics().stream()).distinct().toList()) {
      boolean selected = primary.size() == 1 && primary.contains(metric);
      List<TaskRecord> shown =
          tasks.stream().filter(task -> task.metrics().contains(metric)).toList();
      panels.add(panel(metric, shown, names, subject, selected));
    }
    if (primary.size() > 1) {
      Curve skill = new Curve("mean", LineStyle.BOLD, Event.EpochEnded::selection);
      MetricRecord shown =
          new MetricRecord(
              "skill", "Skill", "", MetricRecord.Direction.HIGHER, 1, true, 1, SKILL_DECIMALS);
      panels.add(
          new CurvePanel(
              Quantity.SCORE,
              "Validation skill, mean over the tasks",
              TALL_HEIGHT,
              List.of(skill),
              Optional.of(new Score(shown, OptionalDouble.of(0), Optional.of(skill)))));
    }
    return panels;
  }

  private static CurvePanel panel(
      MetricRecord metric,
      List<TaskRecord> tasks,
      List<String> names,
      TrainingCurvesChart.Subject subject,
      boolean selected) {
    List<Curve> curves = new ArrayList<>();
    for (TaskRecord task : tasks) {
      TaskMetric score = new TaskMetric(task.name(), metric);
      curves.add(
          new Curve(
              task.name(),
              LineStyle.numbered(names.indexOf(task.name())),
              e -> score.of(e.scores())));
    }
    Optional<Curve> mean = Optional.empty();
    if (selected && tasks.size() > 1) {
      // The selection score has its sign flipped for metrics that are better when lower.
      int sign = metric.higherIsBetter() ? 1 : -1;
      mean =
          Optional.of(
              new Curve(
                  "mean",
                  LineStyle.BOLD,
                  e -> e.selection().map(value -> metric.displayed(sign * value))));
      mean.ifPresent(curves::add);
    }
    OptionalDouble constant =
        subject.constant().stream()
            .flatMap(
                known ->
                    tasks.stream()
                        .flatMap(
                            task ->
                                new TaskMetric(task.name(), metric)
                                    .of(known.validation()).stream()))
            .mapToDouble(Double::doubleValue)
            .average();
    return new CurvePanel(
        Quantity.SCORE,
        ChartScores.withUnit("Validation " + metric.phrase(), metric),
        TALL_HEIGHT,
        curves,
        Optional.of(new Score(metric, constant, mean)));
  }

  /** The vertical axis. */
  Axis axis(TrainingHistory history) {
    return switch (quantity) {
      case LOSS -> Axis.ofRatios(title, values(history));
      case SPARSITY -> Axis.covering(title, values(history), 1).clipped(0, MAX_PERCENT);
      case SCORE -> scoreAxis(score.orElseThrow(), history);
    };
  }

  private Axis scoreAxis(Score shown, TrainingHistory history) {
    Axis axis = Axis.ofScores(title, shown.metric(), values(history));
    return shown.constant().isPresent() ? axis.reaching(shown.constant().getAsDouble()) : axis;
  }
}
