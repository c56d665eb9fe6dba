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
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.MarkShape;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;
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
   * @param constant the constant predictor's mean score on validation in percent, where known
   */
  public record Subject(
      String name, ChartKey key, String method, String architecture, OptionalDouble constant) {}

  /** A curve: a value of each epoch that has one. */
  private record Curve(
      String label, LineStyle style, Function<Event.EpochEnded, Optional<Double>> value) {
    OptionalDouble at(Event.EpochEnded epoch) {
      return value.apply(epoch).filter(Double::isFinite).stream()
          .mapToDouble(Double::doubleValue)
          .findFirst();
    }
  }

  /** Curves that share an axis. */
  private record Panel(String title, int height, List<Curve> curves, boolean percent) {
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
          percent);
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
        panels(history).stream()
            .map(panel -> panel.shown(history))
            .filter(panel -> !panel.curves().isEmpty())
            .toList();
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(new TrainingCurvesChart(history, subject, panels).chart(name));
  }

  private static List<Panel> panels(TrainingHistory history) {
    List<Curve> losses = new ArrayList<>();
    List<Curve> accuracies = new ArrayList<>();
    List<String> tasks = history.tasks();
    for (int i = 0; i < tasks.size(); i++) {
      String task = tasks.get(i);
      LineStyle style = LineStyle.numbered(i);
      losses.add(new Curve(task, style, e -> Optional.ofNullable(e.losses().byTask().get(task))));
      accuracies.add(
          new Curve(
              task,
              style,
              e -> Optional.ofNullable(e.accuracy().byTask().get(task)).map(v -> PERCENT * v)));
    }
    if (tasks.size() > 1) {
      accuracies.add(
          new Curve("mean", LineStyle.BOLD, e -> e.meanAccuracy().map(v -> PERCENT * v)));
    }
    List<Curve> sparsity =
        List.of(
            new Curve("SR", LineStyle.BOLD, e -> e.sr().map(v -> PERCENT * v)),
            new Curve(
                "largest SR allowed", LineStyle.numbered(1), e -> e.cap().map(v -> PERCENT * v)));
    return List.of(
        new Panel("Training loss", 170, losses, false),
        new Panel("Validation accuracy (%)", 170, accuracies, true),
        new Panel("Zero rows (%)", 110, sparsity, true));
  }

  private Axis axis(Panel panel) {
    if (!panel.percent()) {
      return Axis.ofRatios(panel.title(), panel.values(history));
    }
    Axis axis = Axis.around(panel.title(), panel.values(history), 1).within(0, 101);
    return isScore(panel) && subject.constant().isPresent()
        ? axis.reaching(subject.constant().getAsDouble())
        : axis;
  }

  private static boolean isScore(Panel panel) {
    return panel.title().startsWith("Validation");
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
    if (isScore(panel)) {
      if (history.kept() > 0 && panel.curves().size() > 1) {
        legend.mark((canvas, at) -> canvas.ring(Ink.TEXT, RING, at[0] + DOT, at[1]), "model kept");
      }
      subject
          .constant()
          .ifPresent(
              score ->
                  legend.line(
                      Ink.REFERENCE, LineStyle.REFERENCE, Plot.chanceLabel(axis(panel), score)));
    }
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
    if (isScore(panel)) {
      plot.chanceAcross(LEFT, subject.constant());
    }
    Ink ink = subject.key().ink(subject.method());
    MarkShape shape = subject.key().shape(subject.architecture());
    for (Curve curve : panel.curves()) {
      for (TrainingHistory.Span phase : phases) {
        curve(canvas, plot, curve, phase, ink, shape);
      }
      if (history.kept() > 0 && curve.label().equals("mean")) {
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
    history
        .epochs()
        .get(history.epochs().size() - 1)
        .meanAccuracy()
        .ifPresent(
            last ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "; mean validation accuracy at the end %.2f %%",
                        PERCENT * last)));
    subject
        .constant()
        .ifPresent(
            score ->
                text.append(String.format(Locale.ROOT, "; constant predictor %.2f %%", score)));
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
}
