package org.mtlbench.datasets.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Labelled;

class DenseAugmentationTest {
  private static final int H = 12;
  private static final int W = 20;
  private static final List<MapKind> KINDS =
      List.of(MapKind.CLASSES, MapKind.DEPTH, MapKind.NORMALS, MapKind.VALUES);

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /**
   * Images whose channels are the row, the column and 1; labels that repeat them. Rows and columns
   * are linear in space, so that bilinear interpolation gives exact positions.
   */
  private Examples examples(int n) {
    float[] image = new float[n * H * W * 3];
    long[] classes = new long[n * H * W];
    float[] depth = new float[n * H * W];
    boolean[] known = new boolean[n * H * W];
    float[] normals = new float[n * 3 * H * W];
    float[] values = new float[n * H * W];
    for (int i = 0; i < n; i++) {
      for (int p = 0; p < H * W; p++) {
        int at = i * H * W + p;
        image[3 * at] = row(p);
        image[3 * at + 1] = p % W;
        image[3 * at + 2] = 1;
        classes[at] = p;
        depth[at] = p + 1;
        known[at] = p % 3 != 0;
        values[at] = p;
        normals[i * 3 * H * W + p] = 0.6f;
        normals[(i * 3 + 1) * H * W + p] = 0;
        normals[(i * 3 + 2) * H * W + p] = 0.8f;
      }
    }
    Shape map = new Shape(n, 1, H, W);
    return new Examples(
        List.of(manager.create(image, new Shape(n, H, W, 3))),
        List.of(
            Labelled.complete(manager.create(classes, new Shape(n, H, W))),
            Labelled.masked(manager.create(depth, map), manager.create(known, new Shape(n, H, W))),
            Labelled.complete(manager.create(normals, new Shape(n, 3, H, W))),
            Labelled.complete(manager.create(values, map))));
  }

  private static int row(long pixel) {
    return Math.toIntExact(pixel / W);
  }

  private Examples augmented(Examples examples, List<Double> scales, boolean flip, long seed) {
    return new DenseAugmentation(KINDS, scales, flip)
        .of(examples, new Randomness(seed).stream("augmentation"));
  }

  @Test
  void labelsMoveWithTheirPixels() {
    int n = 16;
    Examples changed = augmented(examples(n), List.of(1.0, 1.5, 2.0), true, 3);
    float[] image = changed.inputs().get(0).toFloatArray();
    long[] classes = changed.targets().get(0).values().toLongArray();
    float[] values = changed.targets().get(3).values().toFloatArray();
    for (int at = 0; at < n * H * W; at++) {
      // the label is that of the nearest pixel, the image is interpolated
      assertThat((double) row(classes[at])).isCloseTo(image[3 * at], within(1.0));
      assertThat((double) Math.floorMod(classes[at], W)).isCloseTo(image[3 * at + 1], within(1.0));
      assertThat(image[3 * at + 2]).isCloseTo(1, within(1e-6f));
      assertThat(values[at]).isEqualTo((float) classes[at]);
    }
  }

  @Test
  void dividesDepthByScaleAndTransformsMask() {
    Examples changed = augmented(examples(8), List.of(2.0), true, 4);
    long[] classes = changed.targets().get(0).values().toLongArray();
    float[] depth = changed.targets().get(1).values().toFloatArray();
    boolean[] known = changed.targets().get(1).mask().orElseThrow().toBooleanArray();
    for (int at = 0; at < classes.length; at++) {
      assertThat(depth[at]).isEqualTo((float) (classes[at] + 1) / 2);
      assertThat(known[at]).isEqualTo(classes[at] % 3 != 0);
    }
  }

  @Test
  void mirrorsNormalsWithImages() {
    int n = 16;
    Examples changed = augmented(examples(n), List.of(1.0, 1.5), true, 5);
    float[] image = changed.inputs().get(0).toFloatArray();
    float[] normals = changed.targets().get(2).values().toFloatArray();
    Set<Boolean> seen = new HashSet<>();
    for (int i = 0; i < n; i++) {
      boolean mirrored = image[i * H * W * 3 + 1] > image[i * H * W * 3 + 3 * (W - 1) + 1];
      seen.add(mirrored);
      for (int p = 0; p < H * W; p++) {
        assertThat(normals[i * 3 * H * W + p]).isCloseTo(mirrored ? -.6f : .6f, within(1e-6f));
        assertThat(normals[(i * 3 + 2) * H * W + p]).isCloseTo(.8f, within(1e-6f));
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void interpolatesAsPyTorchDoes() {
    // torch.nn.functional.interpolate of [0, 1, 2, 3] to 6: nearest 0 0 1 2 2 3, and bilinear with
    // align_corners i * 3 / 5
    NDArray maps = manager.create(new float[] {0, 1, 2, 3, 9, 9}, new Shape(1, 1, 6, 1));
    PixelSources sources =
        PixelSources.of(List.of(new Crop(1.5, 0, 0, 1, 4, false)), 1, 6, manager);
    assertThat(sources.nearest(maps).toFloatArray()).containsExactly(0, 0, 1, 2, 2, 3);
    assertThat(sources.interpolated(maps).toFloatArray())
        .containsExactly(new float[] {0, .6f, 1.2f, 1.8f, 2.4f, 3}, within(1e-6f));
  }

  @Test
  void withoutScalesBytesStayBytes() {
    Examples plain = examples(4);
    Examples bytes =
        new Examples(List.of(plain.inputs().get(0).toType(DataType.UINT8, false)), plain.targets());
    Examples mirrored = augmented(bytes, List.of(), true, 6);
    assertThat(mirrored.inputs().get(0).getDataType()).isEqualTo(DataType.UINT8);
    assertThat(mirrored.targets().get(1).values().toFloatArray()[0]).isIn(1f, (float) W);
    assertThat(augmented(bytes, List.of(), false, 6)).isSameAs(bytes);
  }
}
