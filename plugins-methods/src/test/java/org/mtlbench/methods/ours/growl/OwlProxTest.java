package org.mtlbench.methods.ours.growl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values worked by hand, and what is rejected. */
class OwlProxTest {
  private static final double EXACT = 1e-15;

  private static double[] prox(double[] theta, double... norms) {
    return new OwlProx(theta, 1).apply(norms);
  }

  private static double[] values(double... values) {
    return values;
  }

  @Test
  void spikePoolsAllThree() {
    // 0.6 - 1, 0.5 - 0.2, 0.4 - 0.2 = -0.4, 0.3, 0.2: one block of mean 0.1 / 3
    assertThat(prox(ThetaPattern.SPIKE.theta(3, 0.8, 0.2), 0.6, 0.5, 0.4))
        .containsExactly(values(0.1 / 3, 0.1 / 3, 0.1 / 3), within(EXACT));
  }

  @Test
  void spikePoolsLargestTwo() {
    // 3 - 1, 2.5 - 0.2, 0.7 - 0.2 = 2, 2.3, 0.5: the first two meet at 2.15
    assertThat(prox(ThetaPattern.SPIKE.theta(3, 0.8, 0.2), 0.7, 3, 2.5))
        .containsExactly(values(0.5, 2.15, 2.15), within(EXACT));
  }

  @Test
  void spikeZeroesSmallRows() {
    // 2 - 1, 0.15 - 0.2, 0.1 - 0.2 = 1, -0.05, -0.1
    assertThat(prox(ThetaPattern.SPIKE.theta(3, 0.8, 0.2), 0.1, 0.15, 2)).containsExactly(0, 0, 1);
  }

  @Test
  void linearPoolsTail() {
    // theta = 1.0, 0.75, 0.5, 0.25; 3, 1.5, 1.2, 1.1 less theta = 2, 0.75, 0.7, 0.85:
    // the last pair's mean 0.775 exceeds 0.75, so three meet at 2.3 / 3
    double level = 2.3 / 3;
    assertThat(prox(ThetaPattern.LINEAR.theta(4, 0.25, 1), 1.1, 3, 1.2, 1.5))
        .containsExactly(values(level, 2, level, level), within(EXACT));
  }

  @Test
  void linearKeepsDistinctRows() {
    // theta = 1.0, 0.75, 0.5, 0.25
    assertThat(prox(ThetaPattern.LINEAR.theta(4, 0.25, 1), 4, 3, 2, 0.1))
        .containsExactly(values(3, 2.25, 1.5, 0), within(EXACT));
  }

  @Test
  void halfLinearShrinksUpperHalfMore() {
    // theta = 0.75, 0.5, 0.5, 0.5 (p = 2); 1.6, 1.4, 1, 0.2 less theta = 0.85, 0.9, 0.5, -0.3
    assertThat(prox(ThetaPattern.HALF_LINEAR.theta(4, 0.5, 0.25), 1, 1.6, 0.2, 1.4))
        .containsExactly(values(0.5, 0.875, 0, 0.875), within(EXACT));
  }

  @Test
  void stepScalesWeights() {
    double[] theta = ThetaPattern.SPIKE.theta(3, 0.8, 0.2);
    // step 1/2: 2 - 0.5, 1 - 0.1, 0.05 - 0.1
    assertThat(new OwlProx(theta, 0.5).apply(values(2, 1, 0.05)))
        .containsExactly(values(1.5, 0.9, 0), within(EXACT));
    assertThat(new OwlProx(theta, 0).apply(values(0.3, 2, 1))).containsExactly(0.3, 2, 1);
  }

  @Test
  void equalWeightsSoftThreshold() {
    assertThat(prox(values(0.5, 0.5, 0.5), 2, 0.4, 0.75)).containsExactly(1.5, 0, 0.25);
  }

  @Test
  void acceptsEmptyLayer() {
    assertThat(prox(values())).isEmpty();
  }

  @Test
  void doesNotModifyArguments() {
    double[] theta = values(1, 0.2);
    double[] norms = values(0.6, 2);
    OwlProx prox = new OwlProx(theta, 1);
    prox.apply(norms);
    theta[0] = 100;
    assertThat(norms).containsExactly(0.6, 2);
    assertThat(prox.apply(norms)).containsExactly(values(0.4, 1), within(EXACT));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsBadNumbers(double bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prox(values(1, 1), 0.5, bad))
        .withMessage("the norm of row 1 is %s, but must be a finite number of at least 0", bad);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OwlProx(values(1), bad))
        .withMessage("the step is %s, but must be a finite number of at least 0", bad);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OwlProx(values(bad), 1))
        .withMessageStartingWith("theta[0] is " + bad);
  }

  @Test
  void rejectsIncreasingWeightsAndWrongLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OwlProx(values(0.2, 0.3), 1))
        .withMessage(
            "theta[1] is 0.3, but the weights must be finite, at least 0 and non-increasing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prox(values(1, 1), 0.5))
        .withMessage("there are 1 row norms for 2 weights");
  }
}
