package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.MarkShape;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * Training curves of a cell: loss per task, validation metrics and, for pruning methods, the share
 * of zero rows. Panels are stacked over a common epoch axis with phase boundaries. Colour is the
 * cell's method, mark shape its architecture, dash pattern the task.
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
  private static final int MAX_EPOCHS_WITH_MARKS = 45;
  private static final int MAX_HOVERS = 150;

  private final TrainingHistory history;
  private final Subject subject;
  private final List<CurvePanel> panels;
  private final List<TrainingHistory.Span> phases;
  private final Axis epochs;
  private final CurveDescription words;

  /**
   * The cell whose curves are drawn.
   *
   * @param name name of the cell, for the title
   * @param key colours and shapes of the report
   * @param method label of the cell's method
   * @param architecture id of the cell's architecture
   * @param tasks tasks of the cell's dataset, in order
   * @param constant scores of the constant predictor, if known
   */
  public record Subject(
      String name,
      ChartKey key,
      String method,
      String architecture,
      List<TaskRecord> tasks,
      Optional<ConstantPredictorRecord> constant) {
    /** Makes a defensive copy of the list. */
    public Subject {
      tasks = List.copyOf(tasks);
    }
  }

  private TrainingCurvesChart(TrainingHistory history, Subject subject, List<CurvePanel> panels) {
    this.history = history;
    this.subject = subject;
    this.panels = panels;
    this.phases = history.phases();
    this.words = new CurveDescription(history, panels);
    int count = history.epochs().size();
    this.epochs =
        new Axis(
            phases.size() == 1 ? "Epoch" : "Epoch, counted over " + phases.size() + " phases",
            0.5,
            count + 0.5,
            false);
  }

  /**
   * The chart of a cell; absent if no epoch has a value.
   *
   * @param name file name of the chart
   */
  public static Optional<Chart> of(String name, Subject subject, TrainingHistory history) {
    List<CurvePanel> panels =
        CurvePanel.all(history, subject).stream()
            .map(panel -> panel.withoutEmptyCurves(history))
            .filter(panel -> !panel.curves().isEmpty())
            .toList();
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(new TrainingCurvesChart(history, subject, panels).chart(name));
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
        title.text(),
        words.described(title.text()),
        WIDTH,
        height,
        Chart.PLAIN,
        canvas -> {
          title.paint(canvas);
          phaseNames(canvas, top - 4);
          double y = top;
          for (int i = 0; i < panels.size(); i++) {
            CurvePanel panel = panels.get(i);
            double bottom = y + HEADER + panel.height();
            paint(canvas, panel, y + HEADER, bottom, i == panels.size() - 1);
            y = bottom + TICKS + (i == panels.size() - 1 ? TICKS - 4 : 0);
            legends.get(i).paint(canvas, y);
            y += legends.get(i).height();
          }
          hovers(canvas, top, y);
        });
  }

  private Legend legend(CurvePanel panel) {
    Legend legend = new Legend(MARGIN, RIGHT);
    Ink ink = subject.key().ink(subject.method());
    if (panel.curves().size() > 1 || isOneOfSeveralTasks(panel)) {
      panel
          .curves()
          .forEach(curve -> legend.line(ink, curve.style(), CurveDescription.label(curve)));
    }
    panel
        .score()
        .ifPresent(
            score -> {
              if (history.kept() > 0 && score.selection().isPresent()) {
                legend.mark(
                    (canvas, at) -> canvas.ring(Ink.TEXT, RING, at[0] + DOT, at[1]),
                    "selected model");
              }
              score
                  .constant()
                  .ifPresent(
                      value ->
                          legend.line(
                              Ink.REFERENCE,
                              LineStyle.REFERENCE,
                              Plot.chanceLabel(panel.axis(history), score.metric(), value)));
            });
    return legend;
  }

  /** Whether a panel shows one of several tasks without naming it in the title. */
  private boolean isOneOfSeveralTasks(CurvePanel panel) {
    return history.tasks().size() > 1
        && panel.curves().stream().allMatch(curve -> history.tasks().contains(curve.label()));
  }

  private void paint(Canvas canvas, CurvePanel panel, double top, double bottom, boolean last) {
    Plot plot = new Plot(canvas, epochs, panel.axis(history), LEFT, top, RIGHT, bottom);
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
    for (CurvePanel.Curve curve : panel.curves()) {
      for (TrainingHistory.Span phase : phases) {
        curve(canvas, plot, curve, phase, ink, shape);
      }
      if (history.kept() > 0
          && panel.score().flatMap(CurvePanel.Score::selection).filter(curve::equals).isPresent()) {
        curve
            .valueAt(history.epochs().get(history.kept() - 1))
            .ifPresent(value -> canvas.ring(Ink.TEXT, RING, plot.x(history.kept()), plot.y(value)));
      }
    }
  }

  /** Draws a curve within a phase, with gaps where it has no value. */
  private void curve(
      Canvas canvas,
      Plot plot,
      CurvePanel.Curve curve,
      TrainingHistory.Span phase,
      Ink ink,
      MarkShape shape) {
    DoubleStream.Builder piece = DoubleStream.builder();
    List<double[]> points = new ArrayList<>();
    for (int epoch = phase.first(); epoch <= phase.last() + 1; epoch++) {
      OptionalDouble value =
          epoch <= phase.last()
              ? curve.valueAt(history.epochs().get(epoch - 1))
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

  /**
   * Adds hover texts with all values of an epoch; for long trainings only for every second epoch or
   * fewer.
   */
  private void hovers(Canvas canvas, double top, double bottom) {
    int count = history.epochs().size();
    int step = (count + MAX_HOVERS - 1) / MAX_HOVERS;
    double width = (double) (RIGHT - LEFT) / count;
    for (int i = 0; i < count; i += step) {
      canvas.hover(
          LEFT + i * width, top, Math.min(step, count - i) * width, bottom - top, words.values(i));
    }
  }
}
