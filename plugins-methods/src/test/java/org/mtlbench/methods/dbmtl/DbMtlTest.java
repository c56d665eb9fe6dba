package org.mtlbench.methods.dbmtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

class DbMtlTest {
  private static final double RATIO = Math.sqrt(38 / 18.0);

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static DualBalancing balancing(double beta, double betaDecay) {
    return new DualBalancing(new DbMtlConfig(beta, betaDecay, TrainingConfig.standard()));
  }

  private double[] direction(DualBalancing balancing, Jacobian jacobian, double... losses) {
    return GivenGradients.direction(
        balancing.aggregate(GivenGradients.of(jacobian, losses, 0, manager)), jacobian);
  }

  @Test
  void scalesGradientsToLongest() {
    assertThat(direction(balancing(0, 0), Jacobian.REFERENCE, 1, 1))
        .containsExactly(new double[] {-4 * RATIO + 6, RATIO + 1, RATIO + 1}, within(1e-5));
    assertThat(balancing(0, 0).claims())
        .containsExactlyInAnyOrder(Claim.HOMOGENEOUS, Claim.STRONGLY_STATIONARY);
  }

  @Test
  void isIndependentOfUnitsOfLosses() {
    Jacobian other = Jacobian.REFERENCE.scaled(" in other units", 1000, 0.25);
    double[] expected = direction(balancing(0.9, 0), Jacobian.REFERENCE, 2, 3);
    assertThat(direction(balancing(0.9, 0), other, 2000, 0.75))
        .containsExactly(expected, within(1e-5));
    Update update =
        balancing(0.9, 0).aggregate(GivenGradients.of(other, new double[] {2000, 0}, 0, manager));
    assertThat(update.headWeights()).containsExactly(0.0005, 1e8);
  }

  @Test
  void averagesGradientsOverSteps() {
    DualBalancing balancing = balancing(0.8, 0.5);
    Jacobian single = new Jacobian("one task", new double[][] {{1, 0}});
    assertThat(direction(balancing, single, 1))
        .containsExactly(new double[] {0.2, 0}, within(1e-6));
    double kept = 0.8 / Math.sqrt(2);
    assertThat(direction(balancing, new Jacobian("another", new double[][] {{0, 1}}), 1))
        .containsExactly(new double[] {0.2 * kept, 1 - kept}, within(1e-6));
  }

  @Test
  void ignoresZeroGradients() {
    Jacobian zero = new Jacobian("zero", new double[][] {{0, 0}, {3, 4}});
    assertThat(direction(balancing(0, 0), zero, 1, 1))
        .containsExactly(new double[] {3, 4}, within(1e-5));
  }
}
