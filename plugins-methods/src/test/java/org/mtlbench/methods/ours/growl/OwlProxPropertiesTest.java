package org.mtlbench.methods.ours.growl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwlProxPropertiesTest {
  private static final int ROWS = 300;

  private final Random random = new Random(3);

  private static OwlProx prox(ThetaPattern pattern, double step) {
    return new OwlProx(pattern.theta(ROWS, 0.4, 0.01), step);
  }

  private double[] norms() {
    return random.doubles(ROWS, 0, 1.5).toArray();
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        IntStream.range(0, a.length).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum());
  }

  @ParameterizedTest
  @EnumSource
  void preservesOrderAndNeverGrows(ThetaPattern pattern) {
    double[] norms = norms();
    double[] result = prox(pattern, 1).apply(norms);
    for (int i = 0; i < ROWS; i++) {
      assertThat(result[i]).isBetween(0.0, norms[i]);
      for (int k = 0; k < ROWS; k++) {
        if (norms[i] >= norms[k]) {
          assertThat(result[i]).isGreaterThanOrEqualTo(result[k] - 1e-13);
        }
      }
    }
    long zeros = Arrays.stream(result).filter(v -> v == 0).count();
    assertThat(zeros).as("some rows zeroed, some kept").isBetween(1L, ROWS - 1L);
  }

  @ParameterizedTest
  @EnumSource
  void isNonExpansive(ThetaPattern pattern) {
    OwlProx prox = prox(pattern, 0.7);
    for (int trial = 0; trial < 200; trial++) {
      double[] a = norms();
      double size = Math.pow(10, -random.nextInt(6));
      double[] b = Arrays.stream(a).map(x -> Math.abs(x + size * random.nextGaussian())).toArray();
      assertThat(distance(prox.apply(a), prox.apply(b)))
          .isLessThanOrEqualTo(distance(a, b) * (1 + 1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isPermutationEquivariant(ThetaPattern pattern) {
    OwlProx prox = prox(pattern, 1);
    double[] norms = norms();
    List<Integer> order = IntStream.range(0, ROWS).boxed().collect(Collectors.toList());
    Collections.shuffle(order, random);
    double[] shuffled = order.stream().mapToDouble(i -> norms[i]).toArray();

    double[] result = prox.apply(norms);
    assertThat(prox.apply(shuffled))
        .containsExactly(order.stream().mapToDouble(i -> result[i]).toArray());
  }

  @ParameterizedTest
  @EnumSource
  void zeroStaysExactlyZero(ThetaPattern pattern) {
    // Weights that end in 0 leave no room between a zero row and its level.
    double[] theta = pattern.theta(ROWS, 0, 0.01);
    double[] norms = norms();
    for (int i = 0; i < ROWS; i += 3) {
      norms[i] = 0;
    }
    double[] result = new OwlProx(theta, 1).apply(norms);
    for (int i = 0; i < ROWS; i += 3) {
      assertThat(result[i]).isZero();
    }
    assertThat(new OwlProx(theta, 1).apply(new double[ROWS])).containsOnly(0.0);
  }

  @ParameterizedTest
  @EnumSource
  void preservesTies(ThetaPattern pattern) {
    double[] norms = random.ints(ROWS, 1, 8).mapToDouble(x -> x / 4.0).toArray();
    double[] result = prox(pattern, 1).apply(norms);
    for (int i = 0; i < ROWS; i++) {
      for (int k = 0; k < i; k++) {
        if (norms[i] == norms[k]) {
          assertThat(result[i]).isCloseTo(result[k], within(1e-13));
        }
      }
    }
  }

  @Test
  void isIdentityForZeroWeights() {
    // The mean of three times 0.1 is more than 0.1 in floating point.
    double[] norms = {0.1, 0.7, 0.1, 0.1};
    assertThat(new OwlProx(new double[4], 1).apply(norms)).containsExactly(norms);
  }

  /** Moreau: r - prox(r) lies in the unit ball of the dual norm, and is extreme along prox(r). */
  @ParameterizedTest
  @EnumSource
  void satisfiesOptimalityConditions(ThetaPattern pattern) {
    double[] theta = pattern.theta(ROWS, 0.4, 0.01);
    double[] norms = norms();
    double[] result = new OwlProx(theta, 1).apply(norms);
    double[] residual = IntStream.range(0, ROWS).mapToDouble(i -> norms[i] - result[i]).toArray();

    double[] sorted = Arrays.stream(residual).map(r -> -r).sorted().map(r -> -r).toArray();
    double partial = 0;
    double bound = 0;
    for (int i = 0; i < ROWS; i++) {
      partial += sorted[i];
      bound += theta[i];
      assertThat(partial).isLessThanOrEqualTo(bound + 1e-12);
    }
    double product = IntStream.range(0, ROWS).mapToDouble(i -> residual[i] * result[i]).sum();
    assertThat(product).isCloseTo(new GrowlPenalty(theta).value(result), within(1e-10));
  }
}
