package org.mtlbench.datasets.multimnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResizeTest {
  private static final int IN = 36;
  private static final int OUT = 28;

  @Test
  void nearestSelectsExpectedRowsAndColumns() {
    // floor((i + 1/2) * 9 / 7), worked by hand; each run of seven skips two of nine
    int[] source = {
      0, 1, 3, 4, 5, 7, 8, 9, 10, 12, 13, 14, 16, 17,
      18, 19, 21, 22, 23, 25, 26, 27, 28, 30, 31, 32, 34, 35
    };
    int[] canvas = canvas(new Random(1));
    byte[] image = shrink(Resize.NEAREST, canvas);
    for (int row = 0; row < OUT; row++) {
      for (int column = 0; column < OUT; column++) {
        assertThat(image[row * OUT + column])
            .isEqualTo((byte) canvas[source[row] * IN + source[column]]);
      }
    }
  }

  @Test
  void linearMatchesDirectComputation() {
    Random random = new Random(2);
    for (int trial = 0; trial < 20; trial++) {
      int[] canvas = canvas(random);
      byte[] image = shrink(Resize.LINEAR, canvas);
      for (int row = 0; row < OUT; row++) {
        for (int column = 0; column < OUT; column++) {
          double direct = direct(canvas, row, column);
          int found = Byte.toUnsignedInt(image[row * OUT + column]);
          if (Math.abs(direct - Math.rint(direct)) > 1e-9) {
            assertThat(found).isEqualTo((int) direct);
          } else {
            assertThat((double) found).isCloseTo(direct, within(1.0));
          }
        }
      }
    }
  }

  @Test
  void linearMatchesScikitImage() throws IOException {
    int[] canvas = new int[IN * IN];
    for (int r = 0; r < IN; r++) {
      for (int c = 0; c < IN; c++) {
        canvas[r * IN + c] = (r * 37 + c * 101 + r * c * 13) % 256;
      }
    }
    double[] published = published();
    double[][] matrix = LinearScaling.matrix(IN, OUT);
    byte[] image = shrink(Resize.LINEAR, canvas);
    for (int row = 0; row < OUT; row++) {
      for (int column = 0; column < OUT; column++) {
        double expected = published[row * OUT + column];
        assertThat(product(matrix, canvas, row, column)).isCloseTo(expected, within(1e-10));
        int found = Byte.toUnsignedInt(image[row * OUT + column]);
        // where theirs is whole but for rounding, the order of additions decides
        assertThat(found).isIn((int) (expected - 1e-10), (int) (expected + 1e-10));
      }
    }
  }

  @Test
  void linearWeightsSumToOneAndReachFourPixels() {
    for (double[] row : LinearScaling.matrix(IN, OUT)) {
      assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-14));
      assertThat(Arrays.stream(row).filter(w -> w != 0).count()).isLessThanOrEqualTo(4);
      assertThat(Arrays.stream(row).min().orElseThrow()).isNotNegative();
    }
  }

  @Test
  void linearPreservesConstantCanvases() {
    int[] canvas = new int[IN * IN];
    assertThat(shrink(Resize.LINEAR, canvas)).containsOnly(0);
    Arrays.fill(canvas, 255);
    for (byte value : shrink(Resize.LINEAR, canvas)) {
      assertThat(Byte.toUnsignedInt(value)).isBetween(254, 255);
    }
  }

  @Test
  void linearRejectsEnlargement() {
    assertThatThrownBy(() -> LinearScaling.matrix(28, 28))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("28");
  }

  /** Gaussian of standard deviation 1/7 in two dimensions, then bilinear, pixel by pixel. */
  private static double direct(int[] canvas, int row, int column) {
    double y = (row + 0.5) * 9 / 7 - 0.5;
    double x = (column + 0.5) * 9 / 7 - 0.5;
    int top = (int) Math.floor(y);
    int left = (int) Math.floor(x);
    double down = y - top;
    double right = x - left;
    return (1 - down) * (1 - right) * blurred(canvas, top, left)
        + (1 - down) * right * blurred(canvas, top, left + 1)
        + down * (1 - right) * blurred(canvas, top + 1, left)
        + down * right * blurred(canvas, top + 1, left + 1);
  }

  private static double blurred(int[] canvas, int row, int column) {
    double sum = 0;
    double weights = 0;
    for (int dr = -1; dr <= 1; dr++) {
      for (int dc = -1; dc <= 1; dc++) {
        double weight = Math.exp(-49.0 * (dr * dr + dc * dc) / 2);
        sum += weight * canvas[mirror(row + dr) * IN + mirror(column + dc)];
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static int mirror(int pixel) {
    return pixel < 0 ? -pixel : pixel >= IN ? 2 * (IN - 1) - pixel : pixel;
  }

  private static double product(double[][] a, int[] canvas, int row, int column) {
    double sum = 0;
    for (int r = 0; r < IN; r++) {
      for (int c = 0; c < IN; c++) {
        sum += a[row][r] * canvas[r * IN + c] * a[column][c];
      }
    }
    return sum;
  }

  private static double[] published() throws IOException {
    try (InputStream in =
        ResizeTest.class.getResourceAsStream("scikit-image-0.26.0-36-to-28.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return Arrays.stream(text.strip().split("[,\n]", -1))
          .mapToDouble(Double::parseDouble)
          .toArray();
    }
  }

  private static int[] canvas(Random random) {
    return random.ints(IN * IN, 0, 256).toArray();
  }

  private static byte[] shrink(Resize resize, int[] canvas) {
    byte[] image = new byte[OUT * OUT];
    resize.operator().apply(canvas, image, 0);
    return image;
  }
}
