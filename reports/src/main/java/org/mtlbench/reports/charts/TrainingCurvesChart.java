package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartScores;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.MarkShape;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.results.ConstantPredictorRecord;
import org.mtlbench.results.MetricRecord;
import org.mtlbench.results.TaskRecord;
import org.mtlbench.results.event.Event;

/**
 * How a cell was trained: loss per task, validation accuracy and, where the method prunes, the
 * share of zero rows, one below the other over all epochs, with the boundaries of phases. Lines
 * have the colour of the cell's method, marks the shape of its architecture; tasks differ in their
 * dashes.
 */
public final class TrainingCurvesChart {
  private static final int WIDTH = 760;
  private static final int LEFT = 64;
  private static final int RIGHT = WIDTH - 20;
  private static final int MARGIN = 16;
  private static final int HEADER = 24;
  private static final int PHASE_NAMES = 18;
  private static final int TICKS = 24;
  private static final int DOT = 6;
  private static final int RING = 13;
  private static final int MAX_LETTERS = 24;
  private static final int MAX_PHASES = 30;
  private static final int MAX_EPOCHS_WITH_MARKS = 45;
  private static final int MAX_HOVERS = 150;
  private static final double PERCENT = 100;
  private static final int SCORES = 170;
  private static final int SKILL_DECIMALS = 3;

  private final TrainingHistory history;
  private final Subject subject;
  private final List<Panel> panels;
  private final List<TrainingHistory.Span> phases;
  private final Axis epochs;

  /**
   * What the curves are of.
   *
   * @param name of the cell, for the title
   * @param key of the report
   * @param method label of the cell's method
   * @param architecture id of the cell's architecture
   * @param tasks of the cell's dataset, in order
   * @param constant what the constant predictor scores, where known
   */
  public record Subject(
      String name,
      ChartKey key,
      String method,
      String architecture,
      List<TaskRecord> tasks,
      Optional<ConstantPredictorRecord> constant) {
    /** Keeps a copy of the list. */
    public Subject {
      tasks = List.copyOf(tasks);
    }
  }

  /** A curve: a value of each epoch that has one. */
  private record Curve(
      String label, LineStyle style, Function<Event.EpochEnded, Optional<Double>> value) {
    OptionalDouble at(Event.EpochEnded epoch) {
      return value.apply(epoch).filter(Double::isFinite).stream()
          .mapToDouble(Double::doubleValue)
          .findFirst();
    }
  }

  /**
   * What a panel of scores shows.
   *
   * @param constant the constant predictor's mean over the tasks that the panel shows
   * @param selection the curve that the choice of the model rests on
   */
  private record Score(MetricRecord metric, OptionalDouble constant, Optional<Curve> selection) {}

  /** Curves that share an axis. */
  private record Panel(String title, int height, List<Curve> curves, Optional<Score> score) {
    DoubleStream values(TrainingHistory history) {
      return curves.stream()
          .flatMapToDouble(
              curve -> history.epochs().stream().flatMapToDouble(e -> curve.at(e).stream()));
    }

    Panel shown(TrainingHistory history) {
      return new Panel(
          title,
          height,
          curves.stream()
              .filter(curve -> history.epochs().stream().anyMatch(e -> curve.at(e).isPresent()))
              .toList(),
          score);
    }
  }

  private TrainingCurvesChart(TrainingHistory history, Subject subject, List<Panel> panels) {
    this.history = history;
    this.subject = subject;
    this.panels = panels;
    this.phases = history.phases();
    int count = history.epochs().size();
    this.epochs =
        new Axis(
            phases.size() == 1 ? "Epoch" : "Epoch, counted over " + phases.size() + " phases",
            0.5,
            count + 0.5,
            false);
  }

  /**
   * The curves of a cell; absent if it has no epoch with a number.
   *
   * @param name of the chart's files
   */
  public static Optional<Chart> of(String name, Subject subject, TrainingHistory history) {
    List<Panel> panels =
        panels(history, subject).stream()
            .map(panel -> panel.shown(history))
            .filter(panel -> !panel.curves().isEmpty())
            .toList();
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(new TrainingCurvesChart(history, subject, panels).chart(name));
  }

  private static List<Panel> panels(TrainingHistory history, Subject subject) {
    List<Curve> losses = new ArrayList<>();
    List<String> tasks = history.tasks();
    for (int i = 0; i < tasks.size(); i++) {
      String task = tasks.get(i);
      LineStyle style = LineStyle.numbered(i);
      losses.add(new Curve(task, style, e -> Optional.ofNullable(e.losses().byTask().get(task))));
    }
    List<Panel> panels = new ArrayList<>();
    panels.add(new Panel("Training loss", 170, losses, Optional.empty()));
    panels.addAll(scores(tasks, subject));
    panels.add(
        new Panel(
            "Zero rows (%)",
            110,
            List.of(
                new Curve("SR", LineStyle.BOLD, e -> e.sr().map(v -> PERCENT * v)),
                new Curve(
                    "largest SR allowed",
                    LineStyle.numbered(1),
                    e -> e.cap().map(v -> PERCENT * v))),
            Optional.empty()));
    return panels;
  }

