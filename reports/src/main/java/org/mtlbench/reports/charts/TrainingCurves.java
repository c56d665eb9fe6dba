package org.mtlbench.reports.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How a cell was trained: loss per task, validation accuracy and, where the method prunes, the
 * share of zero rows, one below the other over all epochs, with the borders of phases.
 */
public final class TrainingCurves {
  private static final int WIDTH = 760;
  private static final int TALL = 250;
  private static final int SHORT = 200;
  private static final int LETTER = 7;
  private static final int MOST_LETTERS = 24;
  private static final int MOST_ACROSS = 5;
  private static final int MOST_PHASES = 30;
  private static final int FEW_EPOCHS = 45;
  private static final double DECADES_FROM = 30;
  private static final double PERCENT = 100;

  private final TrainingHistory history;
  private final List<Panel> panels;
  private final List<TrainingHistory.Span> phases;

  private TrainingCurves(TrainingHistory history, List<Panel> panels) {
    this.history = history;
    this.panels = panels;
    this.phases = history.phases();
  }

  /**
   * The curves of a cell; absent if it has no epoch with a number.
   *
   * @param name of the picture's files
   * @param subject what the cell is, for the title
   */
  public static Optional<Picture> of(String name, String subject, TrainingHistory history) {
    List<Panel> panels =
        panels(history).stream()
            .map(panel -> panel.of(history))
            .filter(panel -> !panel.curves().isEmpty())
            .toList();
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    TrainingCurves curves = new TrainingCurves(history, panels);
    Title title = Title.of(subject);
    int height = title.height() + panels.stream().mapToInt(Panel::height).sum();
    return Optional.of(
        new Picture(
            name,
            title.words(),
            curves.described(title.words()),
            WIDTH,
            height,
            Picture.PLAIN,
            canvas -> curves.paint(canvas, title, height)));
  }

  private static List<Panel> panels(TrainingHistory history) {
    List<Panel.Curve> losses = new ArrayList<>();
    List<Panel.Curve> accuracies = new ArrayList<>();
    int look = 0;
    for (String task : history.tasks()) {
      losses.add(
          new Panel.Curve(task, look, e -> Optional.ofNullable(e.losses().byTask().get(task))));
      accuracies.add(
          new Panel.Curve(
              task,
              look,
              e -> Optional.ofNullable(e.accuracy().byTask().get(task)).map(v -> PERCENT * v)));
      look++;
    }
    if (history.tasks().size() > 1) {
      accuracies.add(new Panel.Curve("mean", look, e -> e.meanAccuracy().map(v -> PERCENT * v)));
    }
    List<Panel.Curve> sparsity =
        List.of(
            new Panel.Curve("SR", 0, e -> e.sr().map(v -> PERCENT * v)),
            new Panel.Curve("largest SR allowed", 1, e -> e.cap().map(v -> PERCENT * v)));
    Range percent = new Range(0, PERCENT);
    return List.of(
        new Panel("Training loss", TALL, losses, new Range(-Double.MAX_VALUE, Double.MAX_VALUE)),
        new Panel("Validation accuracy (%)", TALL, accuracies, percent),
        new Panel("Zero rows (%)", SHORT, sparsity, percent));
  }

