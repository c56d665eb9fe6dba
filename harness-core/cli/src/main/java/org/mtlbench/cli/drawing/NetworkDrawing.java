package org.mtlbench.cli.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mtlbench.cli.drawing.NetworkLayout.Box;
import org.mtlbench.cli.drawing.NetworkLayout.Slot;
import org.mtlbench.engine.model.ModelGraph;
import org.mtlbench.engine.model.Operation;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.model.SavedModel.Layer;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Canvas.Anchor;
import org.mtlbench.reports.plot.Canvas.TextSize;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.Title;

/**
 * Draws a trained network: a box for each layer with its size, sparsity and sharing, in the colour
 * of its component.
 */
public final class NetworkDrawing {
  private static final int WIDTH = 184;
  private static final int HEIGHT = 76;
  private static final int ACROSS = WIDTH + 44;
  private static final int DOWN = HEIGHT + 18;
  private static final int MARGIN = 20;
  private static final int LINE = 17;
  private static final int LETTERS = 30;
  private static final String WEIGHT = ".weight";

  private final SavedModel model;
  private final NetworkLayout layout;
  private final Title title;
  private final Map<String, Layer> layers;
  private final List<String> components;

  private NetworkDrawing(SavedModel model, ModelGraph graph) {
    this.model = model;
    layout = new NetworkLayout(graph);
    title =
        Title.of(
            model.cell().label()
                + " on "
                + model.cell().architecture().name()
                + ", "
                + model.cell().dataset().name()
                + ", seed "
                + model.cell().seed());
    layers = model.layers().stream().collect(Collectors.toMap(Layer::name, layer -> layer));
    components =
        model.layers().stream().map(layer -> component(layer.name())).distinct().sorted().toList();
  }

  /** The drawing of a model's forward pass. */
  public static Chart of(SavedModel model, ModelGraph graph) {
    NetworkDrawing drawing = new NetworkDrawing(model, graph);
    int height = drawing.title.height() + drawing.layout.rows() * DOWN + MARGIN;
    return new Chart(
        model.cell().id(),
        drawing.title.text(),
        "the layers of the network, from the inputs to the outputs of the tasks",
        Math.max(480, 2 * MARGIN + drawing.layout.columns() * ACROSS),
        height,
        Chart.DENSE,
        drawing::paint);
  }

  private void paint(Canvas canvas) {
    title.paint(canvas);
    for (NetworkLayout.Connection connection : layout.connections()) {
      List<Double> points = new ArrayList<>();
      for (int i = 0; i < connection.slots().size(); i++) {
        Slot slot = connection.slots().get(i);
        if (i > 0) {
          points.addAll(List.of(left(slot), middle(slot)));
        }
        if (i < connection.slots().size() - 1) {
          points.addAll(List.of(left(slot) + WIDTH, middle(slot)));
        }
      }
      canvas.line(
          Ink.REFERENCE,
          LineStyle.THIN,
          points.stream().mapToDouble(Double::doubleValue).toArray());
    }
    layout.boxes().forEach(box -> paint(canvas, box));
  }

  private static double left(Slot slot) {
    return MARGIN + slot.column() * (double) ACROSS;
  }

  private double middle(Slot slot) {
    return title.height() + layout.rows() * DOWN / 2.0 + slot.row() * DOWN;
  }

  private void paint(Canvas canvas, Box box) {
    List<String> lines = lines(box);
    double x = left(box);
    double y = middle(box) - HEIGHT / 2.0;
    canvas.line(
        ink(box.operation()),
        LineStyle.BOLD,
        x,
        y,
        x + WIDTH,
        y,
        x + WIDTH,
        y + HEIGHT,
        x,
        y + HEIGHT,
        x,
        y);
    double baseline = middle(box) - (lines.size() - 1) * LINE / 2.0 + 4;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      canvas.text(
          Ink.TEXT,
          i == 0 ? TextSize.NAME : TextSize.SMALL,
          Anchor.MIDDLE,
          x + WIDTH / 2.0,
          baseline + i * LINE,
          line.length() <= LETTERS ? line : line.substring(0, LETTERS - 1) + "…");
    }
  }

  private Ink ink(Operation operation) {
    return operation.tensors().isEmpty()
        ? Ink.TEXT
        : Ink.method(components.indexOf(component(operation.tensors().get(0))));
  }

  private static String component(String tensor) {
    int end = tensor.indexOf('.');
    return end < 0 ? tensor : tensor.substring(0, end);
  }

  private List<String> lines(Box box) {
    List<String> lines = new ArrayList<>();
    if (box.operation() instanceof Operation.Input input) {
      lines.add(model.inputs().size() == 1 ? "input" : "input " + model.tasks().get(input.index()));
      lines.add(numbers(model.inputs().get(Math.min(input.index(), model.inputs().size() - 1))));
    } else if (box.operation() instanceof Operation.Convolution convolution) {
      weight(convolution.weight(), "convolution", lines);
    } else if (box.operation() instanceof Operation.Linear linear) {
      weight(linear.weight(), "linear", lines);
    } else {
      lines.add(box.operation().title());
    }
    String further =
        box.further().stream()
            .filter(operation -> !(operation instanceof Operation.Slice))
            .map(Operation::title)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!further.isEmpty()) {
      lines.add(further);
    }
    return lines;
  }

  private void weight(String name, String kind, List<String> lines) {
    lines.add(name.endsWith(WEIGHT) ? name.substring(0, name.length() - WEIGHT.length()) : name);
    Layer layer = layers.get(name);
    if (layer == null) {
      // A weight that the network computes from its parameters.
      lines.add(kind);
      return;
    }
    List<Long> shape = layer.shape();
    String window = shape.size() > 2 ? " " + numbers(shape.subList(2, shape.size())) : "";
    lines.add(kind + window + ", " + shape.get(1) + " to " + shape.get(0));
    int copies = layer.clusters().stream().mapToInt(cluster -> cluster.size() - 1).sum();
    int rows = Math.toIntExact(shape.get(1));
    if (!layer.zeroRows().isEmpty() || copies > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "SR %.1f %%, %d distinct rows",
              100.0 * layer.zeroRows().size() / rows,
              rows - layer.zeroRows().size() - copies));
    }
  }

  private static String numbers(List<Long> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }
}
