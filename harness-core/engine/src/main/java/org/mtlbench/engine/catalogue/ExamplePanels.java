package org.mtlbench.engine.catalogue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.dataset.IndexSelect;
import org.mtlbench.toolbox.gradient.ScalarMath;
import org.mtlbench.toolbox.loss.Masks;

/**
 * Draws examples: for each the image and one panel per dense task. Classes are shown in colours,
 * numbers in shades of grey, vectors of three numbers as RGB, and missing labels in black.
 *
 * @param height of each panel
 * @param width of each panel
 * @param perExample panels per example, at least 1
 * @param rgb unsigned bytes, (N, panels, height, width, 3)
 * @param captions captions of the second and further panels
 */
record ExamplePanels(int height, int width, int perExample, byte[] rgb, List<String> captions) {
  private static final double DARKEST = 40;
  private static final double WHITE = 255;

  /** The golden ratio as step between hues keeps any number of hues distinct. */
  private static final double HUE_STEP = 0.618034;

  ExamplePanels {
    captions = List.copyOf(captions);
  }

  Sample.Panels layout() {
    return new Sample.Panels(height, width, perExample, captions);
  }

  /**
   * Draws the panels of examples.
   *
   * @return empty if the examples are not images with one or three channels
   */
  static Optional<ExamplePanels> of(Dataset dataset, Examples examples, List<Task> tasks) {
    return image(dataset, examples).map(image -> of(image, examples, tasks));
  }

  private static ExamplePanels of(NDArray image, Examples examples, List<Task> tasks) {
    NDList panels = new NDList(image);
    List<String> captions = new ArrayList<>();
    for (int t = 0; t < tasks.size(); t++) {
      Task task = tasks.get(t);
      Optional<NDArray> panel =
          task.target().dense() ? map(task.target(), examples.targets().get(t)) : Optional.empty();
      if (panel.isPresent() && panel.get().getShape().equals(image.getShape())) {
        panels.add(panel.get());
        captions.add("panel " + panels.size() + ", " + caption(task, examples.targets().get(t)));
      }
    }
    Shape shape = image.getShape();
    return new ExamplePanels(
        Math.toIntExact(shape.get(1)),
        Math.toIntExact(shape.get(2)),
        panels.size(),
        NDArrays.stack(panels, 1).toByteArray(),
        captions);
  }

  /**
   * The images as uint8, (N, H, W, 3); values other than bytes are scaled to the range from the
   * darkest to the brightest value.
   */
  private static Optional<NDArray> image(Dataset dataset, Examples examples) {
    NDArray raw = examples.inputs().get(0);
    if (raw.getDataType() == DataType.UINT8 && isImage(raw.getShape(), 3)) {
      return Optional.of(rgb(raw));
    }
    NDArray prepared = dataset.prepare(examples.inputs()).get(0);
    if (!isImage(prepared.getShape(), 1)) {
      return Optional.empty();
    }
    return Optional.of(rgb(stretched(prepared.transpose(0, 2, 3, 1), Optional.empty(), 0)));
  }

  private static boolean isImage(Shape shape, int channelAxis) {
    return shape.dimension() == 4 && (shape.get(channelAxis) == 1 || shape.get(channelAxis) == 3);
  }

  private static Optional<NDArray> map(Target target, Labelled labels) {
    return switch (target.kind()) {
      case CLASS_MAP -> Optional.of(coloured(target.outputs(), labels));
      case REAL_MAP -> numbers(labels);
      case CLASSES, LABELS, REAL -> Optional.empty();
    };
  }

  private static NDArray coloured(int classes, Labelled labels) {
    byte[] palette = new byte[3 * (classes + 1)];
    for (int c = 0; c < classes; c++) {
      float hue = (float) (c * HUE_STEP % 1);
      Color colour = Color.getHSBColor(hue, c % 2 == 0 ? 0.65f : 0.9f, c % 3 == 2 ? 0.7f : 0.95f);
      palette[3 * c] = (byte) colour.getRed();
      palette[3 * c + 1] = (byte) colour.getGreen();
      palette[3 * c + 2] = (byte) colour.getBlue();
    }
    NDArray values = labels.values();
    NDArray known = labels.mask().map(mask -> Masks.fill(values, mask, classes)).orElse(values);
    NDArray colours =
        values
            .getManager()
            .create(ByteBuffer.wrap(palette), new Shape(classes + 1, 3), DataType.UINT8);
    return IndexSelect.of(colours, known);
  }

  private static Optional<NDArray> numbers(Labelled labels) {
    NDArray values = labels.values();
    Optional<NDArray> mask =
        labels.mask().map(m -> Masks.broadcast(m, values.getShape()).transpose(0, 2, 3, 1));
    NDArray last = values.transpose(0, 2, 3, 1);
    return switch (Math.toIntExact(values.getShape().get(1))) {
      case 1 -> Optional.of(rgb(stretched(last, mask, DARKEST)));
      case 3 -> {
        NDArray shown = ScalarMath.multiply(last.add(1), WHITE / 2).clip(0, WHITE).round();
        yield Optional.of(blackened(shown, mask));
      }
      default -> Optional.empty();
    };
  }

  /** Scales numbers to brightness, from {@code darkest} for the lowest to white for the highest. */
  private static NDArray stretched(NDArray values, Optional<NDArray> mask, double darkest) {
    float[] range = range(values, mask);
    double slope = range[1] > range[0] ? (WHITE - darkest) / (range[1] - range[0]) : 0;
    NDArray shown =
        ScalarMath.multiply(values.sub(range[0]), slope).add(darkest).clip(0, WHITE).round();
    return blackened(shown, mask);
  }

  private static NDArray blackened(NDArray shown, Optional<NDArray> mask) {
    NDArray known = mask.map(m -> Masks.fill(shown, m, 0)).orElse(shown);
    return known.toType(DataType.UINT8, false);
  }

  /** The lowest and the highest known number; zeros if there is none. */
  private static float[] range(NDArray values, Optional<NDArray> mask) {
    NDArray known = mask.map(m -> values.flatten().booleanMask(m.flatten())).orElse(values);
    return known.isEmpty()
        ? new float[2]
        : new float[] {known.min().getFloat(), known.max().getFloat()};
  }

  private static NDArray rgb(NDArray image) {
    Shape shape = image.getShape();
    return shape.get(3) == 3
        ? image
        : image.broadcast(new Shape(shape.get(0), shape.get(1), shape.get(2), 3));
  }

  private static String caption(Task task, Labelled labels) {
    if (task.target().kind() == Target.Kind.CLASS_MAP) {
      return task.name() + ": one colour for each of " + task.outputs() + " classes";
    }
    if (task.outputs() == 3) {
      return task.name() + ": red, green and blue from -1 to 1";
    }
    Optional<NDArray> mask = labels.mask().map(m -> Masks.broadcast(m, labels.values().getShape()));
    float[] range = range(labels.values(), mask);
    return String.format(
        Locale.ROOT, "%s: %.4g in dark grey to %.4g in white", task.name(), range[0], range[1]);
  }
}
