package org.mtlbench.datasets.cifar10mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BicubicScalingTest {
  private static final int IN = 28;
  private static final int OUT = 32;

  @Test
  void matchesPillowBitwise() throws IOException {
    byte[] pattern = new byte[IN * IN];
    byte[] bars = new byte[IN * IN];
    for (int r = 0; r < IN; r++) {
      for (int c = 0; c < IN; c++) {
        pattern[r * IN + c] = (byte) (r * 37 + c * 101 + r * c * 13);
        // a cross of hard edges, where the cubic kernel reaches beyond black and white
        boolean bar = r >= 8 && r < 20 && c >= 10 && c < 14;
        boolean ink = bar || (r == 14 && c >= 4 && c < 24);
        bars[r * IN + c] = (byte) (ink ? 255 : 0);
      }
    }
    agrees(pattern, "pillow-12.3.0-bicubic-28-to-32.csv");
    agrees(bars, "pillow-12.3.0-bicubic-bars.csv");
  }

  private static void agrees(byte[] image, String golden) throws IOException {
    List<double[]> expected = Golden.rows(golden);
    byte[] found = enlarge(image);
    for (int row = 0; row < OUT; row++) {
      for (int column = 0; column < OUT; column++) {
        assertThat((double) Byte.toUnsignedInt(found[row * OUT + column]))
            .as("%s, row %s, column %s", golden, row, column)
            .isEqualTo(expected.get(row)[column]);
      }
    }
  }

  @Test
  void matchesDirectComputation() {
    Random random = new Random(4);
    for (int trial = 0; trial < 10; trial++) {
      byte[] image = new byte[IN * IN];
      random.nextBytes(image);
      byte[] found = enlarge(image);
      for (int row = 0; row < OUT; row++) {
        for (int column = 0; column < OUT; column++) {
          // rounding after each of two passes, of which the second weighs the first's by up to 1.25
          assertThat((double) Byte.toUnsignedInt(found[row * OUT + column]))
              .isCloseTo(direct(image, row, column), within(1.2));
        }
      }
    }
  }

  /** Columns, clamped, then rows, clamped, in float64 and without rounding. */
  private static double direct(byte[] image, int row, int column) {
    double sum = 0;
    double weights = 0;
    double y = (row + .5) * IN / OUT - .5;
    double x = (column + .5) * IN / OUT - .5;
    for (int r = 0; r < IN; r++) {
      double line = 0;
      double lineWeights = 0;
      for (int c = 0; c < IN; c++) {
        line += keys(c - x) * Byte.toUnsignedInt(image[r * IN + c]);
        lineWeights += keys(c - x);
      }
      sum += keys(r - y) * clamp(line / lineWeights);
      weights += keys(r - y);
    }
    return clamp(sum / weights);
  }

  private static double clamp(double value) {
    return Math.max(0, Math.min(255, value));
  }

  /** Keys (1981), equation 15. */
  private static double keys(double distance) {
    double s = Math.abs(distance);
    if (s < 1) {
      return 1.5 * s * s * s - 2.5 * s * s + 1;
    }
    return s < 2 ? -.5 * s * s * s + 2.5 * s * s - 4 * s + 2 : 0;
  }

  @Test
  void usesKeysKernel() {
    for (double distance = -2.5; distance <= 2.5; distance += .01) {
      assertThat(BicubicScaling.kernel(distance)).isCloseTo(keys(distance), within(1e-14));
    }
  }

  @Test
  void keepsConstantImagesAndClampsAtEdges() {
    for (int value : new int[] {0, 1, 77, 254, 255}) {
      byte[] image = new byte[IN * IN];
      Arrays.fill(image, (byte) value);
      assertThat(enlarge(image)).containsOnly(value);
    }
    byte[] half = new byte[IN * IN];
    Arrays.fill(half, IN * IN / 2, IN * IN, (byte) 255);
    byte[] found = enlarge(half);
    // without the clamp the kernel's negative lobes would give values below 0 and above 255 here,
    // which as bytes are anything but monotone
    for (int row = 0; row < 14; row++) {
      assertThat(found[row * OUT]).isZero();
      assertThat(found[(OUT - 1 - row) * OUT]).isEqualTo((byte) 255);
    }
    for (int row = 1; row < OUT; row++) {
      assertThat(Byte.toUnsignedInt(found[row * OUT]))
          .isGreaterThanOrEqualTo(Byte.toUnsignedInt(found[(row - 1) * OUT]));
    }
  }

  @Test
  void rejectsReduction() {
    assertThatThrownBy(() -> new BicubicScaling(28, 27))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("28 to 27");
  }

  private static byte[] enlarge(byte[] image) {
    byte[] shifted = new byte[image.length + 5];
    System.arraycopy(image, 0, shifted, 5, image.length);
    byte[] out = new byte[OUT * OUT];
    new BicubicScaling(IN, OUT).apply(shifted, 5, out);
    return out;
  }
}
