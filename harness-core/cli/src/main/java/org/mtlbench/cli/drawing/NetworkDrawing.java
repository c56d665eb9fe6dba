package org.mtlbench.cli.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mtlbench.cli.drawing.NetworkLayout.Box;
import org.mtlbench.cli.drawing.NetworkLayout.Slot;
import org.mtlbench.cli.text.Formatting;
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
import org.mtlbench.results.SparsityRecord;

/**
 * Draws a trained network: a box for each layer with its size, sparsity and sharing, in the colour
 * of its component.
 */
public final class NetworkDrawing {
  private static final int MIN_WIDTH = 184;
  private static final int MAX_WIDTH = 260;
  private static final int PADDING = 8;
  private static final int BETWEEN = 44;
  private static final int HEIGHT = 76;
  private static final int DOWN = HEIGHT + 18;
  private static final int MARGIN = 20;
  private static final int LINE = 17;
  private static final String WEIGHT = ".weight";

  private final SavedModel model;
  private final NetworkLayout layout;
  private final Title title;
  private final Map<String, Layer> layers;
  private final List<String> components;
  private final int width;

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
        model.layers().stream()
            .map(layer -> SparsityRecord.component(layer.name()))
            .distinct()
            .sorted()
            .toList();
    double widest = layout.boxes().stream().mapToDouble(this::textWidth).max().orElse(0);
    width = (int) Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.ceil(widest) + 2 * PADDING));
  }

  /** The drawing of a model's forward pass. */
  public static Chart of(SavedModel model, ModelGraph graph) {
    NetworkDrawing drawing = new NetworkDrawing(model, graph);
    int height = drawing.title.height() + drawing.layout.rows() * DOWN + MARGIN;
    return new Chart(
        model.cell().id(),
        drawing.title.text(),
        "the layers of the network, from the inputs to the outputs of the tasks",
        Math.max(480, 2 * MARGIN + drawing.layout.columns() * (drawing.width + BETWEEN)),
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
          points.addAll(List.of(left(slot) + width, middle(slot)));
        }
      }
      canvas.line(
          Ink.REFERENCE,
          LineStyle.THIN,
          points.stream().mapToDouble(Double::doubleValue).toArray());
    }
    layout.boxes().forEach(box -> paint(canvas, box));
  }

  private double left(Slot slot) {
    return MARGIN + slot.column() * (double) (width + BETWEEN);
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
        x + width,
        y,
        x + width,
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
          size(i),
          Anchor.MIDDLE,
          x + width / 2.0,
          baseline + i * LINE,
          shortened(line, size(i)));
    }
  }

  /** The size of a line of a box: its first one is its name. */
  private static TextSize size(int line) {
    return line == 0 ? TextSize.NAME : TextSize.SMALL;
  }

  private double textWidth(Box box) {
    List<String> lines = lines(box);
    return IntStream.range(0, lines.size())
        .mapToDouble(i -> size(i).width(lines.get(i)))
        .max()
        .orElse(0);
  }

  /** A text that fits into a box. */
  private String shortened(String text, TextSize size) {
    String cut = text;
    for (int end = text.length() - 1; size.width(cut) > width - 2 * PADDING && end > 0; end--) {
      cut = text.substring(0, end) + "…";
    }
    return cut;
  }

  private Ink ink(Operation operation) {
    return operation.tensors().isEmpty()
        ? Ink.TEXT
        : Ink.method(components.indexOf(SparsityRecord.component(operation.tensors().get(0))));
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
    lines.add(
        String.format(
            Locale.ROOT,
            "SR %.1f %%, %s",
            100.0 * layer.zeroRows().size() / layer.rows(),
            Formatting.count(layer.distinctRows(), "distinct row")));
  }

  private static String numbers(List<Long> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }
}