  /** A panel for each metric, and one of what selection maximises where that is no metric. */
  private static List<Panel> scores(List<String> names, Subject subject) {
    List<TaskRecord> tasks =
        subject.tasks().stream().filter(task -> names.contains(task.name())).toList();
    List<MetricRecord> primary = tasks.stream().map(TaskRecord::primary).distinct().toList();
    List<Panel> panels = new ArrayList<>();
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
          new Panel(
              "Validation skill, mean over the tasks",
              SCORES,
              List.of(skill),
              Optional.of(new Score(shown, OptionalDouble.of(0), Optional.of(skill)))));
    }
    return panels;
  }

  private static Panel panel(
      MetricRecord metric,
      List<TaskRecord> tasks,
      List<String> names,
      Subject subject,
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
      // selection turns the sign of metrics that are better when lower
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
    return new Panel(
        ChartScores.withUnit("Validation " + metric.words(), metric),
        SCORES,
        curves,
        Optional.of(new Score(metric, constant, mean)));
  }

  private Axis axis(Panel panel) {
    if (panel.score().isEmpty()) {
      return panel.title().endsWith("(%)")
          ? Axis.around(panel.title(), panel.values(history), 1).within(0, 101)
          : Axis.ofRatios(panel.title(), panel.values(history));
    }
    Score score = panel.score().get();
    Axis axis = Axis.ofScores(panel.title(), score.metric(), panel.values(history));
    return score.constant().isPresent() ? axis.reaching(score.constant().getAsDouble()) : axis;
  }

  private Chart chart(String name) {
    Title title = Title.of(subject.name());
    List<Legend> legends = panels.stream().map(this::legend).toList();
    int top = title.height() + (phases.size() > 1 ? PHASE_NAMES : 0);
    int height =
        top
            + panels.stream().mapToInt(panel -> HEADER + panel.height() + TICKS).sum()
            + legends.stream().mapToInt(Legend::height).sum()
            + TICKS;
    return new Chart(
        name,
        title.words(),
        described(title.words()),
        WIDTH,
        height,
        Chart.PLAIN,
        canvas -> {
          title.paint(canvas);
          phaseNames(canvas, top - 4);
          double y = top;
          for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            double bottom = y + HEADER + panel.height();
            paint(canvas, panel, y + HEADER, bottom, i == panels.size() - 1);
            y = bottom + TICKS + (i == panels.size() - 1 ? TICKS - 4 : 0);
            legends.get(i).paint(canvas, y);
            y += legends.get(i).height();
          }
          hovers(canvas, top, y);
        });
  }

  private Legend legend(Panel panel) {
    Legend legend = new Legend(MARGIN, RIGHT);
    Ink ink = subject.key().ink(subject.method());
    if (panel.curves().size() > 1) {
      panel.curves().forEach(curve -> legend.line(ink, curve.style(), label(curve)));
    }
    panel
        .score()
        .ifPresent(
            score -> {
              if (history.kept() > 0 && score.selection().isPresent()) {
                legend.mark(
                    (canvas, at) -> canvas.ring(Ink.TEXT, RING, at[0] + DOT, at[1]), "model kept");
              }
              score
                  .constant()
                  .ifPresent(
                      value ->
                          legend.line(
                              Ink.REFERENCE,
                              LineStyle.REFERENCE,
                              Plot.chanceLabel(axis(panel), score.metric(), value)));
            });
    return legend;
  }

  private static String label(Curve curve) {
    return Label.shortened(curve.label(), MAX_LETTERS);
  }

  private void paint(Canvas canvas, Panel panel, double top, double bottom, boolean last) {
    Plot plot = new Plot(canvas, epochs, axis(panel), LEFT, top, RIGHT, bottom);
    plot.wholeTicks(history.epochs().size()).horizontalGrid(LEFT, RIGHT);
    if (last) {
      plot.horizontalTitle();
    }
    for (TrainingHistory.Span phase : phases.subList(1, phases.size())) {
      double x = plot.x(phase.first() - 0.5);
      canvas.line(Ink.REFERENCE, LineStyle.THIN, x, top - 4, x, bottom);
    }
    panel.score().ifPresent(score -> plot.chanceAcross(LEFT, score.constant()));
    Ink ink = subject.key().ink(subject.method());
    MarkShape shape = subject.key().shape(subject.architecture());
    for (Curve curve : panel.curves()) {
      for (TrainingHistory.Span phase : phases) {
        curve(canvas, plot, curve, phase, ink, shape);
      }
      if (history.kept() > 0
          && panel.score().flatMap(Score::selection).filter(curve::equals).isPresent()) {
        curve
            .at(history.epochs().get(history.kept() - 1))
            .ifPresent(value -> canvas.ring(Ink.TEXT, RING, plot.x(history.kept()), plot.y(value)));
      }
    }
  }

  /** Draws a curve within a phase, with gaps where it has no value. */
  private void curve(
      Canvas canvas, Plot plot, Curve curve, TrainingHistory.Span phase, Ink ink, MarkShape shape) {
    DoubleStream.Builder piece = DoubleStream.builder();
    List<double[]> points = new ArrayList<>();
    for (int epoch = phase.first(); epoch <= phase.last() + 1; epoch++) {
      OptionalDouble value =
          epoch <= phase.last()
              ? curve.at(history.epochs().get(epoch - 1))
              : OptionalDouble.empty();
      if (value.isPresent()) {
        points.add(new double[] {plot.x(epoch), plot.y(value.getAsDouble())});
        piece.add(plot.x(epoch)).add(plot.y(value.getAsDouble()));
      } else {
        double[] line = piece.build().toArray();
        piece = DoubleStream.builder();
        if (line.length > 2) {
          canvas.line(ink, curve.style(), line);
        }
      }
    }
    if (history.epochs().size() <= MAX_EPOCHS_WITH_MARKS || points.size() == 1) {
      points.forEach(point -> canvas.mark(ink, shape, DOT, point[0], point[1]));
    }
  }

  private void phaseNames(Canvas canvas, double y) {
    if (phases.size() < 2) {
      return;
    }
    boolean named =
        phases.stream()
            .allMatch(
                phase -> Canvas.TextSize.SMALL.width(Label.clean(phase.name())) < pixels(phase));
    for (int i = 0; i < phases.size(); i++) {
      TrainingHistory.Span phase = phases.get(i);
      String text = named ? Label.clean(phase.name()) : Integer.toString(i + 1);
      if (named || Canvas.TextSize.SMALL.width(text) < pixels(phase)) {
        double middle = epochs.position((phase.first() + phase.last()) / 2.0);
        canvas.text(
            Ink.REFERENCE,
            Canvas.TextSize.SMALL,
            Canvas.Anchor.MIDDLE,
            LEFT + middle * (RIGHT - LEFT),
            y,
            text);
      }
    }
  }

  private double pixels(TrainingHistory.Span phase) {
    return (double) (RIGHT - LEFT) * phase.epochs() / history.epochs().size();
  }

  /** Shows all values of an epoch over its width; of very many epochs, of every second or later. */
  private void hovers(Canvas canvas, double top, double bottom) {
    int count = history.epochs().size();
    int step = (count + MAX_HOVERS - 1) / MAX_HOVERS;
    double width = (double) (RIGHT - LEFT) / count;
    for (int i = 0; i < count; i += step) {
      canvas.hover(
          LEFT + i * width, top, Math.min(step, count - i) * width, bottom - top, values(i));
    }
  }

  private String values(int index) {
    Event.EpochEnded epoch = history.epochs().get(index);
    return "epoch "
        + (index + 1)
        + (phases.size() > 1 ? " (" + epoch.phase() + ")" : "")
        + panels.stream()
            .map(
                panel ->
                    panel.curves().stream()
                        .filter(curve -> curve.at(epoch).isPresent())
                        .map(
                            curve ->
                                String.format(
                                    Locale.ROOT,
                                    "%s %.4g",
                                    label(curve),
                                    curve.at(epoch).getAsDouble()))
                        .collect(
                            Collectors.joining(
                                ", ", "; " + panel.title().toLowerCase(Locale.ROOT) + ": ", "")))
            .collect(Collectors.joining());
  }

  private String described(String title) {
    StringBuilder text = new StringBuilder("Training curves of ").append(title).append(". ");
    text.append(panels.stream().map(Panel::title).collect(Collectors.joining(", ", "", " over ")));
    text.append(history.epochs().size()).append(" epochs");
    if (phases.size() > 1) {
      text.append(" in ").append(phases.size()).append(" phases");
    }
    Event.EpochEnded last = history.epochs().get(history.epochs().size() - 1);
    for (Panel panel : panels) {
      panel.score().ifPresent(score -> describe(panel, score, last, text));
    }
    if (phases.size() > 1) {
      text.append(
          IntStream.range(0, Math.min(phases.size(), MAX_PHASES))
              .mapToObj(i -> (i + 1) + " " + Label.clean(phases.get(i).name()))
              .collect(
                  Collectors.joining(", ", "; phases: ", phases.size() > MAX_PHASES ? ", …" : "")));
    }
    if (history.kept() > 0) {
      text.append("; the model kept is that of epoch ").append(history.kept());
    }
    return text.append('.').toString();
  }

  /** The end of the curve that selection rests on, and the constant predictor. */
  private static void describe(
      Panel panel, Score score, Event.EpochEnded last, StringBuilder text) {
    MetricRecord metric = score.metric();
    Curve shown = score.selection().orElse(panel.curves().get(0));
    OptionalDouble end = shown.at(last);
    if (end.isPresent()) {
      text.append("; ")
          .append(shown.label())
          .append(" validation ")
          .append(metric.words())
          .append(" at the end ")
          .append(metric.withUnit(metric.number(end.getAsDouble())));
    }
    score
        .constant()
        .ifPresent(
            value ->
                text.append("; constant predictor ").append(metric.withUnit(metric.number(value))));
  }
}
