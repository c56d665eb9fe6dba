package org.mtlbench.reports.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.HeatMap;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.Title;

/** Draws the similarity maps of the layers of a model in a grid, with a scale of colours. */
final class SimilarityChart {
  private static final int WIDTH = 760;
  private static final int LEFT = 16;
  private static final int COLUMNS = 4;
  private static final int PANEL = SimilarityMap.MAX_PIXELS;
  private static final int STEP = 186;
  private static final int HEADER = 58;
  private static final int BELOW = 48;
  private static final int SCALE_WIDTH = 200;
  private static final int SCALE_HEIGHT = 12;
  private static final int FOOTER = 46;
  private static final int REMARK = 17;
  private static final int MAX_NAME = 20;

  private SimilarityChart() {}

  /**
   * The chart.
   *
   * @param name its file name
   * @param layers at least one
   */
  static Chart of(String name, Title title, List<LayerMaps> layers, RowOrder order) {
    int top = title.height();
    int lines = (layers.size() + COLUMNS - 1) / COLUMNS;
    int bottom = top + lines * (HEADER + PANEL + BELOW);
    return new Chart(
        name,
        title.text(),
        description(title, layers, order),
        WIDTH,
        bottom + FOOTER + REMARK * remarks(layers, order).size(),
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          for (int i = 0; i < layers.size(); i++) {
            double x = LEFT + i % COLUMNS * STEP;
            double y = top + i / COLUMNS * (HEADER + PANEL + BELOW);
            panel(canvas, layers.get(i), order, x, y);
          }
          scale(canvas, order, bottom + 4);
          List<String> remarks = remarks(layers, order);
          for (int i = 0; i < remarks.size(); i++) {
            small(canvas, Ink.REFERENCE, LEFT, bottom + 52 + REMARK * i, remarks.get(i));
          }
        });
  }

  private static void panel(Canvas canvas, LayerMaps layer, RowOrder order, double x, double y) {
    canvas.text(
        Ink.TEXT,
        Canvas.TextSize.NAME,
        Canvas.Anchor.START,
        x,
        y + 16,
        Label.shortened(layer.component(), MAX_NAME));
    small(canvas, Ink.TEXT, x, y + 33, layer.place());
    small(canvas, Ink.TEXT, x, y + 50, layer.rows(order));
    double top = y + HEADER;
    canvas.heatMap(layer.maps().get(order).image(), x, top, PANEL, PANEL);
    frame(canvas, x, top, PANEL, PANEL);
    small(canvas, Ink.REFERENCE, x, top + PANEL + 16, layer.mean(order));
    if (!layer.reduction(order).isEmpty()) {
      small(canvas, Ink.REFERENCE, x, top + PANEL + 32, layer.reduction(order));
    }
    canvas.hover(x, top, PANEL, PANEL, layer.layer().name() + ": " + layer.text(order));
  }

  /** The scale of colours from -1 to 1, and the colour of zero rows where maps have them. */
  private static void scale(Canvas canvas, RowOrder order, double top) {
    int colours = 2 * HeatMap.STEPS + 1;
    double[] values = new double[colours];
    for (int i = 0; i < colours; i++) {
      values[i] = (double) (i - HeatMap.STEPS) / HeatMap.STEPS;
    }
    canvas.heatMap(HeatMap.of(colours, values), LEFT, top, SCALE_WIDTH, SCALE_HEIGHT);
    frame(canvas, LEFT, top, SCALE_WIDTH, SCALE_HEIGHT);
    Axis axis = new Axis("", -1, 1, false);
    for (double value : new double[] {-1, -0.5, 0, 0.5, 1}) {
      canvas.text(
          Ink.TEXT,
          Canvas.TextSize.SMALL,
          value == -1 ? Canvas.Anchor.START : Canvas.Anchor.MIDDLE,
          LEFT + axis.position(value) * SCALE_WIDTH,
          top + SCALE_HEIGHT + 15,
          Axis.label(value));
    }
    double x = LEFT + SCALE_WIDTH + 16;
    small(canvas, Ink.TEXT, x, top + 10, "similarity w_i·w_j / max(|w_i|², |w_j|²)");
    if (order == RowOrder.INDEX) {
      double grey = x + 270;
      canvas.heatMap(
          HeatMap.of(1, new double[] {Double.NaN}), grey, top, SCALE_HEIGHT, SCALE_HEIGHT);
      small(canvas, Ink.TEXT, grey + SCALE_HEIGHT + 6, top + 10, "zero neuron row");
    }
  }

  private static List<String> remarks(List<LayerMaps> layers, RowOrder order) {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        switch (order) {
          case INDEX -> "Neuron rows by index, from the top left corner.";
          case CLUSTER ->
              "Clusters of equal neuron rows first, then others, by the angle of their first two"
                  + " principal components; zero rows are left out.";
        });
    if (layers.stream().anyMatch(layer -> layer.maps().get(order).block() > 1)) {
      remarks.add("Pixels of large layers: mean over the pairs of nonzero neuron rows in a block.");
    }
    if (layers.stream().anyMatch(layer -> layer.every() > 1)) {
      remarks.add("(1 in n): only every n-th neuron row of a very large layer is compared.");
    }
    return remarks;
  }

  private static void frame(Canvas canvas, double x, double y, double width, double height) {
    canvas.line(
        Ink.GRID, LineStyle.THIN, x, y, x + width, y, x + width, y + height, x, y + height, x, y);
  }

  private static void small(Canvas canvas, Ink ink, double x, double y, String text) {
    canvas.text(ink, Canvas.TextSize.SMALL, Canvas.Anchor.START, x, y, text);
  }

  private static String description(Title title, List<LayerMaps> layers, RowOrder order) {
    return title.text()
        + ". Similarity of two neuron rows, from -1 to 1 (equal): "
        + layers.stream().map(layer -> layer.text(order)).collect(Collectors.joining("; "))
        + ".";
  }
}
