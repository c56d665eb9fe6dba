package org.mtlbench.methods.cagrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.dot;
import static org.mtlbench.methods.RandomGradients.norm;
import static org.mtlbench.methods.RandomGradients.terms;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.methods.convex.MinNormPoint;
import org.mtlbench.testkit.given.Jacobian;

class CaGradTest {
  private static double[] weights(double c, Jacobian jacobian) {
    return RandomGradients.weights(gramian -> CaGrad.weights(gramian, c), jacobian);
  }

  private static double[] mean(Jacobian jacobian) {
    double[] mean = new double[jacobian.tasks()];
    Arrays.fill(mean, 1.0 / mean.length);
    return mean;
  }

  private static Stream<Jacobian> gradients() {
    return Stream.concat(RandomGradients.matrices().stream(), Jacobian.family().stream());
  }

  /**
   * The minimum gain min g_i . d over the ball around g_0 is at most g_w . g_0 + r ||g_w|| for
   * every w of the simplex. So a direction whose minimum gain equals this bound for its own w is
   * the best one. If zero is in the hull, the bound 0 may be met inside of the ball as well; then d
   * is the direction nearest to g_0 that is in conflict with no task.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 0.9})
  void minimumGainReachesUpperBound(double c) {
    gradients()
        .forEach(
            jacobian -> {
              double[] weights = weights(c, jacobian);
              double[] mean = mean(jacobian);
              double[] step = new double[mean.length];
              Arrays.setAll(step, t -> weights[t] - mean[t]);
              double radius = c * norm(jacobian.combine(mean));
              double rounding = 1e-7 * terms(jacobian, weights);
              double[] gains = jacobian.times(jacobian.combine(weights));
              double length = norm(jacobian.combine(step));
              double multiples = Arrays.stream(step).sum();
              double bound = 0;
              if (length > radius - rounding) {
                assertThat(length).as(jacobian.name()).isCloseTo(radius, within(rounding));
                bound = multiples > 0 ? dot(step, gains) / multiples : gains[0];
              } else {
                assertThat(norm(jacobian.combine(MinNormPoint.of(gramian(jacobian)))))
                    .as("distance of the hull from zero, %s", jacobian.name())
                    .isLessThanOrEqualTo(1e-6 * jacobian.longest());
                assertThat(dot(step, gains))
                    .isCloseTo(0, within(rounding * terms(jacobian, weights)));
              }
              for (int t = 0; t < gains.length; t++) {
                assertThat(step[t]).isGreaterThanOrEqualTo(0);
                assertThat(gains[t])
                    .as("gain of task %d against the bound, %s", t + 1, jacobian.name())
                    .isGreaterThanOrEqualTo(bound - rounding * norm(jacobian.rows()[t]));
              }
            });
  }

  private static double[][] gramian(Jacobian jacobian) {
    return Arrays.stream(jacobian.rows()).map(jacobian::times).toArray(double[][]::new);
  }

  /** The small task decides: d = g_0 + r g_1 / ||g_1||, whose first component is 1e-5 / 2. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 3e-6, 1e-6, 1e-8})
  void keepsShortGradients(double length) {
    Jacobian uneven = new Jacobian("uneven", new double[][] {{length, 0.5 * length}, {-0.5, 1}});
    double[] direction = uneven.combine(weights(0.5, uneven));
    double[] toMean = uneven.combine(0.5, 0.5);
    double radius = 0.5 * norm(toMean);
    double[] small = uneven.rows()[0];
    double[] expected = new double[2];
    Arrays.setAll(expected, p -> toMean[p] + radius / norm(small) * small[p]);
    assertThat(expected[0]).isCloseTo(length / 2, within(1e-5 * length + 1e-15));
    assertThat(direction).containsExactly(expected, within(1e-14));
  }

  /** The minimum gain is the bound -0.0296; that of the mean gradient is -0.0833. */
  @Test
  void continuesIfZeroIsInsideHull() {
    Jacobian inside = new Jacobian("zero inside", new double[][] {{2, 0}, {-1, 1}, {-1, -1.5}});
    double[] direction = inside.combine(weights(0.5, inside));
    assertThat(direction).containsExactly(new double[] {-0.0296, -0.0888}, within(5e-5));
    assertThat(Arrays.stream(inside.times(direction)).min().orElseThrow())
        .isCloseTo(-0.0592, within(5e-5));
  }

  /**
   * Nothing can be gained for the opposed tasks: the mean gradient loses the part that conflicts
   * with one of them.
   */
  @Test
  void prefersDirectionNearestToMean() {
    Jacobian weak = new Jacobian("weak", new double[][] {{1, 0}, {-2, 0}, {0, 3}});
    assertThat(weak.combine(weights(0.5, weak)))
        .containsExactly(new double[] {0, 1}, within(1e-12));
  }

  @Test
  void worstTaskGainsAtLeastAsMuchAsWithMean() {
    for (Jacobian jacobian : RandomGradients.matrices()) {
      double[] averse = jacobian.times(jacobian.combine(weights(0.5, jacobian)));
      double[] mean = jacobian.times(jacobian.combine(weights(0, jacobian)));
      assertThat(Arrays.stream(averse).min().orElseThrow())
          .isGreaterThanOrEqualTo(Arrays.stream(mean).min().orElseThrow() - 1e-12);
    }
  }

  @Test
  void equalsMeanForZeroRadius() {
    assertThat(weights(0, RandomGradients.matrices().get(0))).containsExactly(0.5, 0.5);
  }

  @Test
  void rejectsRadiusAboveMeanNorm() {
    assertThatThrownBy(() -> new CaGradConfig(1, TrainingConfig.standard()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("c: found 1.0, expected a number of at least 0 and below 1");
  }
}
