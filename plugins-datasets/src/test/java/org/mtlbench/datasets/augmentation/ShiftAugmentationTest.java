package org.mtlbench.datasets.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Labelled;

class ShiftAugmentationTest {
  private static final int H = 5;
  private static final int W = 7;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** Images whose pixels are their own positions. */
  private Examples examples(int n) {
    byte[] image = new byte[n * H * W];
    for (int i = 0; i < image.length; i++) {
      image[i] = (byte) (i % (H * W));
    }
    return new Examples(
        List.of(manager.create(ByteBuffer.wrap(image), new Shape(n, H, W, 1), DataType.UINT8)),
        List.of(Labelled.complete(manager.arange(0, n, 1, DataType.INT64))));
  }

  @Test
  void shiftsAndMirrorsWholeImages() {
    int n = 60;
    Examples plain = examples(n);
    Examples changed =
        new ShiftAugmentation(2, true).of(plain, new Randomness(1).stream("augmentation"));
    byte[] pixels = changed.inputs().get(0).toByteArray();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < n; i++) {
      boolean mirrored = pixels[i * H * W + 2 * W + 3] > pixels[i * H * W + 2 * W + 4];
      int centre = pixels[i * H * W + 2 * W + 3];
      int down = centre / W - 2;
      int right = centre % W - 3;
      seen.add(mirrored + " " + down + " " + right);
      for (int y = 0; y < H; y++) {
        for (int x = 0; x < W; x++) {
          int row = Math.max(0, Math.min(H - 1, y + down));
          int column = Math.max(0, Math.min(W - 1, (mirrored ? W - 1 - x : x) + right));
          assertThat(pixels[i * H * W + y * W + x]).isEqualTo((byte) (row * W + column));
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(25);
    assertThat(changed.targets()).isEqualTo(plain.targets());
  }

  @Test
  void identityIfDisabled() {
    Examples plain = examples(2);
    ShiftAugmentation none = new ShiftAugmentation(0, false);
    assertThat(none.changes()).isFalse();
    assertThat(none.of(plain, new Randomness(1).stream("augmentation"))).isSameAs(plain);
  }
}
