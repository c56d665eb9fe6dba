package org.mtlbench.methods.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.CanvasRenderer;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.SvgCanvas;
import org.mtlbench.reports.plot.Title;

/** Draws the cost of steps relative to linear scalarisation as bars, the cheapest method first. */
final class CostChart {
  private static final int WIDTH = 820;
  private static final int LEFT = 140;
  private static final int RIGHT = 30;
  private static final int GAP = 14;
  private static final double THICKNESS = 6;
  private static final double BETWEEN = 7;
  private static final double MARGIN = 1.05;

  private record Quantity(String name, ToDoubleFunction<StepCost> value) {
    double relative(StepCost cost, StepCost reference) {
      return value.applyAsDouble(cost) / value.applyAsDouble(reference);
    }
  }

  private final StepCost reference;
  private final List<StepCost> costs;
  private final List<Quantity> quantities;
  private final Title title = Title.of("Cost of a training step relative to ls");
  private final Legend legend = new Legend(LEFT, WIDTH - RIGHT);
  private final double row;

  private CostChart(StepCost.Table table) {
    reference = CostTable.reference(table);
    costs = CostTable.sorted(table);
    quantities =
        List.of(
                new Quantity("time", StepCost::relative),
                new Quantity("peak memory", StepCost::memory),
                new Quantity("energy", StepCost::energy))
            .stream()
            .filter(quantity -> Double.isFinite(quantity.value().applyAsDouble(reference)))
            .toList();
    for (int i = 0; i < quantities.size(); i++) {
      legend.line(Ink.method(i), bar(), quantities.get(i).name());
    }
    row = BETWEEN + quantities.size() * (THICKNESS + 1);
  }

  private static LineStyle bar() {
    return new LineStyle(THICKNESS, List.of());
  }

  /** The chart as an SVG document. */
  static String svg(StepCost.Table table) {
    CostChart drawn = new CostChart(table);
    int height = (int) Math.ceil(drawn.bottom() + Plot.BELOW);
    Chart chart =
        new Chart(
            "costs",
            drawn.title.text(),
            "Bars of time, memory and energy of each method; the table on the page has the values",
            WIDTH,
            height,
            Chart.PLAIN,
            drawn::paint);
    return SvgCanvas.document(chart, new CanvasRenderer().svg(chart)) + "\n";
  }

  private double top() {
    return title.height() + legend.height() + GAP;
  }

  private double bottom() {
    return top() + row * costs.size() + BETWEEN;
  }

  private void paint(Canvas canvas) {
    title.paint(canvas);
    legend.paint(canvas, title.height());
    double most =
        costs.stream()
            .flatMapToDouble(
                cost -> quantities.stream().mapToDouble(q -> q.relative(cost, reference)))
            .max()
            .orElse(1);
    Axis across = new Axis("relative to ls", 0, most * MARGIN, false);
    Plot plot =
        new Plot(canvas, across, new Axis("", 0, 1, false), LEFT, top(), WIDTH - RIGHT, bottom());
    plot.verticalGrid().horizontalTitle();
    canvas.line(Ink.REFERENCE, LineStyle.REFERENCE, plot.x(1), top(), plot.x(1), bottom());
    double y = top() + BETWEEN;
    for (StepCost cost : costs) {
      bars(canvas, plot, cost, y);
      y += row;
    }
  }

  private void bars(Canvas canvas, Plot plot, StepCost cost, double top) {
    double height = quantities.size() * (THICKNESS + 1);
    canvas.text(
        Ink.TEXT,
        Canvas.TextSize.SMALL,
        Canvas.Anchor.END,
        LEFT - 7,
        top + height / 2 + 4,
        cost.method());
    for (int i = 0; i < quantities.size(); i++) {
      double y = top + THICKNESS / 2 + i * (THICKNESS + 1);
      double relative = quantities.get(i).relative(cost, reference);
      canvas.line(Ink.method(i), bar(), LEFT, y, plot.x(relative), y);
      canvas.hover(
          LEFT,
          y - THICKNESS / 2,
          plot.x(relative) - LEFT,
          THICKNESS,
          String.format(
              Locale.ROOT, "%s, %s: %.2f", cost.method(), quantities.get(i).name(), relative));
    }
  }
}
