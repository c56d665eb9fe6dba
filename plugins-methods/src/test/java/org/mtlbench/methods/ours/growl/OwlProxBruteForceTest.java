package org.mtlbench.methods.ours.growl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The prox against a minimiser that knows neither sorting nor pooling. At the minimiser the entries
 * fall into groups of equal value, the last of which may be 0, under some assignment of weights to
 * entries; inside one such pattern the minimiser is a mean. So the best of all assignments and all
 * groupings, each judged by the true objective, is the minimiser.
 */
class OwlProxBruteForceTest {
  @ParameterizedTest
  @EnumSource
  void isMinimiser(ThetaPattern pattern) {
    Random random = new Random(7);
    for (int trial = 0; trial < 2_000; trial++) {
      int n = 1 + random.nextInt(4);
      double[] theta = pattern.theta(n, random.nextDouble(), random.nextDouble());
      double step = 1.5 * random.nextDouble();
      double[] norms = random.doubles(n, 0, 2).toArray();
      if (trial % 5 == 0) {
        norms[random.nextInt(n)] = norms[0];
      }

      double[] actual = new OwlProx(theta, step).apply(norms);

      BruteForce best = new BruteForce(norms, Arrays.stream(theta).map(t -> step * t).toArray());
      assertThat(best.objective(actual)).isCloseTo(best.objective, within(1e-12));
      assertThat(actual).containsExactly(best.minimiser, within(1e-9));
    }
  }

  private static final class BruteForce {
    private final double[] norms;
    private final double[] theta;
    private double objective = Double.POSITIVE_INFINITY;
    private double[] minimiser = new double[0];

    BruteForce(double[] norms, double[] theta) {
      this.norms = norms;
      this.theta = theta;
      permute(new int[norms.length], 0, 0);
    }

    double objective(double[] v) {
      double[] magnitudes = Arrays.stream(v).map(Math::abs).sorted().toArray();
      double value = 0;
      for (int i = 0; i < v.length; i++) {
        value += 0.5 * (v[i] - norms[i]) * (v[i] - norms[i]);
        value += theta[i] * magnitudes[v.length - 1 - i];
      }
      return value;
    }

    private void permute(int[] order, int filled, int used) {
      if (filled == order.length) {
        for (int cuts = 0; cuts < 1 << (order.length - 1); cuts++) {
          candidate(order, cuts, false);
          candidate(order, cuts, true);
        }
        return;
      }
      for (int i = 0; i < order.length; i++) {
        if ((used & 1 << i) == 0) {
          order[filled] = i;
          permute(order, filled + 1, used | 1 << i);
        }
      }
    }

    private void candidate(int[] order, int cuts, boolean lastIsZero) {
      int n = order.length;
      double[] v = new double[n];
      int start = 0;
      for (int end = 1; end <= n; end++) {
        if (end == n || (cuts & 1 << (end - 1)) != 0) {
          double sum = 0;
          for (int rank = start; rank < end; rank++) {
            sum += norms[order[rank]] - theta[rank];
          }
          double level = end == n && lastIsZero ? 0 : sum / (end - start);
          for (int rank = start; rank < end; rank++) {
            v[order[rank]] = level;
          }
          start = end;
        }
      }
      double value = objective(v);
      if (value < objective) {
        objective = value;
        minimiser = v;
      }
    }
  }
}
