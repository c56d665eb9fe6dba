package org.mtlbench.datasets.arrays;

import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.npy.NpyFixture;

/**
 * Preprocessed dense data as it is published: a floor below a horizon, whose height differs from
 * image to image. Some labels are missing.
 */
final class ArraysFixture {
  private final Path root;
  private final int height;
  private final int width;

  ArraysFixture(Path root, int height, int width) {
    this.root = root;
    this.height = height;
    this.width = width;
  }

  /** The files of one part, from 0. */
  void write(String part, int examples, String labels, int classes, boolean normals)
      throws IOException {
    for (int i = 0; i < examples; i++) {
      write(root.resolve(part), i, labels, classes, normals);
    }
  }

  private void write(Path part, int index, String labels, int classes, boolean normals)
      throws IOException {
    RandomGenerator random = new Randomness(7).stream(part.getFileName().toString(), index);
    int horizon = height / 4 + random.nextInt(height / 2);
    int pixels = height * width;
    float[] image = new float[3 * pixels];
    long[] label = new long[pixels];
    float[] depth = new float[pixels];
    float[] normal = new float[3 * pixels];
    float brightness = 0.2f + 0.1f * random.nextFloat();
    for (int p = 0; p < pixels; p++) {
      int row = p / width;
      boolean floor = row > horizon;
      for (int c = 0; c < 3; c++) {
        image[3 * p + c] = (floor ? 0.6f : brightness) + 0.1f * c + 0.05f * (p % 7) / 7;
      }
      boolean missing = p % 11 == 0;
      label[p] = missing ? -1 : floor ? 1 : (p % width) * classes / width;
      depth[p] = missing ? 0 : floor ? (float) height / row : 4;
      normal[3 * p + (floor ? 1 : 2)] = missing ? 0 : 1;
    }
    String name = index + ".npy";
    NpyFixture.write(part.resolve("image").resolve(name), image, height, width, 3);
    NpyFixture.write(part.resolve(labels).resolve(name), label, height, width);
    NpyFixture.write(part.resolve("depth").resolve(name), depth, height, width, 1);
    if (normals) {
      NpyFixture.write(part.resolve("normal").resolve(name), normal, height, width, 3);
    }
  }
}
