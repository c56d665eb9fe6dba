package org.mtlbench.datasets.augmentation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.toolbox.dataset.IndexSelect;

/**
 * Shifts each image by a limited number of pixels in both axes, repeating edge pixels, and mirrors it
 * with probability 1/2. Labels apply to the whole image and do not change.
 *
 * @param pixels the largest shift, at least 0
 * @param flip whether images are mirrored with probability 1/2
 */
public record ShiftAugmentation(int pixels, boolean flip) implements ExampleAugmentation {
  @Override
  public boolean changes() {
    return flip || pixels > 0;
  }

  @Override
  public Examples of(Examples raw, RandomGenerator random) {
    if (!changes()) {
      return raw;
    }
    NDArray images = raw.inputs().get(0);
    Shape shape = images.getShape();
    int size = Math.toIntExact(shape.get(0));
    int height = Math.toIntExact(shape.get(1));
    int width = Math.toIntExact(shape.get(2));
    long[] rows = new long[size * height];
    long[] columns = new long[size * width];
    for (int i = 0; i < size; i++) {
      int down = random.nextInt(2 * pixels + 1) - pixels;
      int right = random.nextInt(2 * pixels + 1) - pixels;
      boolean mirrored = flip && random.nextBoolean();
      for (int y = 0; y < height; y++) {
        rows[i * height + y] = ((long) i * height + inside(y + down, height)) * width;
      }
      for (int x = 0; x < width; x++) {
        columns[i * width + x] = inside((mirrored ? width - 1 - x : x) + right, width);
      }
    }
    NDManager manager = images.getManager();
    NDArray index =
        manager
            .create(rows, new Shape(size, height, 1))
            .add(manager.create(columns, new Shape(size, 1, width)));
    NDArray moved = IndexSelect.of(images.reshape(-1, shape.get(3)), index.flatten());
    return new Examples(List.of(moved.reshape(shape)), raw.targets());
  }

  private static int inside(int position, int length) {
    return Math.max(0, Math.min(length - 1, position));
  }
}
