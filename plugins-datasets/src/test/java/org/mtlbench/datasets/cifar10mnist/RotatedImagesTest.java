package org.mtlbench.datasets.cifar10mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.images.ImageShape;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.toolbox.dataset.IndexSelect;

class RotatedImagesTest {
  private static final int SIDE = 32;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void rotatesCounterClockwise() {
    byte[] image = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    assertThat(rotate(image, 3, 90)).containsExactly(3, 6, 9, 2, 5, 8, 1, 4, 7);
    assertThat(rotate(image, 3, -90)).containsExactly(7, 4, 1, 8, 5, 2, 9, 6, 3);
    assertThat(rotate(image, 3, 180)).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
    assertThat(rotate(image, 3, 0)).containsExactly(image);
    byte[] even = {1, 2, 3, 4};
    assertThat(rotate(even, 2, 90)).containsExactly(2, 4, 1, 3);
  }

  @Test
  void padsWithBlack() {
    byte[] white = new byte[4 * 4];
    Arrays.fill(white, (byte) 255);
    // a square of 4 rotated by 45 degrees: its corners leave, those of the frame are empty
    assertThat(rotate(white, 4, 45))
        .containsExactly(0, -1, -1, 0, -1, -1, -1, -1, -1, -1, -1, -1, 0, -1, -1, 0);
    byte[] large = new byte[SIDE * SIDE];
    Arrays.fill(large, (byte) 255);
    byte[] rotated = rotate(large, SIDE, 20);
    assertThat(rotated[0]).isZero();
    assertThat(rotated[SIDE - 1]).isZero();
    assertThat(rotated[SIDE * (SIDE - 1)]).isZero();
    assertThat(rotated[SIDE * SIDE - 1]).isZero();
    assertThat(rotated[SIDE * SIDE / 2 + SIDE / 2]).isEqualTo((byte) 255);
  }

  @Test
  void matchesPillowBitwise() throws IOException {
    // the position of each source pixel, 1 to 1024, in two channels of bytes; 0 where there is none
    byte[] image = new byte[SIDE * SIDE * 2];
    for (int i = 0; i < SIDE * SIDE; i++) {
      image[2 * i] = (byte) ((i + 1) >> 8);
      image[2 * i + 1] = (byte) (i + 1);
    }
    List<double[]> golden = Golden.rows("pillow-12.3.0-rotate-32.csv");
    assertThat(golden).hasSize(6);
    for (double[] line : golden) {
      byte[] rotated = rotate(image, SIDE, line[0]);
      for (int i = 0; i < SIDE * SIDE; i++) {
        int source =
            Byte.toUnsignedInt(rotated[2 * i]) << 8 | Byte.toUnsignedInt(rotated[2 * i + 1]);
        assertThat((double) source).as("angle %s, pixel %s", line[0], i).isEqualTo(line[i + 1]);
      }
    }
  }

