package org.mtlbench.toolbox.task;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Target;

/**
 * Random outputs and labels on the host, for references in plain Java. Outputs are (size, width,
 * pixels); labels and mask the same, or (size, 1, pixels) where they lack the width. All values are
 * multiples of 1/8, so that there are ties.
 *
 * @param mask null if no label is missing
 */
public record SampleBatch(
    Target target, int size, double[] output, double[] labels, boolean[] mask) {
  private static final int HEIGHT = 2;
  private static final int WIDTH = 3;

  /**
   * A random batch.
   *
   * @param missing share of missing labels; 0 for no mask
   */
  public static SampleBatch random(Target target, int size, long seed, double missing) {
    Random random = new Random(seed);
    int pixels = target.dense() ? HEIGHT * WIDTH : 1;
    double[] output = new double[size * target.outputs() * pixels];
    Arrays.setAll(output, i -> value(random));
    double[] labels = new double[size * labelWidth(target) * pixels];
    Arrays.setAll(
        labels,
        i ->
            switch (target.kind()) {
              case CLASSES, CLASS_MAP -> random.nextInt(target.outputs());
              case LABELS -> random.nextInt(2);
              // depths have to be above 0
              case REAL, REAL_MAP -> Math.abs(value(random)) + 0.125;
            });
    if (missing == 0) {
      return new SampleBatch(target, size, output, labels, null);
    }
    boolean[] mask = new boolean[size * maskWidth(target) * pixels];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextDouble() >= missing;
    }
    return new SampleBatch(target, size, output, labels, mask);
  }

  private static double value(Random random) {
    return Math.rint(8 * 1.5 * random.nextGaussian()) / 8;
  }

  private static boolean classes(Target target) {
    return target.kind() == Target.Kind.CLASSES || target.kind() == Target.Kind.CLASS_MAP;
  }

  private static int labelWidth(Target target) {
    return classes(target) ? 1 : target.outputs();
  }

  private static int maskWidth(Target target) {
    return classes(target) || target.dense() ? 1 : target.outputs();
  }

  public int pixels() {
    return target.dense() ? HEIGHT * WIDTH : 1;
  }

  public int width() {
    return target.outputs();
  }

  /** The output of an example, a class or component, and a pixel. */
  public double out(int example, int c, int pixel) {
    return output[(example * width() + c) * pixels() + pixel];
  }

  /** The label of an example, a component (0 for classes), and a pixel. */
  public double label(int example, int c, int pixel) {
    return labels[(example * labelWidth(target) + c) * pixels() + pixel];
  }

  /** Whether a label is present. */
  public boolean present(int example, int c, int pixel) {
    int component = maskWidth(target) == 1 ? 0 : c;
    return mask == null || mask[(example * maskWidth(target) + component) * pixels() + pixel];
  }

  /** Whether all components of a vector are present. */
  public boolean vectorPresent(int example, int pixel) {
    for (int c = 0; c < width(); c++) {
      if (!present(example, c, pixel)) {
        return false;
      }
    }
    return true;
  }

  /** The same with NaN, or an invalid class, and NaN outputs wherever a label is missing. */
  public SampleBatch poisoned() {
    SampleBatch copy = new SampleBatch(target, size, output.clone(), labels.clone(), mask);
    for (int i = 0; i < size; i++) {
      for (int c = 0; c < width(); c++) {
        for (int p = 0; p < pixels(); p++) {
          if (!present(i, c, p)) {
            copy.output[(i * width() + c) * pixels() + p] = Double.NaN;
            int component = classes(target) ? 0 : c;
            copy.labels[(i * labelWidth(target) + component) * pixels() + p] =
                classes(target) ? 255 - 300 * (i % 2) : Double.NaN;
          }
        }
      }
    }
    return copy;
  }

  /** The same with every label missing. */
  public SampleBatch withoutLabels() {
    boolean[] none = new boolean[size * maskWidth(target) * pixels()];
    return new SampleBatch(target, size, output, labels, none);
  }

  /** The same with other outputs. */
  public SampleBatch withOutput(double[] other) {
    return new SampleBatch(target, size, other, labels, mask);
  }

  /** Some of the examples. */
  public SampleBatch slice(int from, int to) {
    return new SampleBatch(
        target,
        to - from,
        part(output, from, to),
        part(labels, from, to),
        mask == null
            ? null
            : Arrays.copyOfRange(mask, from * (mask.length / size), to * (mask.length / size)));
  }

  private double[] part(double[] array, int from, int to) {
    int each = array.length / size;
    return Arrays.copyOfRange(array, from * each, to * each);
  }

  /** The outputs as a tensor. */
  public NDArray outputs(NDManager manager, DataType type) {
    return manager.create(output, shape(true, width())).toType(type, false);
  }

  /** Labels and mask as tensors. */
  public Labelled labelled(NDManager manager, DataType realType) {
    NDArray values =
        manager
            .create(labels, shape(!classes(target), width()))
            .toType(classes(target) ? DataType.INT64 : realType, false);
    return mask == null
        ? Labelled.complete(values)
        : Labelled.masked(
            values, manager.create(mask, shape(!classes(target) && !target.dense(), width())));
  }

  private Shape shape(boolean wide, int width) {
    Shape shape = wide ? new Shape(size, width) : new Shape(size);
    return target.dense() ? shape.add(HEIGHT).add(WIDTH) : shape;
  }

  @Override
  public String toString() {
    return target + (mask == null ? " complete" : " masked");
  }
}
