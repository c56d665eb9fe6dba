package org.mtlbench.datasets.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.random.Randomness;

class RenderingTest {
  private static final int SIDE = 48;
  private static final int PIXELS = SIDE * SIDE;
  private static final int N = 60;
  private static final Rendering DRAWN = Rendering.of(N, SIDE, new Randomness(1), 0);

  @Test
  void sceneDependsOnlyOnSeedPartAndIndex() {
    Rendering fewer = Rendering.of(3, SIDE, new Randomness(1), 0);
    assertThat(DRAWN.images()).startsWith(fewer.images());
    assertThat(DRAWN.kinds()).startsWith(fewer.kinds());
    assertThat(DRAWN.depths()).startsWith(fewer.depths());
    assertThat(DRAWN.normals()).startsWith(fewer.normals());
    assertThat(Rendering.of(3, SIDE, new Randomness(2), 0).images()).isNotEqualTo(fewer.images());
    assertThat(Rendering.of(3, SIDE, new Randomness(1), 1).images()).isNotEqualTo(fewer.images());
  }

  @Test
  void renderingIsStable() {
    // a change here changes every figure made with this data
    assertThat(Arrays.hashCode(DRAWN.images())).isEqualTo(-32_217_829);
    assertThat(Arrays.hashCode(DRAWN.kinds())).isEqualTo(962_451_474);
  }

  @Test
  void allClassesOccurAndNoneDominates() {
    int[] counts = new int[Body.Kind.values().length];
    for (byte kind : DRAWN.kinds()) {
      counts[kind]++;
    }
    for (Body.Kind kind : Body.Kind.values()) {
      double share = (double) counts[kind.label()] / DRAWN.kinds().length;
      assertThat(share).as(kind.name()).isBetween(.02, .5);
    }
  }

  @Test
  void depthsAreInRangeOfRoom() {
    for (float depth : DRAWN.depths()) {
      assertThat(depth).isBetween(.3f, 9f);
    }
  }

  @Test
  void normalsAreUnitVectorsFacingCamera() {
    for (int i = 0; i < N; i++) {
      RandomGenerator random = new Randomness(1).stream("scene", 0, i);
      Scene.Camera camera = Scene.draw(random).camera();
      for (int p = 0; p < PIXELS; p++) {
        double[] n = normal(i, p);
        assertThat(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]).isCloseTo(1, within(1e-5));
        double[] x = point(camera.zoom(), i, p);
        assertThat(n[0] * x[0] + n[1] * x[1] + n[2] * x[2]).isNegative();
      }
    }
  }

  /** The plane through the points seen at a pixel and its neighbours, wherever these are smooth. */
  @Test
  void normalsMatchDepths() {
    int compared = 0;
    int close = 0;
    for (int i = 0; i < N; i++) {
      double zoom = Scene.draw(new Randomness(1).stream("scene", 0, i)).camera().zoom();
      for (int row = 1; row < SIDE - 1; row++) {
        for (int column = 1; column < SIDE - 1; column++) {
          int p = row * SIDE + column;
          int[] around = {p - 1, p + 1, p - SIDE, p + SIDE};
          if (!flat(i, p, around)) {
            continue;
          }
          double[] across = minus(point(zoom, i, p + 1), point(zoom, i, p - 1));
          double[] upwards = minus(point(zoom, i, p - SIDE), point(zoom, i, p + SIDE));
          double[] cross = cross(across, upwards);
          double length = Math.sqrt(dot(cross, cross));
          compared++;
          close += dot(cross, normal(i, p)) / length > Math.cos(Math.toRadians(1)) ? 1 : 0;
        }
      }
    }
    assertThat(compared).isGreaterThan(N * PIXELS / 3);
    // lids of cylinders and edges of boxes may lie between equal normals
    assertThat((double) close / compared).isGreaterThan(.98);
  }

  private static boolean flat(int i, int p, int[] around) {
    double[] n = normal(i, p);
    return Arrays.stream(around)
        .allMatch(q -> kind(i, q) == kind(i, p) && dot(n, normal(i, q)) > 0.99999);
  }

  private static byte kind(int i, int p) {
    return DRAWN.kinds()[i * PIXELS + p];
  }

  private static double[] normal(int i, int p) {
    int x = 3 * i * PIXELS + p;
    return new double[] {
      DRAWN.normals()[x], DRAWN.normals()[x + PIXELS], DRAWN.normals()[x + 2 * PIXELS]
    };
  }

  /** In the camera's coordinates, z towards the camera. */
  private static double[] point(double zoom, int i, int p) {
    double depth = DRAWN.depths()[i * PIXELS + p];
    double x = (2 * (p % SIDE) + 1.0) / SIDE - 1;
    double y = 1 - (2 * (p / SIDE) + 1.0) / SIDE;
    return new double[] {depth * zoom * x, depth * zoom * y, -depth};
  }

  private static double[] minus(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
