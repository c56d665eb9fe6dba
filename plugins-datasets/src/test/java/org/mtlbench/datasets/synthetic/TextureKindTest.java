package org.mtlbench.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextureKindTest {
  @ParameterizedTest
  @EnumSource(TextureKind.class)
  void rangesBetweenBothColours(TextureKind kind) {
    Random random = new Random(1);
    for (int trial = 0; trial < 200; trial++) {
      Texture texture = kind.draw(random);
      double least = 1;
      double most = 0;
      for (double y = -18; y <= 18; y += .5) {
        for (double x = -18; x <= 18; x += .5) {
          double level = texture.level(x, y);
          assertThat(level).isBetween(0., 1.);
          least = Math.min(least, level);
          most = Math.max(most, level);
        }
      }
      assertThat(most - least).as("contrast").isGreaterThan(.4);
    }
  }

  @Test
  void stripesHaveExpectedDirection() {
    Random random = new Random(2);
    for (int trial = 0; trial < 100; trial++) {
      Texture rows = TextureKind.ROWS.draw(random);
      assertThat(change(rows, 0, 1)).isGreaterThan(3 * change(rows, 1, 0));
      Texture columns = TextureKind.COLUMNS.draw(random);
      assertThat(change(columns, 1, 0)).isGreaterThan(3 * change(columns, 0, 1));
    }
  }

  @Test
  void waveHasUnitPeriodAndAmplitude() {
    Wave wave = new Wave(.25, 2);
    // moved by a quarter: the top is at 3/4, the bottom at 1/4, flat for a quarter around each
    assertThat(wave.value(.75)).isEqualTo(1);
    assertThat(wave.value(.25)).isEqualTo(-1);
    assertThat(wave.value(.75 + .12)).isEqualTo(1);
    assertThat(wave.value(.5)).isCloseTo(0, within(1e-12));
    assertThat(wave.value(-7.3)).isCloseTo(wave.value(.7), within(1e-12));
    assertThat(wave.level(.25)).isZero();
  }

  @Test
  void findsNearestSite() {
    VoronoiSites sites = new VoronoiSites(new double[] {0, 10}, new double[] {0, 0});
    assertThat(sites.nearest(4, 3)).isZero();
    assertThat(sites.nearest(6, 3)).isEqualTo(1);
    assertThat(sites.distance(4, 3)).isEqualTo(5);
    assertThat(sites.distance(10, -2)).isEqualTo(2);
  }

  @Test
  void axisComputesParallelAndPerpendicularCoordinates() {
    Axis right = Axis.draw(new Random(1), 0, 0);
    assertThat(right.parallel(3, 4)).isCloseTo(3, within(1e-12));
    assertThat(right.perpendicular(3, 4)).isCloseTo(4, within(1e-12));
    Axis down = Axis.draw(new Random(1), 90, 90);
    assertThat(down.parallel(3, 4)).isCloseTo(4, within(1e-12));
    assertThat(down.perpendicular(3, 4)).isCloseTo(-3, within(1e-12));
  }

  /** Mean size of the change over a small step. */
  private static double change(Texture texture, double dx, double dy) {
    double sum = 0;
    for (double y = -16; y <= 16; y++) {
      for (double x = -16; x <= 16; x++) {
        double step = .1;
        sum += Math.abs(texture.level(x + step * dx, y + step * dy) - texture.level(x, y));
      }
    }
    return sum;
  }
}
