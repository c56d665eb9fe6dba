package org.mtlbench.reports.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The legend below a chart: the meaning of its marks and lines. */
public final class Legend {
  private static final int LINE = 22;
  private static final int SAMPLE = 26;
  private static final int GAP = 18;
  private static final int MAX_LETTERS = 70;

  private record Item(BiConsumer<Canvas, double[]> sample, int width, String label, Ink ink) {
    Item in(Ink other) {
      return new Item(sample, width, label, other);
    }

    double length() {
      return width + Canvas.TextSize.NORMAL.width(label) + GAP;
    }
  }

  private final double left;
  private final double right;
  private final List<List<Item>> lines = new ArrayList<>();

  /** Creates an empty legend between two horizontal positions. */
  public Legend(double left, double right) {
    this.left = left;
    this.right = right;
  }

  /** The legend of rows: methods by colour and number, architectures by shape. */
  public static Legend of(ChartKey key, List<ChartRow> rows, double left, double right) {
    Legend legend = new Legend(left, right);
    key.methods().stream()
        .filter(method -> rows.stream().anyMatch(row -> row.label().equals(method)))
        .forEach(method -> legend.method(key, method));
    legend.newLine();
    key.architectures().stream()
        .filter(name -> rows.stream().anyMatch(row -> row.architecture().equals(name)))
        .forEach(name -> legend.architecture(key, name));
    return legend;
  }

  private void method(ChartKey key, String method) {
    add(
        SAMPLE - 4,
        method,
        (canvas, at) ->
            Plot.mark(
                canvas, key.ink(method), MarkShape.CIRCLE, key.number(method), at[0] + 9, at[1]));
  }

  /** Adds the shape of an architecture. */
  public Legend architecture(ChartKey key, String name) {
    return add(
        SAMPLE - 4,
        name,
        (canvas, at) ->
            canvas.mark(Ink.REFERENCE, key.shape(name), Plot.MARK - 3, at[0] + 9, at[1]));
  }

  /** Adds a line sample. */
  public Legend line(Ink ink, LineStyle style, String label) {
    return add(
        SAMPLE + 16,
        label,
        (canvas, at) -> canvas.line(ink, style, at[0] + 6, at[1], at[0] + SAMPLE + 8, at[1]));
  }

  /**
   * Adds a custom sample.
   *
   * @param sample draws the sample, given its left edge and vertical centre
   */
  public Legend mark(BiConsumer<Canvas, double[]> sample, String label) {
    return add(SAMPLE - 4, label, sample);
  }

  /** Adds a text without a sample, in the colour of secondary text. */
  public Legend remark(String text) {
    add(8, text, (canvas, at) -> {});
    List<Item> line = lines.get(lines.size() - 1);
    line.set(line.size() - 1, line.get(line.size() - 1).in(Ink.REFERENCE));
    return this;
  }

  /** Starts a new line unless the current one is empty. */
  public void newLine() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add(new ArrayList<>());
    }
  }

  private Legend add(int width, String label, BiConsumer<Canvas, double[]> sample) {
    Item item = new Item(sample, width, Label.shortened(label, MAX_LETTERS), Ink.TEXT);
    if (lines.isEmpty()) {
      lines.add(new ArrayList<>());
    }
    double used = lines.get(lines.size() - 1).stream().mapToDouble(Item::length).sum();
    if (used > 0 && left + used + item.length() > right) {
      lines.add(new ArrayList<>());
    }
    lines.get(lines.size() - 1).add(item);
    return this;
  }

  /** The height in pixels. */
  public int height() {
    return LINE * lines.size();
  }

  public void paint(Canvas canvas, double top) {
    double y = top;
    for (List<Item> line : lines) {
      double x = left;
      for (Item item : line) {
        item.sample().accept(canvas, new double[] {x, y + LINE / 2.0});
        canvas.text(
            item.ink(),
            Canvas.TextSize.NORMAL,
            Canvas.Anchor.START,
            x + item.width(),
            y + LINE / 2.0 + 4.5,
            item.label());
        x += item.length();
      }
      y += LINE;
    }
  }
}