  private void paint(Graphics2D canvas, Title title, int height) {
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, WIDTH, height);
    title.paint(canvas);
    for (int i = 0; i < panels.size(); i++) {
      Panel panel = panels.get(i);
      XYChart chart = chart(panel);
      if (i == panels.size() - 1) {
        chart.setXAxisTitle(
            phases.size() == 1 ? "Epoch" : "Epoch over " + phases.size() + " phases");
      }
      chart.paint(canvas, WIDTH, panel.height());
      canvas.translate(0, panel.height());
      canvas.setClip(null);
    }
  }

  private XYChart chart(Panel panel) {
    XYChart chart = new XYChart(WIDTH, panel.height());
    Styler style = chart.getStyler();
    Look.dress(chart.getStyler());
    if (panels.stream().allMatch(p -> p.curves().size() <= MOST_ACROSS)) {
      style.setLegendPosition(Styler.LegendPosition.OutsideS);
      style.setLegendLayout(Styler.LegendLayout.Horizontal);
    }
    style.setYAxisLeftWidthHint(64);
    chart.getStyler().setXAxisMin(history.epochs().size() == 1 ? 0.0 : 1.0);
    chart.getStyler().setXAxisMax((double) history.epochs().size());
    chart.getStyler().setXAxisDecimalPattern("0");
    chart.setYAxisTitle(panel.title());
    double[] values = panel.values(history);
    double least = DoubleStream.of(values).min().orElseThrow();
    double most = DoubleStream.of(values).max().orElseThrow();
    boolean losses = panel.bounds().high() > PERCENT;
    boolean decades = losses && least > 0 && most / least > DECADES_FROM;
    Range range =
        decades
            ? new Range(least / 1.2, most * 1.6)
            : Range.around(DoubleStream.of(values), 1e-3 * Math.max(1, Math.abs(most)));
    Range roomy = decades ? range : new Range(range.low(), range.high() + 0.1 * (most - least));
    chart.getStyler().setYAxisLogarithmic(decades);
    chart.getStyler().setYAxisMin(Math.max(roomy.low(), panel.bounds().low()));
    chart.getStyler().setYAxisMax(roomy.high());
    for (Panel.Curve curve : panel.curves()) {
      add(chart, panel, curve);
    }
    borders(chart, decades ? most * 1.35 : roomy.high() - 0.05 * (most - least));
    return chart;
  }

  private void add(XYChart chart, Panel panel, Panel.Curve curve) {
    XYSeries series =
        chart.addSeries(
            "curve " + chart.getSeriesCollection().size(),
            panel.epochs(history),
            panel.values(curve, history));
    series.setLabel(Label.shortened(curve.label(), MOST_LETTERS));
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setLineColor(Look.colour(curve.look()));
    series.setLineStyle(Look.line(curve.look()));
    boolean few = history.epochs().size() <= FEW_EPOCHS;
    // One path instead of a piece for each epoch, whose dashes would start anew each time.
    series.setSmooth(!few);
    series.setMarker(few ? Look.marker(curve.look()) : SeriesMarkers.NONE);
    series.setMarkerColor(Look.colour(curve.look()));
    chart.getStyler().setMarkerSize(6);
    kept(chart, curve);
  }

  private void kept(XYChart chart, Panel.Curve curve) {
    int kept = history.kept();
    if (kept == 0 || !curve.label().equals("mean")) {
      return;
    }
    Optional<Double> value = curve.value().apply(history.epochs().get(kept - 1));
    if (value.isPresent()) {
      XYSeries mark =
          chart.addSeries("kept", new double[] {kept}, new double[] {value.orElseThrow()});
      mark.setLabel("model kept");
      mark.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      mark.setMarker(new Ring(6));
      mark.setMarkerColor(Look.colour(1));
    }
  }

  private void borders(XYChart chart, double height) {
    if (phases.size() < 2) {
      return;
    }
    for (TrainingHistory.Span phase : phases.subList(1, phases.size())) {
      chart.addAnnotation(new AnnotationLine(phase.first() - 0.5, true, false));
    }
    boolean named =
        phases.stream().allMatch(phase -> phase.name().length() * LETTER < pixels(phase));
    for (int i = 0; i < phases.size(); i++) {
      TrainingHistory.Span phase = phases.get(i);
      String text = named ? Label.clean(phase.name()) : Integer.toString(i + 1);
      if (named || pixels(phase) > 2 * LETTER) {
        double middle = (phase.first() + phase.last()) / 2.0;
        chart.addAnnotation(new AnnotationText(text, middle, height, false));
      }
    }
  }

  private double pixels(TrainingHistory.Span phase) {
    return (WIDTH - 120.0) * phase.epochs() / history.epochs().size();
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
    if (phases.size() > 1) {
      text.append(
          IntStream.range(0, Math.min(phases.size(), MOST_PHASES))
              .mapToObj(i -> (i + 1) + " " + Label.clean(phases.get(i).name()))
              .collect(
                  Collectors.joining(
                      ", ", "; phases: ", phases.size() > MOST_PHASES ? ", …" : "")));
    }
    if (history.kept() > 0) {
      text.append("; the model kept is that of epoch ").append(history.kept());
    }
    return text.append('.').toString();
  }
}