  @Test
  void matchesLoopOverPixels() {
    Random random = new Random(8);
    for (int side : new int[] {5, 8, 32, 64}) {
      for (double degrees : new double[] {7, 20, 180}) {
        int batch = 15;
        byte[] pixels = new byte[batch * side * side * 3];
        random.nextBytes(pixels);
        double[] angles = random.doubles(batch, -degrees, degrees).toArray();
        byte[] rotated = rotate(pixels, side, angles);
        for (int b = 0; b < batch; b++) {
          for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
              compare(pixels, rotated, side, b, y, x, Math.toRadians(angles[b]));
            }
          }
        }
      }
    }
  }

  /** Source by the definition; pixels whose source lies within 1e-3 of a border are left out. */
  private static void compare(
      byte[] pixels, byte[] rotated, int side, int b, int y, int x, double angle) {
    double dx = x + .5 - side / 2.;
    double dy = y + .5 - side / 2.;
    double u = Math.cos(angle) * dx - Math.sin(angle) * dy + side / 2.;
    double v = Math.sin(angle) * dx + Math.cos(angle) * dy + side / 2.;
    if (Math.abs(u - Math.rint(u)) < 1e-3 || Math.abs(v - Math.rint(v)) < 1e-3) {
      return;
    }
    boolean inside = u > 0 && u < side && v > 0 && v < side;
    for (int channel = 0; channel < 3; channel++) {
      int source = ((b * side + (int) v) * side + (int) u) * 3 + channel;
      int target = ((b * side + y) * side + x) * 3 + channel;
      assertThat(rotated[target]).isEqualTo(inside ? pixels[source] : 0);
    }
  }

  @Test
  void drawsOneAnglePerImageWithinRange() {
    int batch = 300;
    byte[] one = new byte[SIDE * SIDE];
    new Random(3).nextBytes(one);
    byte[] same = new byte[batch * one.length];
    for (int b = 0; b < batch; b++) {
      System.arraycopy(one, 0, same, b * one.length, one.length);
    }
    double[] all = Rotation.angles(20);
    RotatedImages training = new RotatedImages(labelledImages(same, batch, SIDE, 1), all, manager);
    NDArray images = training.images();
    Randomness randomness = new Randomness(5);
    byte[] first = training.augment(images, randomness.stream("x", 1, 1)).toByteArray();
    assertThat(training.augment(images, randomness.stream("x", 1, 1)).toByteArray())
        .isEqualTo(first);
    assertThat(training.augment(images, randomness.stream("x", 1, 2)).toByteArray())
        .isNotEqualTo(first);
    assertThat(training.augment(images, randomness.stream("x", 2, 1)).toByteArray())
        .isNotEqualTo(first);
    assertThat(images.toByteArray()).isEqualTo(same);
    double[] angles =
        randomness.stream("x", 1, 1).doubles(batch).map(r -> all[(int) (r * all.length)]).toArray();
    assertThat(Arrays.stream(angles).min().orElseThrow()).isBetween(-20., -18.);
    assertThat(Arrays.stream(angles).max().orElseThrow()).isBetween(18., 20.);
    assertThat(rotate(same, SIDE, angles)).isEqualTo(first);
  }

  @Test
  void selectingEqualsRotatingSelection() {
    byte[] bytes = new byte[7 * SIDE * SIDE * 3];
    new Random(4).nextBytes(bytes);
    RotatedImages training =
        new RotatedImages(labelledImages(bytes, 7, SIDE, 3), Rotation.angles(20), manager);
    NDArray examples = manager.create(new long[] {6, 0, 3, 3});
    NDArray expected = training.augment(IndexSelect.of(training.images(), examples), new Random(2));
    assertThat(training.augmentSelected(examples, new Random(2)).contentEquals(expected)).isTrue();
  }

  @Test
  void storesEveryByteOnce() {
    byte[] bytes = new byte[2 * SIDE * SIDE];
    Arrays.fill(bytes, (byte) 9);
    RotatedImages training =
        new RotatedImages(labelledImages(bytes, 2, SIDE, 1), new double[] {0}, manager);
    // what is written into the images is what batches are made of
    training.images().muli(2);
    Arrays.fill(bytes, (byte) 18);
    assertThat(
            training
                .augmentSelected(manager.create(new long[] {0, 1}), new Random(1))
                .toByteArray())
        .isEqualTo(bytes);
  }

  @Test
  void rotatesImagesOfEverySizeByEveryAngle() {
    for (double degrees : new double[] {1e-6, 1, 10, 44, 45, 46, 90, 180}) {
      for (int side : new int[] {1, 2, 31, 32, 64}) {
        byte[] batch = new byte[2 * side * side];
        Arrays.fill(batch, (byte) 255);
        byte[] rotated = rotate(batch, side, -degrees, degrees);
        int middle = side / 2 * side + side / 2;
        assertThat(rotated[middle]).isEqualTo((byte) 255);
        assertThat(rotated[side * side + middle]).isEqualTo((byte) 255);
      }
    }
  }

  @Test
  void doesNotLeakTensors() {
    LabelledImages labelled = labelledImages(new byte[3 * 8 * 8], 3, 8, 1);
    int none = manager.getManagedArrays().size();
    RotatedImages training = new RotatedImages(labelled, Rotation.angles(20), manager);
    int before = manager.getManagedArrays().size();
    assertThat(before).isEqualTo(none + 4);
    try (NDScope scope = new NDScope()) {
      training.augment(training.images(), new Random(1));
      training.augmentSelected(manager.create(new long[] {1, 2}), new Random(1));
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void rejectsNonSquareAndLargeImages() {
    double[] angles = {0};
    LabelledImages wide =
        new LabelledImages(new ImageShape(2, 3, 1), new byte[6], List.of(new byte[1]));
    assertThatThrownBy(() -> new RotatedImages(wide, angles, manager))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected squares");
    assertThatThrownBy(
            () -> new RotatedImages(labelledImages(new byte[65 * 65], 1, 65, 1), angles, manager))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("up to 64 pixels");
  }

  /** Each image by its own angle. */
  private byte[] rotate(byte[] pixels, int side, double... angles) {
    int each = pixels.length / angles.length;
    int channels = each / (side * side);
    byte[] all = new byte[pixels.length];
    for (int i = 0; i < angles.length; i++) {
      byte[] one = Arrays.copyOfRange(pixels, i * each, (i + 1) * each);
      NDArray rotated =
          new RotatedImages(
                  labelledImages(one, 1, side, channels), new double[] {angles[i]}, manager)
              .augmentSelected(manager.create(new long[] {0}), new Random(1));
      assertThat(rotated.getDataType()).isEqualTo(DataType.UINT8);
      assertThat(rotated.getShape()).isEqualTo(new Shape(1, side, side, channels));
      System.arraycopy(rotated.toByteArray(), 0, all, i * each, each);
    }
    return all;
  }

  private static LabelledImages labelledImages(byte[] bytes, int count, int side, int channels) {
    return new LabelledImages(
        new ImageShape(side, side, channels), bytes, List.of(new byte[count]));
  }
}
