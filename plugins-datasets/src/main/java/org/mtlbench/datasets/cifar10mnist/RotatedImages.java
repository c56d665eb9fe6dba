package org.mtlbench.datasets.cifar10mnist;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mtlbench.datasets.images.ImageShape;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.images.TrainingImages;
import org.mtlbench.toolbox.dataset.IndexSelect;

/**
 * Images that are each rotated by a random angle. The source pixel of every output pixel is
 * computed once for each angle ({@link RotationTable}), and a black pixel is stored before those of
 * each image. A batch then takes two look-ups: sources by angle, and pixels by source.
 */
final class RotatedImages implements TrainingImages {
  private static final NDIndex ALL_BUT_BLACK = new NDIndex(":,1:");

  private final ImageShape shape;
  private final NDArray images;

  /** uint8, (N (S * S + 1), C): a black pixel and the pixels of each image. */
  private final NDArray pixels;

  /** int32, (angles, S * S). */
  private final NDArray sources;

  /** int32, a scalar: S * S + 1. */
  private final NDArray each;

  /**
   * Copies the images to the manager's device.
   *
   * @param labelled S by S, S from 1 to 64; N (S * S + 1) below 2^31
   * @param angles possible angles in degrees
   */
  RotatedImages(LabelledImages labelled, double[] angles, NDManager manager) {
    shape = labelled.shape();
    if (shape.height() != shape.width() || shape.height() > RotationTable.MAX_SIDE) {
      throw new IllegalArgumentException(
          "found images of " + shape + ", expected squares of up to 64 pixels a side");
    }
    try (NDArray plain = labelled.tensor(manager)) {
      pixels = withBlack(plain);
    }
    Shape framed = new Shape(labelled.size(), 1 + (long) shape.height() * shape.width(), -1);
    try (NDArray all = pixels.reshape(framed);
        NDArray rest = all.get(ALL_BUT_BLACK)) {
      images = rest.reshape(-1, shape.height(), shape.width(), shape.channels());
    }
    sources = sources(angles, shape.height(), manager);
    each = manager.create(shape.height() * shape.width() + 1);
  }

  @Override
  public NDArray images() {
    return images;
  }

  @Override
  public NDArray augment(NDArray batch, RandomGenerator random) {
    int size = Math.toIntExact(batch.getShape().get(0));
    try (NDArray table = withBlack(batch);
        NDArray angles = batch.getManager().create(drawn(size, random))) {
      NDArray all = batch.getManager().arange(0, size, 1, DataType.INT64);
      return rotated(table, all, angles);
    }
  }

  @Override
  public NDArray augmentSelected(NDArray positions, RandomGenerator random) {
    int[] drawn = drawn(Math.toIntExact(positions.size()), random);
    try (NDArray angles = pixels.getManager().create(drawn)) {
      return rotated(pixels, positions, angles);
    }
  }

  /** {@inheritDoc} The angles of all batches are sent to the device together. */
  @Override
  public Epoch epoch(List<Integer> sizes, IntFunction<RandomGenerator> random) {
    int[] first = new int[sizes.size() + 1];
    IntStream.Builder all = IntStream.builder();
    for (int index = 0; index < sizes.size(); index++) {
      first[index + 1] = first[index] + sizes.get(index);
      for (int angle : drawn(sizes.get(index), random.apply(index))) {
        all.add(angle);
      }
    }
    NDArray angles = pixels.getManager().create(all.build().toArray());
    return (positions, index) ->
        rotated(pixels, positions, angles.get(first[index] + ":" + first[index + 1]));
  }

  private int[] drawn(int size, RandomGenerator random) {
    long angles = sources.getShape().get(0);
    int[] drawn = new int[size];
    for (int i = 0; i < size; i++) {
      drawn[i] = (int) (random.nextDouble() * angles);
    }
    return drawn;
  }

  /**
   * Rotates some images.
   *
   * @param table as {@link #pixels}
   * @param positions int64, (B), positions of the images in the table
   * @param angles int32, (B), index of the angle of each image
   */
  private NDArray rotated(NDArray table, NDArray positions, NDArray angles) {
    // Tensors are closed as early as possible, so that the next one reuses memory that is still in
    // the cache.
    try (NDArray black = positions.toType(DataType.INT32, false).muli(each);
        NDArray first = black.reshape(-1, 1);
        NDArray found = found(table, angles, first)) {
      return found.reshape(-1, shape.height(), shape.width(), shape.channels());
    }
  }

  private NDArray found(NDArray table, NDArray angles, NDArray first) {
    try (NDArray pixels = IndexSelect.of(sources, angles).addi(first)) {
      return IndexSelect.of(table, pixels);
    }
  }

  private static NDArray withBlack(NDArray images) {
    Shape all = images.getShape();
    Shape one = new Shape(all.get(0), 1, all.get(3));
    try (NDArray black = images.getManager().zeros(one, images.getDataType());
        NDArray flat = images.reshape(all.get(0), -1, all.get(3));
        NDArray both = black.concat(flat, 1)) {
      return both.reshape(-1, all.get(3));
    }
  }

  private static NDArray sources(double[] angles, int side, NDManager manager) {
    int pixels = side * side;
    int[] all = new int[angles.length * pixels];
    for (int i = 0; i < angles.length; i++) {
      System.arraycopy(RotationTable.sources(angles[i], side), 0, all, i * pixels, pixels);
    }
    return manager.create(all, new Shape(angles.length, pixels));
  }
}
